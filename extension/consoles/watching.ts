import browser, { type Tabs } from 'webextension-polyfill';
import { consoleHosts, type Environment, environments } from '../../shared/environment.ts';
import { type AddedConsole, originsOf } from './address.ts';
import { addedConsoles, script } from './registration.ts';

/** Whether the keys of one console are kept, as just checked. */
export interface WatchStatus {
  readonly host: string;
  readonly environment: Environment;
  /** Whether this extension has the permission for the console's pages. */
  readonly isAllowed: boolean;
  /** Its open tabs in which this version's script does not answer. A reload helps. */
  readonly unwatched: readonly number[];
  /** Its open tabs that the browser blocks for this extension, for example by a policy. */
  readonly closed: readonly number[];
}

/** How long a tab may take to answer, in milliseconds. A busy page answers late. */
const tabTimeout = 1000;

/**
 * Checks the permission for each console, and whether this version's script runs in each of its open tabs. Injects the
 * script where it is missing: Chromium does not do so after an installation or an update.
 */
export async function checkConsoles(): Promise<WatchStatus[]> {
  return Promise.all((await consoles()).map(checkConsole));
}

async function consoles(): Promise<AddedConsole[]> {
  const builtIn = environments.map((environment) => ({ host: consoleHosts[environment], environment }));
  return [...builtIn, ...(await addedConsoles())];
}

/** The open tabs of all permitted consoles, with the environment of each. */
export async function consoleTabs(): Promise<[tab: number, environment: Environment][]> {
  const all = await Promise.all(
    (await consoles()).map(async ({ host, environment }) => {
      const tabs = await tabsOf(host).catch(() => []);
      return tabs.map(({ id = -1 }): [number, Environment] => [id, environment]);
    }),
  );
  return all.flat();
}

/** Whether every key that these consoles show is kept, as far as can be checked. */
export function isEveryKeyKept(consoles: readonly WatchStatus[]): boolean {
  return consoles.every((one) => one.isAllowed && one.unwatched.length + one.closed.length === 0);
}

async function checkConsole({ host, environment }: AddedConsole): Promise<WatchStatus> {
  const isAllowed = await browser.permissions.contains(originsOf(host));
  const tabs = isAllowed ? await tabsOf(host) : [];
  const states = await Promise.all(tabs.map(async ({ id = -1 }) => [id, await stateOf(id)] as const));
  const tabsIn = (wanted: TabState) => states.filter(([, state]) => state === wanted).map(([id]) => id);
  return { host, environment, isAllowed, unwatched: tabsIn('unwatched'), closed: tabsIn('closed') };
}

/** The open tabs of a host, without discarded ones: those get the script when they are loaded again. */
async function tabsOf(host: string): Promise<Tabs.Tab[]> {
  const tabs = await browser.tabs.query({ url: originsOf(host).origins });
  return tabs.filter(({ url = '', discarded }) => !discarded && new URL(url).origin === `https://${host}`);
}

type TabState = 'watched' | 'unwatched' | 'closed';

async function stateOf(tab: number): Promise<TabState> {
  if (await answers(tab)) return 'watched';
  try {
    const target = { tabId: tab, ...(script.allFrames ? { allFrames: true } : { frameIds: [0] }) };
    await browser.scripting.executeScript({ target, files: [...script.js], injectImmediately: true });
  } catch (error) {
    // A page that failed to load shows the browser's own error page. The tab may also have been closed, or be loading
    // another page.
    if (/error page/i.test(String(error))) return 'watched';
    return (await isLoaded(tab)) ? 'closed' : 'watched';
  }
  return (await answers(tab)) ? 'watched' : 'unwatched';
}

async function answers(tab: number): Promise<boolean> {
  const silence = new Promise((resolve) => setTimeout(resolve, tabTimeout));
  const asking = browser.tabs.sendMessage(tab, { type: 'version' }, { frameId: 0 }).catch(() => undefined);
  return (await Promise.race([asking, silence])) === browser.runtime.getManifest().version;
}

function isLoaded(tab: number): Promise<boolean> {
  return browser.tabs.get(tab).then(
    ({ status }) => status === 'complete',
    () => false,
  );
}

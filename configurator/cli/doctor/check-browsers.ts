import { Refusal } from '../../../shared/refusal.ts';
import { type Browser, type BrowserName, browsers } from '../../native-host/browsers/browsers.ts';
import { readRecord } from '../../native-host/browsers/connection-record.ts';
import { type Entry, entriesFor } from '../../native-host/browsers/entries.ts';
import { findInstalled, sandboxesOf } from '../../native-host/browsers/installed.ts';
import type { Launch } from '../../native-host/browsers/launcher.ts';
import type { Machine } from '../../native-host/browsers/machine.ts';
import { checkEntry } from './check-manifest.ts';
import { checkPolicies } from './check-policies.ts';
import { type DoctorFinding, note, problem } from './finding.ts';

/** One browser: whether it is connected, how it is installed, and what is wrong. */
export interface BrowserDiagnosis {
  readonly name: BrowserName;
  readonly title: string;
  readonly isConnected: boolean;
  readonly sandboxes: readonly string[];
  readonly findings: readonly DoctorFinding[];
}

export interface Connected {
  readonly browsers: readonly Browser[];
  readonly findings: readonly DoctorFinding[];
}

/** The connected browsers: those of the record, or those with a manifest if the record was lost. */
export async function connectedBrowsers(launch: Launch, machine: Machine): Promise<Connected> {
  const findings: DoctorFinding[] = [];
  let known: readonly string[] = [];
  try {
    known = (await readRecord(launch, machine)).browsers;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, params } = error;
    const anew = [{ kind: 'remove', path: String(params['file']) }, { kind: 'connect' }] as const;
    findings.push({ code, params, level: 'problem', repairs: code === 'state-unreadable' ? anew : [] });
  }
  const there = await Promise.all(
    browsers.map((each) => known.length === 0 && hasManifest(each, launch, machine)),
  );
  return { browsers: browsers.filter(({ name }, index) => known.includes(name) || there[index]), findings };
}

async function hasManifest(browser: Browser, launch: Launch, machine: Machine): Promise<boolean> {
  const { own } = entriesOf(browser, launch, machine);
  const found = await Promise.all(
    own.map(({ kind, place }) => kind === 'file' && machine.files.exists(place)),
  );
  return found.includes(true);
}

/** The entries of a browser: the launcher, which all share, and the rest. */
export function entriesOf(browser: Browser, launch: Launch, machine: Machine) {
  const [launcher, ...own] = entriesFor([browser], launch, machine) as [Entry, ...Entry[]];
  return { launcher, own };
}

/** Checks every browser that is connected or installed. */
export async function checkBrowsers(
  connected: readonly Browser[],
  launch: Launch,
  machine: Machine,
): Promise<BrowserDiagnosis[]> {
  const installed = await findInstalled(machine);
  const looked = browsers.filter((each) => connected.includes(each) || installed.includes(each));
  return Promise.all(
    looked.map(async (browser) => {
      const sandboxes = await sandboxesOf(browser, machine);
      const isConnected = connected.includes(browser);
      const notes = isConnected ? sandboxes.map(({ code }) => note(code, { browser: browser.title })) : [];
      const found = isConnected
        ? await checkConnected(browser, launch, machine)
        : [unconnected(browser, connected.length === 0)];
      const { name, title } = browser;
      const kinds = sandboxes.map(({ kind }) => kind);
      return { name, title, isConnected, sandboxes: kinds, findings: [...found, ...notes] };
    }),
  );
}

/** An unconnected browser is only a problem if no browser is connected. */
function unconnected({ title: browser }: Browser, isNone: boolean): DoctorFinding {
  if (!isNone) return note('browser-unconnected', { browser });
  return problem('browser-unconnected', { browser }, { kind: 'connect' });
}

async function checkConnected(browser: Browser, launch: Launch, machine: Machine): Promise<DoctorFinding[]> {
  const { launcher, own } = entriesOf(browser, launch, machine);
  const found = await Promise.all(own.map((entry) => checkEntry(entry, browser, launcher.place, machine)));
  return [...found.flat(), ...(await checkPolicies(browser, machine))];
}

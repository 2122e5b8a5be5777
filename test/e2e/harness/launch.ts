import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer';
import { chromiumId, geckoId } from '../../../shared/extension-ids.ts';
import { type BrowserName, findBrowser } from '../../setup/browsers.ts';
import { builtExtension } from './built.ts';
import { type Grant, grantInChromium, grantInFirefox } from './grant.ts';
import type { Workspace } from './workspace.ts';

export interface LaunchSettings {
  readonly name: BrowserName;
  readonly workspace: Workspace;
  /** Where every https address leads: the practice console on loopback. */
  readonly consolePort: number;
  readonly headless: boolean;
  /** What the person has granted the extension. */
  readonly grant?: Grant;
  /** Whether the welcome page stays open. */
  readonly greeting?: boolean;
}

/**
 * Starts a real browser with the shipped extension, a new profile and no access to the network.
 *
 * @throws Error where there is no such browser, or the extension was not built
 */
export async function launch(settings: LaunchSettings): Promise<Browser> {
  const { name, workspace } = settings;
  const program = await findBrowser(name);
  if (!program) throw new Error(`no ${name} on this machine; run: npm test`);
  const browser = await puppeteer.launch({
    executablePath: workspace.installed?.browser(program) ?? program,
    env: workspace.env,
    acceptInsecureCerts: true,
    headless: settings.headless,
    userDataDir: profile(settings),
    defaultViewport: null,
    // Who started us ends the browser, after the rest of its work.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...(name === 'chromium' ? chromium(settings) : firefox(settings)),
  });
  keepLogs(browser, workspace);
  await addExtension(browser, settings);
  return browser;
}

/** Installs the shipped extension, with what the person grants it. */
export async function addExtension(browser: Browser, settings: LaunchSettings): Promise<void> {
  const { name, workspace } = settings;
  const built = builtExtension(name);
  const extension = workspace.installed?.copy(built) ?? built;
  if (name === 'chromium') await grantInChromium(browser, settings);
  await browser.installExtension(extension);
  if (name === 'firefox') await grantInFirefox(browser, settings);
}

/**
 * Removes the extension with all that it keeps and was granted, and closes every page but the browser's first.
 *
 * @throws Error where another page stays
 */
export async function removeExtension(browser: Browser, name: BrowserName): Promise<void> {
  await browser.uninstallExtension(name === 'chromium' ? chromiumId : geckoId);
  const [first, ...others] = await browser.pages();
  await first?.goto('about:blank');
  await first?.bringToFront();
  // Firefox's driver goes on listing windows of the extension that are gone.
  for (const page of others) await page.close().catch(() => {});
  const stay = await Promise.all(others.map((page) => page.evaluate(() => true).catch(() => false)));
  if (stay.includes(true)) throw new Error('a page of the session before stays open');
}

/** What the driver sets aside of a profile of Firefox while it runs. */
const setAside = ['prefs.js.puppeteer', 'user.js.puppeteer'];
/** In milliseconds. */
const patience = 60_000;

/** Waits until the driver of a browser that has ended has put the profile back as it was: another start would trip over it. */
export async function profileIsBack(settings: LaunchSettings): Promise<void> {
  const files = setAside.map((file) => join(profile(settings), file));
  for (const end = Date.now() + patience; Date.now() < end; await sleep(20)) {
    if (!files.some((file) => existsSync(file))) return;
  }
}

/** Chromium looks for native hosts below its profile, so the profile stands where `cle connect` writes. */
function profile({ name, workspace }: LaunchSettings): string {
  const folder = join(workspace.home, name === 'chromium' ? '.config/chromium' : '.mozilla/firefox/profile');
  mkdirSync(folder, { recursive: true });
  return folder;
}

function chromium({ consolePort }: LaunchSettings): LaunchOptions {
  return {
    pipe: true,
    enableExtensions: true,
    args: [
      `--host-resolver-rules=MAP *:443 127.0.0.1:${consolePort}, MAP * ~NOTFOUND`,
      '--window-size=1280,900',
      '--disable-gpu',
      '--disable-component-update',
      '--enable-logging=stderr',
      // Chromium has no sandbox as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  };
}

function firefox({ consolePort }: LaunchSettings): LaunchOptions {
  return {
    browser: 'firefox',
    args: ['--width=1280', '--height=900'],
    extraPrefsFirefox: {
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${consolePort}`,
      // The browser's own question for a permission, which no test can answer, is answered with yes.
      'extensions.webextOptionalPermissionPrompts': false,
      // What a page shows is written to the disk soon, where a search for leaks can find it.
      'browser.sessionstore.interval': 1000,
    },
  };
}

/** What a browser prints may hold what an extension or a host printed. */
function keepLogs(browser: Browser, { evidence }: Workspace): void {
  const log = createWriteStream(join(evidence, 'browser.log'), { flags: 'a' });
  const process = browser.process();
  process?.stderr?.pipe(log, { end: false });
  process?.stdout?.pipe(log, { end: false });
  process?.once('exit', () => log.end());
}

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import puppeteer from 'puppeteer';
import { type BrowserName, isUsable, knownPlaces } from './known-places.ts';
import {
  browsersAreSnaps,
  canInstallPackages,
  hasPackages,
  installPackages,
  packageCommand,
} from './packages.ts';

export type { BrowserName };

/** The name of each browser for Debian, for puppeteer, and of the environment variables with its program. */
const names = {
  chromium: {
    debian: 'chromium',
    puppeteer: 'chrome',
    variables: ['CLE_CHROMIUM', 'PUPPETEER_EXECUTABLE_PATH'],
  },
  firefox: { debian: 'firefox-esr', puppeteer: 'firefox', variables: ['CLE_FIREFOX'] },
} as const;

/**
 * Finds a browser: named by an environment variable, installed, or downloaded earlier by puppeteer.
 *
 * @returns its program's path, or `undefined`
 * @throws Error where a variable names no program
 */
export async function findBrowser(name: BrowserName): Promise<string | undefined> {
  const variable = names[name].variables.find((variable) => process.env[variable]);
  const named = variable && process.env[variable];
  if (named && !isUsable(named)) throw new Error(`${variable} names no program that runs: "${named}"`);
  return named ?? knownPlaces(name).find(isUsable) ?? (await downloaded(name));
}

/**
 * Finds a browser, or installs it: Debian's package if possible, otherwise puppeteer's download.
 *
 * @param say is told what is being done
 * @returns its program's path
 * @throws Error that says which command to run
 */
export async function ensureBrowser(name: BrowserName, say: (line: string) => void): Promise<string> {
  const present = await findBrowser(name);
  if (present) return present;
  const reasons: string[] = [];
  for (const source of packaged() ? [fromDebian, download] : [download]) {
    reasons.push(source(name, say));
    const installed = await findBrowser(name);
    if (installed) return installed;
  }
  throw new Error([`no ${name} on this machine; ${advice(name)}`, ...reasons].join('\n'));
}

/** Whether Debian has a package for the browser. */
function packaged(): boolean {
  return canInstallPackages() && !browsersAreSnaps();
}

/** The path of puppeteer's own download, if it is there. */
async function downloaded(name: BrowserName): Promise<string | undefined> {
  const file = await puppeteer.executablePath({ browser: names[name].puppeteer, headless: true });
  return isUsable(file) ? file : undefined;
}

function fromDebian(name: BrowserName, say: (line: string) => void): string {
  say(`no ${name} found: installing Debian's ${names[name].debian} …`);
  try {
    installPackages([names[name].debian]);
    return '';
  } catch (error) {
    return String(error);
  }
}

function download(name: BrowserName, say: (line: string) => void): string {
  say(`no ${name} found: downloading puppeteer's …`);
  const cli = createRequire(import.meta.url).resolve('puppeteer/lib/puppeteer/node/cli.js');
  const { stderr } = spawnSync(process.execPath, [cli, 'browsers', 'install', names[name].puppeteer], {
    encoding: 'utf8',
  });
  const usageAndError = stderr.split('\nError: ');
  return usageAndError.at(-1)?.replace(/\n +at .*/g, '') ?? '';
}

function advice(name: BrowserName): string {
  const variable = names[name].variables[0];
  const command =
    hasPackages() && !browsersAreSnaps()
      ? packageCommand([names[name].debian])
      : `npx puppeteer browsers install ${names[name].puppeteer}`;
  return `run: ${command}\n(or name its program in the environment variable ${variable})`;
}

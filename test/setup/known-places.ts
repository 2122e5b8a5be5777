import { accessSync, constants, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

/** Programs to look for on the PATH, best first. Any Chromium will do: the extension is loaded over the driver's pipe. */
const commands: Record<BrowserName, readonly string[]> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'google-chrome', 'chrome'],
  firefox: ['firefox', 'firefox-esr'],
};

const macPrograms: Record<BrowserName, readonly string[]> = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox'],
};

const windowsPrograms: Record<BrowserName, readonly string[]> = {
  chromium: ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe'],
  firefox: ['Mozilla Firefox\\firefox.exe'],
};

/** Where a browser may be installed on this system, best first. */
export function knownPlaces(name: BrowserName): string[] {
  const { PATH = '', HOME = '', LOCALAPPDATA = '', ProgramFiles = '' } = process.env;
  if (process.platform === 'win32')
    return [ProgramFiles, LOCALAPPDATA].flatMap((folder) =>
      windowsPrograms[name].map((program) => join(folder, program)),
    );
  const onPath = commands[name].flatMap((command) =>
    PATH.split(delimiter).map((folder) => join(folder, command)),
  );
  if (process.platform !== 'darwin') return onPath;
  const applications = ['/Applications', join(HOME, 'Applications')];
  return [...onPath, ...applications.flatMap((folder) => macPrograms[name].map((app) => join(folder, app)))];
}

/** Whether a file is a usable program: it runs, and does not start a snap. */
export function isUsable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return !isSnap(realpathSync(file));
  } catch {
    return false;
  }
}

/** Ubuntu's `chromium-browser` and `firefox` are scripts that start a snap, or links to the snap program. */
function isSnap(file: string): boolean {
  if (file === '/usr/bin/snap' || file.startsWith('/snap/')) return true;
  const start = readFileSync(file).subarray(0, 4096).toString('latin1');
  return start.startsWith('#!') && start.includes('/snap/');
}

import { posix, win32 } from 'node:path';
import type { Browser } from './browsers.ts';
import type { Machine } from './machine.ts';

/** The path functions of the machine's system. */
export function pathsOf({ system }: Machine): typeof posix {
  return system === 'win32' ? win32 : posix;
}

/** Turns a place of the browsers' table into an absolute path, through the same variables that browsers use. */
export function locate(place: string, machine: Machine): string {
  const bases = basesOf(machine);
  const path = place.replace(/^\{(\w+)\}/, (_, base: string) => bases[base] ?? machine.home);
  return pathsOf(machine).normalize(path);
}

/** The folders in which a browser looks for a host's manifest; none on Windows. */
export function hostFolders(browser: Browser, machine: Machine): string[] {
  if (machine.system === 'win32') return [];
  return browser[machine.system].hosts.map((place) => locate(place, machine));
}

/** Whether this user has used the browser, or can start it. */
export function isInstalled(browser: Browser, machine: Machine): Promise<boolean> {
  const profiles = browser[machine.system].profiles.map((place) => locate(place, machine));
  return anyExists([...profiles, ...programsOf(browser, machine)], machine);
}

async function anyExists(paths: readonly string[], { files }: Machine): Promise<boolean> {
  const found = await Promise.all(paths.map((path) => files.exists(path)));
  return found.includes(true);
}

function basesOf({ system, home, env }: Machine): Readonly<Record<string, string>> {
  const { CHROME_CONFIG_HOME, XDG_CONFIG_HOME, LOCALAPPDATA, APPDATA } = env;
  switch (system) {
    case 'linux':
      return { home, config: CHROME_CONFIG_HOME || XDG_CONFIG_HOME || `${home}/.config` };
    case 'darwin':
      return { home, config: `${home}/Library/Application Support` };
    case 'win32':
      return {
        local: LOCALAPPDATA || `${home}\\AppData\\Local`,
        roaming: APPDATA || `${home}\\AppData\\Roaming`,
      };
  }
}

function programsOf({ programs }: Browser, { system, home, env }: Machine): string[] {
  switch (system) {
    case 'linux': {
      const { PATH = '' } = env;
      const folders = PATH.split(':').filter((folder) => folder.startsWith('/'));
      return folders.flatMap((folder) => programs.linux.map((name) => posix.join(folder, name)));
    }
    case 'darwin': {
      const folders = ['/Applications', `${home}/Applications`];
      return folders.flatMap((folder) => programs.darwin.map((name) => `${folder}/${name}.app`));
    }
    // On Windows a browser creates its profile's folder during installation.
    case 'win32':
      return [];
  }
}

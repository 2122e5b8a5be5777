import { chromiumId, geckoId } from '../../../shared/extension-ids.ts';
import { hostName } from '../../../shared/wire.ts';
import type { Browser } from './browsers.ts';
import { type Launch, launcherText } from './launcher.ts';
import { hostFolders, pathsOf } from './locate.ts';
import type { Machine } from './machine.ts';

/**
 * The text of a native messaging manifest: which extension may start which program.
 *
 * @param launcher absolute path of the program that the browser starts
 */
function manifestText(family: Browser['family'], launcher: string): string {
  const callers =
    family === 'chromium'
      ? { allowed_origins: [`chrome-extension://${chromiumId}/`] }
      : { allowed_extensions: [geckoId] };
  const manifest = {
    name: hostName,
    description: 'Clé en main: installs Payline keys into configuration files',
    path: launcher,
    type: 'stdio',
    ...callers,
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** One file or registry key that connecting writes. */
export type Entry = FileEntry | KeyEntry;

interface FileEntry {
  readonly kind: 'file';
  /** Absolute. */
  readonly place: string;
  readonly content: string;
  readonly mode: number;
}

interface KeyEntry {
  readonly kind: 'key';
  /** Under HKEY_CURRENT_USER. */
  readonly place: string;
  /** Its (Default) value. */
  readonly content: string;
}

/** The entries that connect these browsers, without duplicates. */
export function entriesFor(browsers: readonly Browser[], launch: Launch, machine: Machine): Entry[] {
  if (browsers.length === 0) return [];
  const entries = [
    launcherEntry(launch, machine),
    ...browsers.flatMap((each) => browserEntries(each, launch, machine)),
  ];
  return [...new Map(entries.map((entry) => [entry.place, entry])).values()];
}

function launcherEntry(launch: Launch, machine: Machine): FileEntry {
  const content = launcherText(launch, machine);
  return { kind: 'file', place: launcherPath(launch, machine), content, mode: 0o700 };
}

function launcherPath({ stateFolder }: Launch, machine: Machine): string {
  const name = machine.system === 'win32' ? `${hostName}.bat` : hostName;
  return pathsOf(machine).join(stateFolder, 'host', name);
}

function browserEntries(browser: Browser, launch: Launch, machine: Machine): Entry[] {
  const { join } = pathsOf(machine);
  const manifestIn = (folder: string): FileEntry => ({
    kind: 'file',
    place: join(folder, `${hostName}.json`),
    content: manifestText(browser.family, launcherPath(launch, machine)),
    mode: 0o644,
  });
  if (machine.system !== 'win32') return hostFolders(browser, machine).map(manifestIn);
  const manifest = manifestIn(join(launch.stateFolder, 'host', browser.family));
  const keys = browser.win32.keys.map(
    (key): KeyEntry => ({
      kind: 'key',
      place: `Software\\${key}\\NativeMessagingHosts\\${hostName}`,
      content: manifest.place,
    }),
  );
  return [manifest, ...keys];
}

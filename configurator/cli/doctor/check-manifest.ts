import * as v from 'valibot';
import { chromiumId, geckoId } from '../../../shared/extension-ids.ts';
import { hostName } from '../../../shared/wire.ts';
import type { Browser } from '../../native-host/browsers/browsers.ts';
import type { Entry } from '../../native-host/browsers/entries.ts';
import { type FoundFile, type Machine, readOurs } from '../../native-host/browsers/machine.ts';
import { type DoctorFinding, problem, replacing } from './finding.ts';

const writableByOthers = 0o022;

/** The mode in digits, if others can change a file; `undefined` if not, or where modes mean nothing. */
export function openMode(mode: number, { system }: Machine): string | undefined {
  return system !== 'win32' && (mode & writableByOthers) !== 0 ? digits(mode) : undefined;
}

export function digits(mode: number): string {
  return mode.toString(8).padStart(3, '0');
}

const connect = { kind: 'connect' } as const;

/** Problems with one manifest, or one registry key, that a browser looks for. */
export async function checkEntry(
  { kind, place, content }: Entry,
  browser: Browser,
  launcher: string,
  machine: Machine,
): Promise<DoctorFinding[]> {
  if (kind === 'key') return checkKey(place, content, browser, machine);
  const found = await readOurs(place, machine.files);
  if (found === undefined) {
    return [problem('manifest-missing', { browser: browser.title, file: place }, connect)];
  }
  if ('reason' in found) {
    return [
      problem('manifest-unreadable', { file: place, reason: found.reason }, ...replacing(found.reason)),
    ];
  }
  return checkManifest(place, found, content, { family: browser.family, launcher, machine });
}

async function checkKey(
  key: string,
  file: string,
  { title: browser }: Browser,
  { registry }: Machine,
): Promise<DoctorFinding[]> {
  const value = await registry.read(key);
  if (value === undefined) return [problem('registry-missing', { browser, key }, connect)];
  return value === file ? [] : [problem('registry-other', { browser, key, file }, connect)];
}

interface Wanted {
  readonly family: Browser['family'];
  readonly launcher: string;
  readonly machine: Machine;
}

function checkManifest(file: string, found: FoundFile, content: string, wanted: Wanted): DoctorFinding[] {
  const code = found.text === content ? undefined : flawOf(found.text, wanted);
  const mode = openMode(found.mode, wanted.machine);
  return [
    ...(code ? [problem(code, { file, launcher: wanted.launcher }, connect)] : []),
    ...(mode === undefined ? [] : [problem('manifest-writable', { file, mode }, connect)]),
    ...(found.foreign
      ? [problem('manifest-foreign', { file }, { kind: 'remove', path: file }, connect)]
      : []),
  ];
}

/** What prevents the browser from starting the host, the worst first. */
function flawOf(text: string, { family, launcher }: Wanted) {
  if (text.startsWith('\ufeff')) return 'manifest-bom';
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown())), text);
  if (!parsed.success) return 'manifest-not-json';
  const { name, path, allowed_origins: origins, allowed_extensions: extensions } = parsed.output;
  if (name !== hostName) return 'manifest-name';
  if (path !== launcher) return 'manifest-path';
  const [callers, caller] =
    family === 'chromium' ? [origins, `chrome-extension://${chromiumId}/`] : [extensions, geckoId];
  const isIn = Array.isArray(callers) && callers.includes(caller);
  return isIn ? 'manifest-outdated' : 'manifest-extension';
}

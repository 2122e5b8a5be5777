import type { Remaining } from '../../inspect/rotation.ts';
import type { Leak } from '../../inspect/scan/leak.ts';
import type { Scan } from '../../inspect/scan/scan.ts';
import { say } from '../messages.ts';
import type { Terminal } from '../terminal.ts';
import { tell } from '../texts.ts';

type Shown = Leak & { readonly installed: boolean };

/** Prints where each key was found, key by key, and what was not searched. */
export function showScan(
  scan: Omit<Scan, 'leaks'> & { readonly leaks: readonly Shown[]; readonly keys: number },
  terminal: Terminal,
): void {
  const { print, paint, complain, language } = terminal;
  const { leaks, keys, files, objects, passed, unread, cut } = scan;
  for (const [key, places] of byKey(leaks)) {
    const reference = key.reference || '–';
    print(paint('bold', tell('scan-key', language, { ...shown(key), reference })));
    for (const place of places)
      print(paint(place.installed ? 'green' : 'red', `  ${describe(place, terminal)}`));
  }
  for (const path of passed) print(paint('dim', tell('scan-passed', language, { path })));
  for (const { code, params } of unread) complain(say(code, params, language).what);
  if (cut) complain(tell('scan-cut', language));
  const left = unread.length + (cut ? 1 : 0);
  const done = left === 0 ? 'scan-done' : 'scan-done-in-part';
  print(
    keys === 0
      ? tell('scan-none-known', language)
      : tell(done, language, { files, objects, keys, places: leaks.length, left }),
  );
}

function byKey(leaks: readonly Shown[]): Map<Leak['key'], Shown[]> {
  const groups = new Map<Leak['key'], Shown[]>();
  for (const leak of leaks) groups.set(leak.key, [...(groups.get(leak.key) ?? []), leak]);
  return groups;
}

function shown({ environment, masked, merchantId, fingerprint }: Leak['key']) {
  return { environment, masked, merchantId, fingerprint };
}

function describe(leak: Shown, { language }: Terminal): string {
  const { as, installed, line, path, git } = leak;
  const base64 = as === 'base64' ? tell('scan-base64', language) : '';
  const more = `${base64}${installed ? tell('scan-installed', language) : ''}`;
  const [commit, object] = [git?.commit?.slice(0, 12) ?? '', git?.object.slice(0, 12) ?? ''];
  return tell(kindOf(leak), language, { line, path: path ?? '', commit, object, more });
}

function kindOf({ path, git }: Leak) {
  if (git === null) return 'scan-file';
  if (git.commit === null) return path === null ? 'scan-object' : 'scan-staged';
  return path === null ? 'scan-message' : 'scan-commit';
}

/** Prints where an old key still is. */
export function showRemaining(
  { places, projects, unread }: Remaining,
  masked: string,
  { print, complain, paint, language }: Terminal,
): void {
  const isNowhere = places.length + projects.length === 0;
  // "Nowhere" is printed only if everything was read.
  if (unread > 0) complain(tell('rotation-unread', language, { left: unread, masked }));
  if (!isNowhere || unread === 0) {
    print(tell(isNowhere ? 'rotation-nowhere' : 'rotation-remaining', language, { masked }));
  }
  for (const { path, line, commit } of places) {
    print(paint('yellow', `  ${[commit, path].filter(Boolean).join(':')}:${line}`));
  }
  for (const name of projects) print(paint('yellow', `  ${tell('rotation-elsewhere', language, { name })}`));
}

import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { cwd } from 'node:process';
import { isInstalled, type Leak, type OnStep } from '../../inspect/scan/leak.ts';
import { scanFor } from '../../inspect/scan/scan.ts';
import { knownKeys } from '../../machine/records/known-keys.ts';
import type { Work } from '../command.ts';
import { CommandRefusal, FoundWrong } from '../errors.ts';
import { say } from '../messages.ts';
import { showScan } from '../show/scan.ts';
import type { Terminal } from '../terminal.ts';
import { tell } from '../texts.ts';

export interface ScanFlags {
  readonly fail?: boolean;
  readonly json?: boolean;
}

/** `cle scan`: finds keys that were installed from this machine. It searches for nothing else, and shows no key. */
const scan: Work<ScanFlags, [path?: string]> = async (terminal, { fail }, path = cwd()) => {
  const { language } = terminal;
  const known = await knownKeys();
  const found = await scanFor(known, path, progressOf(terminal));
  const start = resolve(path);
  const installed = await isInstalled(statSync(start).isDirectory() ? start : dirname(start));
  const leaks = found.leaks.map((leak) => ({ ...leak, installed: installed(leak) }));
  showScan({ ...found, leaks, keys: known.keys.length }, terminal);
  const count = leaks.filter((leak) => !leak.installed).length;
  const result = {
    keys: known.keys.length,
    found: leaks.map((leak) => ({ ...told(leak), installed: leak.installed })),
    files: found.files,
    objects: found.objects,
    passed: found.passed,
    unread: found.unread.map(({ code, params }) => ({
      code,
      params,
      message: say(code, params, language).what,
    })),
    cut: found.cut,
    complete: found.unread.length === 0 && !found.cut,
  };
  if (fail && count > 0) throw new FoundWrong(new CommandRefusal('scan-found', { count }), result);
  const left = found.unread.length + (found.cut ? 1 : 0);
  // What was not searched must not pass for clean.
  if (fail && left > 0) throw new FoundWrong(new CommandRefusal('scan-unread', { count: left }), result);
  return result;
};

export default scan;

/** Shows the progress of the search, its speed, and the estimated time left. */
function progressOf({ progress, language }: Terminal): OnStep {
  const start = performance.now();
  let last = start;
  return ({ done, all, bytes }) => {
    const now = performance.now();
    if (now - last < pause) return;
    last = now;
    const seconds = (now - start) / 1000;
    const left = Math.ceil((seconds * Math.max(0, all - done)) / Math.max(1, done));
    const rate = Math.round(bytes / seconds / 1e6);
    progress(tell('scan-progress', language, { done, all: Math.max(all, done), rate, left }));
  };
}

/** In milliseconds, between two updates of the progress. */
const pause = 100;

function told({ key, as, line, path, git }: Leak) {
  const { environment, masked, merchantId, reference, fingerprint } = key;
  const where = {
    path,
    line,
    commit: git?.commit ?? null,
    object: git?.object ?? null,
    tree: git?.tree ?? null,
  };
  return { key: { environment, masked, merchantId, reference, fingerprint }, ...where, as };
}

import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { cwd } from 'node:process';
import { isInstalled, type Leak } from '../../inspect/scan/leak.ts';
import { scanFor } from '../../inspect/scan/scan.ts';
import { knownKeys } from '../../machine/records/known-keys.ts';
import type { Work } from '../command.ts';
import { CommandRefusal, FoundWrong } from '../errors.ts';
import { say } from '../messages.ts';
import { showScan } from '../show/scan.ts';
import { tell } from '../texts.ts';

export interface ScanFlags {
  readonly fail?: boolean;
  readonly json?: boolean;
}

/** `cle scan`: says where keys stand that were installed from this machine. It looks for nothing else, and shows none. */
const scan: Work<ScanFlags, [path?: string]> = async (terminal, { fail }, path = cwd()) => {
  const { language } = terminal;
  const known = await knownKeys();
  const progress = (done: number) => terminal.progress(tell('scan-progress', language, { done }));
  const found = await scanFor(known, path, progress);
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
  };
  if (fail && count > 0) throw new FoundWrong(new CommandRefusal('scan-found', { count }), result);
  const left = found.unread.length + (found.cut ? 1 : 0);
  // Nobody may take for clean what was not looked at.
  if (fail && left > 0) throw new FoundWrong(new CommandRefusal('scan-unread', { count: left }), result);
  return result;
};

export default scan;

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

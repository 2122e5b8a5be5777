import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { env, platform } from 'node:process';
import { systemEnvironment, systemProgram } from '../../machine/access-rules.ts';
import { removeIfThere, temporaryName } from '../../machine/files.ts';
import { patiently } from '../../machine/patience.ts';
import { type Ended, type Run, run } from '../../machine/programs.ts';
import { stateFolder } from '../../machine/state-folder.ts';
import { diskFiles } from './disk-files.ts';
import type { Machine, Registry, System } from './machine.ts';

/** The machine that this process runs on. Other systems are treated like Linux. */
export function thisMachine(): Machine {
  const system: System = platform === 'win32' || platform === 'darwin' ? platform : 'linux';
  return { system, home: homedir(), env, files: diskFiles, registry: windowsRegistry() };
}

/** How to start `reg.exe`, and a folder for its temporary file. */
interface RegistryAccess {
  readonly start: (run: Run) => Promise<Ended>;
  readonly folder: () => string;
}

/**
 * The registry of Windows, through its own `reg.exe`, as a library would be native code. The output of `reg query` lacks
 * letters that are not in the system's code page; the file of `reg export` is UTF-16.
 *
 * @param root the key below HKEY_CURRENT_USER for everything that is read and written; tests have one of their own
 */
export function windowsRegistry(
  { start, folder }: RegistryAccess = { start: run, folder: stateFolder },
  root = env['CLE_REGISTRY'] ?? '',
): Registry {
  const full = (key: string) => ['HKEY_CURRENT_USER', ...(root ? [root] : []), key].join('\\');
  const reg = async (...args: readonly string[]) => {
    const program = systemProgram('reg.exe');
    const { how } = await start({ program, args, env: systemEnvironment(), longest, largest: 64 * 1024 });
    return how === 0;
  };
  // Its status tells no more, and its messages are translated.
  const change = async (...args: readonly string[]) => {
    if (!(await reg(...args))) throw Object.assign(new Error('reg.exe failed'), { code: 'EREGISTRY' });
  };
  return {
    async read(key) {
      const file = join(folder(), temporaryName());
      try {
        if (!(await reg('export', full(key), file, '/y'))) return undefined;
        return defaultValueIn(
          patiently(() => readFileSync(file, 'utf16le')),
          full(key),
        );
      } finally {
        await removeIfThere(file);
      }
    },
    write: (key, value) => change('add', full(key), '/ve', '/t', 'REG_SZ', '/d', value, '/f'),
    remove: (key) => change('delete', full(key), '/f'),
  };
}

/** In milliseconds. */
const longest = 10_000;

/**
 * The (Default) value of a key in a file of `reg export`: `@="…"` below the key's name in brackets, with `\` and `"` escaped.
 *
 * @returns `undefined` where it has none, or one of another type
 */
function defaultValueIn(text: string, key: string): string | undefined {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => line.toLowerCase() === `[${key}]`.toLowerCase());
  if (start < 0) return undefined;
  const values = lines.slice(start + 1);
  const end = values.findIndex((line) => line.startsWith('['));
  const value = values.slice(0, end < 0 ? undefined : end).find((line) => line.startsWith('@='));
  return value && /^@="(.*)"$/.exec(value)?.[1]?.replace(/\\(.)/g, '$1');
}

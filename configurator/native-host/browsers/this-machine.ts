import { homedir } from 'node:os';
import { win32 } from 'node:path';
import { env, platform } from 'node:process';
import { run } from '../../machine/programs.ts';
import { diskFiles } from './disk-files.ts';
import type { Machine, Registry, System } from './machine.ts';

/** The machine that this process runs on. Systems without rules of their own are taken for a kind of Linux. */
export function thisMachine(): Machine {
  const system: System = platform === 'win32' || platform === 'darwin' ? platform : 'linux';
  return { system, home: homedir(), env, files: diskFiles, registry: windowsRegistry };
}

/** The registry of Windows through its own `reg.exe`: a library would be native code. */
const windowsRegistry: Registry = {
  async read(key) {
    try {
      const output = await reg('query', key, '/ve');
      // The value's name is translated, "(Standard)" in German; its type is not.
      return /\sREG_SZ\s+(.*?)\r?$/m.exec(output)?.[1];
    } catch {
      return undefined;
    }
  },

  async write(key, value) {
    await reg('add', key, '/ve', '/t', 'REG_SZ', '/d', value, '/f');
  },

  async remove(key) {
    await reg('delete', key, '/f');
  },
};

async function reg(command: string, key: string, ...rest: readonly string[]): Promise<string> {
  const { SystemRoot = 'C:\\Windows', TEMP } = env;
  const { how, output } = await run({
    program: win32.join(SystemRoot, 'System32', 'reg.exe'),
    args: [command, `HKCU\\${key}`, ...rest],
    env: { SystemRoot, TEMP },
    longest: 10_000,
    largest: 64 * 1024,
  });
  if (how === 0) return output;
  // Its status tells nothing, and what it says is in the system's language.
  throw Object.assign(new Error('reg.exe failed'), { code: 'EREGISTRY' });
}

import { execFile } from 'node:child_process';
import { homedir } from 'node:os';
import { env, platform } from 'node:process';
import { promisify } from 'node:util';
import { diskFiles } from './disk-files.ts';
import type { Machine, Registry, System } from './machine.ts';

/** The machine that this process runs on. Systems without rules of their own are taken for a kind of Linux. */
export function thisMachine(): Machine {
  const system: System = platform === 'win32' || platform === 'darwin' ? platform : 'linux';
  return { system, home: homedir(), env, files: diskFiles, registry: windowsRegistry };
}

const run = promisify(execFile);

/** The registry of Windows through its own `reg.exe`: a library would be native code. */
const windowsRegistry: Registry = {
  async read(key) {
    try {
      const { stdout } = await reg('query', key, '/ve');
      // The value's name is translated, "(Standard)" in German; its type is not.
      return /\sREG_SZ\s+(.*?)\r?$/m.exec(stdout)?.[1];
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

async function reg(command: string, key: string, ...rest: readonly string[]): Promise<{ stdout: string }> {
  try {
    return await run('reg.exe', [command, `HKCU\\${key}`, ...rest], { windowsHide: true });
  } catch {
    // Its status tells nothing, and what it says is in the system's language.
    throw Object.assign(new Error('reg.exe failed'), { code: 'EREGISTRY' });
  }
}

import { homedir } from 'node:os';
import { env, platform } from 'node:process';
import { diskFiles } from './disk-files.ts';
import type { Machine, System } from './machine.ts';
import { windowsRegistry } from './windows-registry.ts';

/** The machine that this process runs on. Systems without rules of their own are taken for a kind of Linux. */
export function thisMachine(): Machine {
  const system: System = platform === 'win32' || platform === 'darwin' ? platform : 'linux';
  return { system, home: homedir(), env, files: diskFiles, registry: windowsRegistry };
}

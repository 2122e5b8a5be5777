import { readFileSync, writeFileSync } from 'node:fs';
import { argv, env, execArgv, execPath, exit, pid, platform } from 'node:process';
import { rethrowUnlessSystemError } from './system-error.ts';

/** Of the environment: this process was started anew, without core dumps. */
const restarted = 'CLE_WITHOUT_CORE_DUMPS';
const shell = '/bin/sh';

/**
 * Has no core dump written of this process, on Linux, nor of the programs that it starts. Where the limit allows them, `prlimit`
 * sets it, or else the program is started anew by a shell that does. Where there is no shell either, a dump has no memory
 * in it, but what the processor's registers held. Elsewhere it does nothing: macOS and Windows write no dump
 * into the folder that a program runs in.
 *
 * It takes a tenth of a millisecond; 5 ms by `prlimit`, and the start of another Node by a shell.
 */
export async function forbidCoreDumps(): Promise<void> {
  if (platform !== 'linux') return;
  const wasRestarted = env[restarted] !== undefined;
  Reflect.deleteProperty(env, restarted);
  if (mayDump() && !wasRestarted) await forbid();
}

/** @returns whether the limit allows dumps, as far as is known */
function mayDump(): boolean {
  try {
    // core(5): which kinds of memory a dump has. Programs that are started from here inherit it.
    writeFileSync('/proc/self/coredump_filter', '0');
    return !/^Max core file size +0 /m.test(readFileSync('/proc/self/limits', 'utf8'));
  } catch (error) {
    // Where /proc is closed, nothing is known of the limit: it is set.
    rethrowUnlessSystemError(error);
    return true;
  }
}

async function forbid(): Promise<void> {
  const { currentTree, findProgram, isProgram, runAtOnce, runInstead } = await import('./programs.ts');
  const program = findProgram('prlimit', [currentTree()]);
  const args = ['--core=0:0', `--pid=${pid}`];
  if (program && runAtOnce({ program, args, env: {}, longest: 5_000, largest: 1024 }).how === 0) return;
  if (!isProgram(shell)) return;
  const anew = ['-c', 'ulimit -c 0; exec "$@"', 'sh', execPath, ...execArgv, ...argv.slice(1)];
  exit(await runInstead(shell, anew, { [restarted]: '1' }));
}

import { readFileSync, writeFileSync } from 'node:fs';
import { cwd, pid, platform } from 'node:process';
import { rethrowUnlessSystemError } from './system-error.ts';

/**
 * Keeps the memory of this process out of core dumps, on Linux: none is written where `prlimit` is there to say so, and what
 * another system's tool writes all the same holds nothing of the heap. Elsewhere it does nothing: macOS and Windows write
 * none of their own accord. Once for a process: it takes a tenth of a millisecond, and 5 ms where dumps were allowed.
 */
export async function forbidCoreDumps(): Promise<void> {
  if (platform !== 'linux') return;
  try {
    // core(5): which kinds of memory a dump has. Programs that are started from here inherit it.
    writeFileSync('/proc/self/coredump_filter', '0');
    if (/^Max core file size +0 /m.test(readFileSync('/proc/self/limits', 'utf8'))) return;
  } catch (error) {
    // Where /proc is closed, nothing is known of the limit: it is set.
    rethrowUnlessSystemError(error);
  }
  const { findProgram, runAtOnce } = await import('./programs.ts');
  const program = findProgram('prlimit', [cwd()]);
  if (program === undefined) return;
  runAtOnce({ program, args: ['--core=0:0', `--pid=${pid}`], env: {}, longest: 5_000, largest: 1024 });
}

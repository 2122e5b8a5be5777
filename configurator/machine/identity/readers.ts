import { platform } from 'node:process';
import { accessRules, icacls, systemEnvironment, systemProgram } from '../access-rules.ts';
import { type Ended, type Run, runAtOnce } from '../programs.ts';

/** Who may read this machine's identity; `unknown` where it cannot be told. */
export type Readers = 'owner' | 'others' | 'unknown';

type Start = (run: Run) => Ended;

/**
 * Who may read a folder, by its access rules on Windows. Elsewhere its mode says it, and it is not read where others may.
 *
 * @param start starts `whoami` and `icacls`, which write names in the same code page
 */
export function readersOf(
  folder: string,
  system: NodeJS.Platform = platform,
  start: Start = runAtOnce,
): Readers {
  if (system !== 'win32') return 'owner';
  const [user, rules] = [userName(start), accessRules(folder, start)];
  if (user === undefined || rules === undefined) return 'unknown';
  return rules.every(({ who }) => who.toLowerCase() === user) ? 'owner' : 'others';
}

/**
 * Leaves a folder and what is in it to this user alone, on Windows: what the folder above allows others is taken away. Whether
 * it helped, `readersOf` says.
 */
export function keepFromOthers(
  folder: string,
  system: NodeJS.Platform = platform,
  start: Start = runAtOnce,
): void {
  const user = system === 'win32' && userName(start);
  if (!user) return;
  // `(OI)(CI)F`: everything, here and in all that is below.
  icacls([folder, '/inheritance:r', '/grant:r', `${user}:(OI)(CI)F`], start);
}

/** As Windows shows it, `machine\name`, in lower case; `undefined` where it does not tell. */
function userName(start: Start): string | undefined {
  const { how, output } = start({
    program: systemProgram('whoami.exe'),
    args: [],
    env: systemEnvironment(),
    longest: 20_000,
    largest: 4096,
  });
  return how === 0 ? output.trim().toLowerCase() || undefined : undefined;
}

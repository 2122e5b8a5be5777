import { platform } from 'node:process';
import { accessRules, icacls, systemEnvironment, systemProgram } from '../access-rules.ts';
import { type Ended, type Run, runSync } from '../programs.ts';

/** Who can read this machine's identity; `unknown` where that cannot be found out. */
export type Readers = 'owner' | 'others' | 'unknown';

type Start = (run: Run) => Ended;

/**
 * Who can read a folder, by its access rules on Windows. Elsewhere the answer is always the owner: `privateFolder` has refused
 * any other mode.
 *
 * @param start runs `whoami` and `icacls`, which print names in the same code page
 */
export function readersOf(
  folder: string,
  system: NodeJS.Platform = platform,
  start: Start = runSync,
): Readers {
  if (system !== 'win32') return 'owner';
  const [user, rules] = [userName(start), accessRules(folder, start)];
  if (user === undefined || rules === undefined) return 'unknown';
  return rules.every(({ who }) => who.toLowerCase() === user) ? 'owner' : 'others';
}

/**
 * Restricts a folder and its contents to this user, on Windows: inherited rules are removed. `readersOf` tells whether that
 * worked.
 */
export function keepFromOthers(
  folder: string,
  system: NodeJS.Platform = platform,
  start: Start = runSync,
): void {
  const user = system === 'win32' && userName(start);
  if (!user) return;
  // `(OI)(CI)F`: everything, here and in all that is below.
  icacls([folder, '/inheritance:r', '/grant:r', `${user}:(OI)(CI)F`], start);
}

/** As Windows shows it, `machine\name`, in lower case; `undefined` where it cannot be read. */
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

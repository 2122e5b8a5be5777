import { env } from 'node:process';
import { Refusal } from '../../shared/refusal.ts';
import { type Ended, findProgram, type Launch, pathOutside, run } from './programs.ts';

/** What git needs of the environment to find its settings, and itself. */
const kept =
  /^(?:HOME|LANG|LC_\w+|TMPDIR|XDG_CONFIG_HOME|USERPROFILE|HOMEDRIVE|HOMEPATH|APPDATA|PROGRAMDATA|SYSTEMROOT|TEMP|TMP)$/i;

/**
 * How git is started for a work tree. Not by variables of an outer git, as of a hook that runs this, which would point it at
 * another repository; nothing is fetched, which older gits learn by the protocols, no object stands for another, and core.fsmonitor, a program, is not started.
 *
 * @param dir the project or folder in question: no program in it is meant, nor one in the work tree
 * @throws Refusal `git-missing`
 */
export function gitLaunch(tree: string, dir: string, args: readonly string[]): Launch {
  const outside = [dir, tree];
  const program = findProgram('git', outside);
  if (program === undefined) throw new Refusal('git-missing', { dir: tree });
  const own = Object.entries(env).filter(([name]) => kept.test(name));
  return {
    program,
    args: ['-C', tree, '-c', 'core.fsmonitor=false', '-c', 'protocol.allow=never', ...args],
    env: {
      ...Object.fromEntries(own),
      PATH: pathOutside(outside),
      GIT_NO_LAZY_FETCH: '1',
      GIT_NO_REPLACE_OBJECTS: '1',
    },
  };
}

/** In milliseconds: a history may be long. */
const longest = 10 * 60_000;
const largest = 256 * 1024 * 1024;

/** Asks git. @throws Refusal `git-missing`; `git-failed` where it did not end by itself */
export async function askGit(
  tree: string,
  dir: string,
  args: readonly string[],
  input = '',
): Promise<Ended & { readonly how: number }> {
  const { how, output } = await run({ ...gitLaunch(tree, dir, args), input, longest, largest });
  if (typeof how !== 'number') throw new Refusal('git-failed', { dir: tree });
  return { how, output };
}

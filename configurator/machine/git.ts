import { env } from 'node:process';
import { Refusal } from '../../shared/refusal.ts';
import { type Ended, findProgram, type Launch, pathOutside, run } from './programs.ts';

/** The environment variables by which git finds its settings, and its own programs. */
const keptVariables =
  /^(?:HOME|LANG|LC_\w+|TMPDIR|XDG_CONFIG_HOME|USERPROFILE|HOMEDRIVE|HOMEPATH|APPDATA|PROGRAMDATA|SYSTEMROOT|TEMP|TMP)$/i;

/**
 * How git is started for a work tree. Variables of an outer git, such as one whose hook runs this, are dropped: they would
 * point it at another repository. Nothing is fetched, whatever a repository's settings allow, objects are not replaced, and
 * core.fsmonitor, a program, is not run.
 *
 * @param dir the project or folder in question: a git in it, or in the work tree, is never used
 * @throws Refusal `git-missing`
 */
export function gitLaunch(tree: string, dir: string, args: readonly string[]): Launch {
  const outside = [dir, tree];
  const program = findProgram('git', outside);
  if (program === undefined) throw new Refusal('git-missing', { dir: tree });
  const own = Object.entries(env).filter(([name]) => keptVariables.test(name));
  return {
    program,
    args: ['-C', tree, '-c', 'core.fsmonitor=false', ...args],
    env: {
      ...Object.fromEntries(own),
      PATH: pathOutside(outside),
      // No protocol has this name. It outranks what a repository allows itself, and every git knows it.
      GIT_ALLOW_PROTOCOL: 'none',
      GIT_NO_REPLACE_OBJECTS: '1',
    },
  };
}

/** In milliseconds: reading a long history takes time. */
const longest = 10 * 60_000;
const largest = 256 * 1024 * 1024;

/** In milliseconds, for a question about a few files: a git that hangs in one project must not hold up the others. */
export const longestAnswer = 10_000;

/** Runs git. @throws Refusal `git-missing`; `git-failed` where it was ended or could not be started */
export async function askGit(
  tree: string,
  dir: string,
  args: readonly string[],
  input = '',
  limit = longest,
): Promise<Ended & { readonly how: number }> {
  const { how, output } = await run({ ...gitLaunch(tree, dir, args), input, longest: limit, largest });
  if (typeof how !== 'number') throw new Refusal('git-failed', { dir: tree });
  return { how, output };
}

import { dirname } from 'node:path';
import type { Environment } from '../../../shared/environment.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { wayInside } from '../../machine/inside.ts';
import { repositoryAround } from '../../machine/private-file.ts';

/** A file that is about to get a key. */
export interface GuardedFile {
  /** Absolute, symbolic links resolved. */
  readonly path: string;
  /** As the project names it. */
  readonly file: string;
}

/** The state of a file for git. `exposed`: neither tracked nor ignored; `free`: in no work tree. */
export type Tracking = 'tracked' | 'exposed' | 'ignored' | 'free';

/**
 * Refuses where git would get a production key: with a tracked file in the next commit, with one that is not ignored in the
 * next `git add`. For a test key this is only a notice.
 *
 * @param dir of the project
 * @returns the notices for a test key: `test-key-tracked`, `test-key-not-ignored`, `git-failed`
 * @throws Refusal `file-tracked`, `file-not-ignored`; `git-missing`, `git-failed` where there is a work tree but git does not
 *   answer
 */
export async function guardAgainstGit(
  files: readonly GuardedFile[],
  environment: Environment,
  dir: string,
): Promise<Refusal[]> {
  if (environment !== 'production') return noticesOf(files, dir);
  const tracking = await trackingOf(
    files.map(({ path }) => path),
    dir,
  );
  for (const { path, file } of files) {
    if (tracking.get(path) === 'tracked') throw new Refusal('file-tracked', { file });
    if (tracking.get(path) === 'exposed') throw new Refusal('file-not-ignored', { file });
  }
  return [];
}

async function noticesOf(files: readonly GuardedFile[], dir: string): Promise<Refusal[]> {
  try {
    const tracking = await trackingOf(
      files.map(({ path }) => path),
      dir,
    );
    return files.flatMap(({ path, file }) => {
      if (tracking.get(path) === 'tracked') return [new Refusal('test-key-tracked', { file })];
      return tracking.get(path) === 'exposed' ? [new Refusal('test-key-not-ignored', { file })] : [];
    });
  } catch (error) {
    if (error instanceof Refusal) return [error];
    throw error;
  }
}

/**
 * Asks git about files, once for each work tree.
 *
 * @param paths absolute, symbolic links resolved
 * @param dir of the project
 * @throws Refusal `git-failed`, `git-missing`
 */
export async function trackingOf(paths: readonly string[], dir: string): Promise<Map<string, Tracking>> {
  const trees = new Map<string, string[]>();
  const tracking = new Map<string, Tracking>();
  for (const path of paths) {
    const tree = repositoryAround(dirname(path));
    if (tree === undefined) tracking.set(path, 'free');
    else trees.set(tree, [...(trees.get(tree) ?? []), path]);
  }
  for (const [tree, inside] of trees) {
    const names = inside.map((path) => wayInside(tree, path) ?? path);
    const tracked = new Set(await ask(tree, dir, ['ls-files', '-z', '--', ...names.map(literal)]));
    const ignored = new Set(await ask(tree, dir, ['check-ignore', '-z', '--stdin'], `${names.join('\0')}\0`));
    for (const [index, path] of inside.entries()) {
      const name = names[index] ?? '';
      tracking.set(path, tracked.has(name) ? 'tracked' : ignored.has(name) ? 'ignored' : 'exposed');
    }
  }
  return tracking;
}

/** A name as a literal pathspec of git, so that `*` in it is not a wildcard. */
function literal(name: string): string {
  return `:(literal)${name}`;
}

/** Runs git and returns the names that it prints. Status 1 of `check-ignore` means "none", not a failure. */
async function ask(tree: string, dir: string, args: readonly string[], input = ''): Promise<string[]> {
  // Loaded on demand: this takes a while, and files outside a work tree need no git.
  const { askGit, longestAnswer } = await import('../../machine/git.ts');
  const { how, output } = await askGit(tree, dir, args, input, longestAnswer);
  if (how !== 0 && how !== 1) throw new Refusal('git-failed', { dir: tree });
  return output.split('\0').filter(Boolean);
}

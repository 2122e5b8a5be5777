import { gitOutput, type Searched } from './git-objects.ts';

/** A place of an object's contents in git. */
export interface GitPlace {
  /** The first commit that has it there; `null` where it is only staged. */
  readonly commit: string | null;
  readonly path: string | null;
}

/** Objects per call, as the length of a command line is limited. */
const atOnce = 500;

/**
 * Finds the commits and paths of some contents: for each path the oldest commit, from which it must be removed.
 *
 * @param ids of the contents to find
 * @returns nothing for contents that no commit and no index has any more
 * @throws Refusal `git-failed`
 */
export async function gitPlaces(
  searched: Searched,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly GitPlace[]>> {
  const places = new Map<string, Map<string, GitPlace>>();
  if (ids.size === 0) return new Map();
  const add = (id: string, path: string, commit: string | null) =>
    places.set(id, (places.get(id) ?? new Map<string, GitPlace>()).set(path, { commit, path }));
  for (const { id, path } of await stagedEntries(searched)) if (ids.has(id)) add(id, path, null);
  const all = [...ids];
  for (let start = 0; start < all.length; start += atOnce) {
    // The newest commit comes first, so the oldest one is kept.
    for (const { id, path, commit } of await committed(searched, all.slice(start, start + atOnce))) {
      if (ids.has(id)) add(id, path, commit);
    }
  }
  return new Map([...places].map(([id, byPath]) => [id, [...byPath.values()]]));
}

/** An entry of the index. */
interface Staged {
  /** The mode in git's notation: of a file, a link or a submodule. */
  readonly mode: string;
  readonly id: string;
  readonly path: string;
}

/** The index of a work tree. @throws Refusal `git-failed` */
export async function stagedEntries(searched: Searched): Promise<Staged[]> {
  const output = await gitOutput(searched, ['ls-files', '--stage', '--full-name', '-z']);
  const entries = output.matchAll(/(?:^|\0)(\d+) ([0-9a-f]+) \d\t([^\0]+)/g);
  return [...entries].map(([, mode = '', id = '', path = '']) => ({ mode, id, path }));
}

/** Turns off what a user's settings add to a log, which may be programs. */
const plainLog = ['--no-show-signature', '--no-ext-diff', '--no-textconv', '--no-renames', '--no-mailmap'];

async function committed(
  searched: Searched,
  ids: readonly string[],
): Promise<{ id: string; path: string; commit: string }[]> {
  const which = ['--all', '--reflog', '-m', '--root', '--raw', '-r', '--no-abbrev', '-z'];
  const output = await gitOutput(searched, [
    '-c',
    'log.showRoot=true',
    'log',
    ...plainLog,
    ...which,
    ...ids.map((id) => `--find-object=${id}`),
    '--format=commit %H',
  ]);
  let commit = '';
  const found: { id: string; path: string; commit: string }[] = [];
  const parts = output.split('\0').map((part) => part.replace(/^\n+/, ''));
  for (const [index, part] of parts.entries()) {
    [, commit = commit] = /^commit ([0-9a-f]+)/.exec(part) ?? [];
    const [, id] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) \w/m.exec(part) ?? [];
    if (id !== undefined) found.push({ id, commit, path: parts[index + 1] ?? '' });
  }
  return found;
}

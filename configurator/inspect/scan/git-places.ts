import { gitPrints, type Searched } from './git-objects.ts';

/** Where git has the content of an object. */
export interface GitPlace {
  /** The first commit that has it there; `null` for what is staged only. */
  readonly commit: string | null;
  readonly path: string | null;
}

/** So many objects are asked about at once: a command line holds only so much. */
const atOnce = 500;

/**
 * Finds the commits and paths of some contents: the oldest commit for each path, as that is where it has to be taken out.
 *
 * @param ids of the contents that are looked for
 * @returns nothing for one that no commit and no index has any more
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
    // The newest commit comes first, so that the oldest stays.
    for (const { id, path, commit } of await committed(searched, all.slice(start, start + atOnce))) {
      if (ids.has(id)) add(id, path, commit);
    }
  }
  return new Map([...places].map(([id, byPath]) => [id, [...byPath.values()]]));
}

/** An entry of the index. */
interface Staged {
  /** Of a file, a link, a submodule: as git writes it. */
  readonly mode: string;
  readonly id: string;
  readonly path: string;
}

/** What is in the index of a work tree. @throws Refusal `git-failed` */
export async function stagedEntries(searched: Searched): Promise<Staged[]> {
  const output = await gitPrints(searched, ['ls-files', '--stage', '--full-name', '-z']);
  const entries = output.matchAll(/(?:^|\0)(\d+) ([0-9a-f]+) \d\t([^\0]+)/g);
  return [...entries].map(([, mode = '', id = '', path = '']) => ({ mode, id, path }));
}

/** What a user's settings add to a log, programs among it, is switched off. */
const bare = ['--no-show-signature', '--no-ext-diff', '--no-textconv', '--no-renames', '--no-mailmap'];

async function committed(
  searched: Searched,
  ids: readonly string[],
): Promise<{ id: string; path: string; commit: string }[]> {
  const which = ['--all', '--reflog', '-m', '--root', '--raw', '-r', '--no-abbrev', '-z'];
  const output = await gitPrints(searched, [
    '-c',
    'log.showRoot=true',
    'log',
    ...bare,
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

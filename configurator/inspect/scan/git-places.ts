import { gitPrints, type Searched } from './git-objects.ts';

/** Where git has the content of an object. */
export interface GitPlace {
  /** The first commit that has it there; `null` for what is staged only. */
  readonly commit: string | null;
  readonly path: string;
}

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
  const add = (id: string, place: GitPlace) =>
    places.set(id, (places.get(id) ?? new Map<string, GitPlace>()).set(place.path, place));
  for (const [id, path] of await staged(searched)) if (ids.has(id)) add(id, { commit: null, path });
  // The newest commit comes first, so that the oldest stays.
  for (const id of ids) for (const place of await committed(searched, id)) add(id, place);
  return new Map([...places].map(([id, byPath]) => [id, [...byPath.values()]]));
}

async function staged(searched: Searched): Promise<[id: string, path: string][]> {
  const output = await gitPrints(searched, ['ls-files', '--stage', '--full-name', '-z']);
  return [...output.matchAll(/(?:^|\0)\d+ ([0-9a-f]+) \d\t([^\0]+)/g)].map(([, id = '', path = '']) => [
    id,
    path,
  ]);
}

/** What a user's settings add to a log, programs among it, is switched off. */
const bare = ['--no-show-signature', '--no-ext-diff', '--no-textconv', '--no-renames', '--no-mailmap'];

async function committed(searched: Searched, id: string): Promise<GitPlace[]> {
  const which = [
    '--all',
    '--reflog',
    `--find-object=${id}`,
    '-m',
    '--root',
    '--raw',
    '-r',
    '--no-abbrev',
    '-z',
  ];
  const output = await gitPrints(searched, [
    '-c',
    'log.showRoot=true',
    'log',
    ...bare,
    ...which,
    '--format=commit %H',
  ]);
  let commit = '';
  const found: GitPlace[] = [];
  const parts = output.split('\0').map((part) => part.replace(/^\n+/, ''));
  for (const [index, part] of parts.entries()) {
    [, commit = commit] = /^commit ([0-9a-f]+)/.exec(part) ?? [];
    const [, after] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) \w/m.exec(part) ?? [];
    if (after === id) found.push({ commit, path: parts[index + 1] ?? '' });
  }
  return found;
}

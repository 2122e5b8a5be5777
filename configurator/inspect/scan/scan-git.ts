import { join } from 'node:path';
import { Refusal } from '../../../shared/refusal.ts';
import type { Recognise } from '../../machine/records/recognise.ts';
import { ScanRefusal } from '../messages.ts';
import {
  gitPrints,
  type Hit,
  type ObjectSearch,
  type OnObject,
  type Searched,
  searchObjects,
} from './git-objects.ts';
import { type GitPlace, gitPlaces, stagedEntries } from './git-places.ts';
import type { Leak } from './leak.ts';
import { closedObjects, isPartial, isShallow, type Repository, repositoryOf } from './repositories.ts';

/** What a search of a repository found, and what it could not see. */
interface GitScan {
  readonly leaks: readonly Leak[];
  readonly unread: readonly Refusal[];
  readonly objects: number;
}

/** How many objects a repository has, those that it borrows excepted; 0 where git does not say. */
export async function countObjects(searched: Searched): Promise<number> {
  const output = (await orTold([], () => gitPrints(searched, ['count-objects', '-v']))) ?? '';
  return [...output.matchAll(/^(?:count|in-pack): (\d+)$/gm)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
}

interface ScannedRepository extends Repository, Searched {
  /** Of all the repositories that are searched. */
  readonly stores: ReadonlySet<string | undefined>;
}

/**
 * Searches what git keeps of a repository for known keys. What git refuses is told as unread, and what the repository does
 * not have.
 */
export async function scanGit(
  repository: ScannedRepository,
  recognise: Recognise,
  onObject: OnObject,
): Promise<GitScan> {
  const { tree, store } = repository;
  const unread: Refusal[] = store === undefined ? [] : closedObjects(tree, store);
  const nothing: ObjectSearch = { hits: [], objects: 0, missing: [] };
  const found = (await orTold(unread, () => searchObjects(repository, recognise, onObject))) ?? nothing;
  const { length: count } = found.missing;
  if (count > 0) unread.push(new ScanRefusal('git-object-missing', { dir: tree, count }));
  const contents = found.hits.filter(({ type }) => type === 'blob').map(({ id }) => id);
  const places = await orTold(unread, () => gitPlaces(repository, new Set(contents)));
  // Where git gives nothing, it is not asked what it lacks.
  const lacks = unread.length > 0 ? [] : ((await orTold(unread, () => lackOf(repository))) ?? []);
  return {
    leaks: placed(repository, found.hits, places ?? new Map()),
    unread: [...unread, ...lacks],
    objects: found.objects,
  };
}

async function orTold<T>(unread: Refusal[], step: () => Promise<T>): Promise<T | undefined> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    unread.push(error);
    return undefined;
  }
}

/** What belongs to a repository and is not in it. */
async function lackOf({ store, stores, ...searched }: ScannedRepository): Promise<Refusal[]> {
  const { tree } = searched;
  const lacks: Refusal[] = [];
  if (store !== undefined && isShallow(store)) lacks.push(new ScanRefusal('git-shallow', { dir: tree }));
  if (store !== undefined && isPartial(store)) {
    const count = await countMissing(searched);
    if (count > 0) lacks.push(new ScanRefusal('git-partial', { dir: tree, count }));
  }
  const submodules = (await stagedEntries(searched)).filter(({ mode }) => mode === submoduleMode);
  for (const { path } of submodules) {
    const kept = [join(tree, path), ...(store ? [join(store, 'modules', path)] : [])];
    const isSearched = kept.map((each) => repositoryOf(each).store).some((each) => each && stores.has(each));
    if (!isSearched) lacks.push(new ScanRefusal('git-submodule-missing', { dir: tree, file: path }));
  }
  return lacks;
}

const submoduleMode = '160000';

/** How many objects that some commit, reference or index names are not here; none is fetched. */
async function countMissing(searched: Searched): Promise<number> {
  const which = ['--all', '--reflog', '--indexed-objects', '--objects', '--missing=print'];
  const output = await gitPrints(searched, ['rev-list', ...which]);
  return output.match(/^\?/gm)?.length ?? 0;
}

function placed(
  { tree }: Searched,
  hits: readonly Hit[],
  places: ReadonlyMap<string, readonly GitPlace[]>,
): Leak[] {
  return hits.flatMap(({ id: object, type, sightings }) => {
    const commit = type === 'commit' ? object : null;
    const where = places.get(object) ?? [{ commit, path: null }];
    return sightings.flatMap((sighting) =>
      where.map((place) => ({
        ...sighting,
        path: place.path,
        git: { tree, commit: place.commit, object },
      })),
    );
  });
}

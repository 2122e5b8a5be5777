import { join } from 'node:path';
import { Refusal } from '../../../shared/refusal.ts';
import type { Recognise } from '../../machine/records/recognise.ts';
import { ScanRefusal } from '../messages.ts';
import {
  gitOutput,
  type Hit,
  type ObjectSearch,
  type OnObject,
  type Searched,
  searchObjects,
} from './git-objects.ts';
import { type GitPlace, gitPlaces, stagedEntries } from './git-places.ts';
import type { Leak } from './leak.ts';
import { closedObjects, isPartial, isShallow, type Repository, repositoryOf } from './repositories.ts';

/** The result of searching a repository, and what could not be read. */
interface GitScan {
  readonly leaks: readonly Leak[];
  readonly unread: readonly Refusal[];
  readonly objects: number;
}

/** The number of objects in a repository, without borrowed ones; 0 where git does not tell. */
export async function countObjects(searched: Searched): Promise<number> {
  const output = (await orUnread([], () => gitOutput(searched, ['count-objects', '-v']))) ?? '';
  return [...output.matchAll(/^(?:count|in-pack): (\d+)$/gm)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
}

interface ScannedRepository extends Repository, Searched {
  /** Of all repositories that are searched. */
  readonly stores: ReadonlySet<string | undefined>;
}

/**
 * Searches a repository's objects for known keys. What git refuses, and what the repository lacks, is reported as unread.
 */
export async function scanGit(
  repository: ScannedRepository,
  recognise: Recognise,
  onObject: OnObject,
): Promise<GitScan> {
  const { tree, store } = repository;
  const unread: Refusal[] = store === undefined ? [] : closedObjects(tree, store);
  const nothing: ObjectSearch = { hits: [], objects: 0, missing: [] };
  const found = (await orUnread(unread, () => searchObjects(repository, recognise, onObject))) ?? nothing;
  const { length: count } = found.missing;
  if (count > 0) unread.push(new ScanRefusal('git-object-missing', { dir: tree, count }));
  const contents = found.hits.filter(({ type }) => type === 'blob').map(({ id }) => id);
  const places = await orUnread(unread, () => gitPlaces(repository, new Set(contents)));
  // If git has already failed, it is not asked what the repository lacks.
  const lacks = unread.length > 0 ? [] : ((await orUnread(unread, () => lackOf(repository))) ?? []);
  return {
    leaks: placed(repository, found.hits, places ?? new Map()),
    unread: [...unread, ...lacks],
    objects: found.objects,
  };
}

async function orUnread<T>(unread: Refusal[], step: () => Promise<T>): Promise<T | undefined> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    unread.push(error);
    return undefined;
  }
}

/** What belongs to a repository but is not in it. */
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

/** The number of missing objects to which commits, references or the index refer; none is fetched. */
async function countMissing(searched: Searched): Promise<number> {
  const which = ['--all', '--reflog', '--indexed-objects', '--objects', '--missing=print'];
  const output = await gitOutput(searched, ['rev-list', ...which]);
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

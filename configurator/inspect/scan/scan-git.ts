import { Refusal } from '../../../shared/refusal.ts';
import type { Recognise, Sighting } from '../../machine/records/recognise.ts';
import { type GitObject, gitObjects, readObjects, type Searched } from './git-objects.ts';
import { gitPlaces } from './git-places.ts';
import type { Leak, OnStep } from './leak.ts';

/** Git gives an object as a whole. */
const largestMebibytes = 256;

/** What git keeps of a work tree that holds a known key. What git refuses is told as unread. */
export async function scanGit(searched: Searched, recognise: Recognise, onStep: OnStep) {
  const leaks: Leak[] = [];
  const unread: Refusal[] = [];
  let read = 0;
  try {
    const all = await gitObjects(searched);
    const isRead = ({ size }: GitObject) => size <= largestMebibytes * 2 ** 20;
    for (const { id } of all.filter((object) => !isRead(object))) {
      unread.push(new Refusal('file-too-large', { file: id, limit: largestMebibytes }));
    }
    const found = new Map<string, { type: string; sightings: Sighting[] }>();
    for await (const { id, type, text } of readObjects(searched, all.filter(isRead))) {
      onStep(read++);
      const sightings = recognise(text);
      if (sightings.length > 0) found.set(id, { type, sightings });
    }
    leaks.push(...(await placed(searched, found)));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    unread.push(error);
  }
  return { leaks, unread, objects: read };
}

async function placed(
  searched: Searched,
  found: ReadonlyMap<string, { readonly type: string; readonly sightings: readonly Sighting[] }>,
): Promise<Leak[]> {
  const contents = [...found].filter(([, { type }]) => type === 'blob').map(([id]) => id);
  const places = contents.length > 0 ? await gitPlaces(searched, new Set(contents)) : new Map();
  return [...found].flatMap(([object, { type, sightings }]) => {
    const commit = type === 'commit' ? object : null;
    const where = places.get(object) ?? [{ commit, path: null }];
    return sightings.flatMap((sighting) =>
      where.map((place: { commit: string | null; path: string | null }) => ({
        ...sighting,
        path: place.path,
        git: { tree: searched.tree, commit: place.commit, object },
      })),
    );
  });
}

import { flushOf } from '../disk/flush.ts';
import { mapBounded } from '../disk/map-bounded.ts';
import { type PinnedFolder, pinFolder } from './pinned-folder.ts';
import { refusing } from './refusing.ts';

/** Folders held open for one change, by their paths. */
export interface Folders {
  /** The path by which a file of one of the folders is reached. */
  readonly pathOf: (folder: string, name: string) => string;
  /** Makes the names in all of them durable. */
  readonly sync: () => Promise<void>;
}

/**
 * Holds folders open while something runs.
 *
 * @throws Refusal `write-failed` where one was moved or cannot be opened
 */
export async function withFolders<T>(
  paths: readonly string[],
  run: (folders: Folders) => Promise<T>,
): Promise<T> {
  const pinned = new Map<string, PinnedFolder>();
  try {
    await mapBounded([...new Set(paths)], (path) =>
      refusing(path, async () => pinned.set(path, await pinFolder(path))),
    );
    return await run({
      pathOf: (folder, name) => {
        const found = pinned.get(folder);
        if (!found) throw new RangeError('a folder that was not opened');
        return found.pathOf(name);
      },
      sync: async () => {
        const all = [...pinned];
        await mapBounded(all, ([path, folder]) => refusing(path, () => folder.sync(flushOf(all))));
      },
    });
  } finally {
    for (const folder of pinned.values()) folder.close();
  }
}

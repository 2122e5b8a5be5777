import { closeSync, constants, openSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { platform } from 'node:process';
import { type Flush, flushOf } from '../../machine/files.ts';
import { mapBounded } from '../../machine/map-bounded.ts';
import { refusing } from './commit-record.ts';

const { O_DIRECTORY, O_NOFOLLOW, O_RDONLY } = constants;

/** A folder held open, so that what happens to its path meanwhile does not change which folder is meant. */
interface PinnedFolder {
  /** The path by which a file of the folder is reached. */
  readonly pathOf: (name: string) => string;
  /** Makes the names in the folder durable. */
  readonly sync: (flush: Flush) => Promise<void>;
  readonly close: () => void;
}

/**
 * Opens a folder and makes sure that it is the one that the path meant when it was resolved. On Linux files are then
 * reached through the open folder, so that nobody can put a symbolic link in its place; other systems have no way to
 * do so from Node, and reach them by path.
 *
 * @param path absolute, symbolic links resolved
 * @throws Error `ENOENT`, `ELOOP`, `ENOTDIR`, `ESTALE` where the folder was moved or replaced
 */
async function pinFolder(path: string): Promise<PinnedFolder> {
  if (platform === 'win32') {
    return { pathOf: (name) => join(path, name), sync: async () => {}, close: () => {} };
  }
  const folder = openSync(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  const pinned = {
    sync: (flush: Flush) => flush({ file: folder, path }),
    close: () => closeSync(folder),
  };
  if (platform !== 'linux') return { ...pinned, pathOf: (name) => join(path, name) };
  const self = `/proc/self/fd/${folder}`;
  if (readlinkSync(self) !== path) {
    closeSync(folder);
    throw Object.assign(new Error('the folder was moved'), { code: 'ESTALE' });
  }
  return { ...pinned, pathOf: (name) => join(self, name) };
}

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

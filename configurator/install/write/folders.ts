import { closeSync, constants, openSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { platform } from 'node:process';
import { flush } from '../../machine/files.ts';
import { mapBounded } from '../../machine/map-bounded.ts';
import { diskStep } from './commit-record.ts';

const { O_DIRECTORY, O_NOFOLLOW, O_RDONLY } = constants;

/** A folder that is kept open, so that it stays the same even if its path comes to mean another one. */
interface PinnedFolder {
  /** The path of a file in the folder. */
  readonly pathOf: (name: string) => string;
  /** Makes the names in the folder durable. */
  readonly sync: () => Promise<void>;
  readonly close: () => void;
}

/**
 * Opens a folder and checks that it is the one to which the path was resolved. On Linux its files are then reached through
 * the open folder, so that nobody can put a symbolic link in its place. On other systems Node has no way to do so, and they
 * are reached by path.
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
    sync: () => flush({ file: folder, path }),
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

/** Folders that are kept open for one change, by their paths. */
export interface Folders {
  /** The path of a file in one of the folders. */
  readonly pathOf: (folder: string, name: string) => string;
  /** Makes the names in all of them durable. */
  readonly sync: () => Promise<void>;
}

/**
 * Keeps folders open while something runs.
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
      diskStep(path, async () => pinned.set(path, await pinFolder(path))),
    );
    return await run({
      pathOf: (folder, name) => {
        const found = pinned.get(folder);
        if (!found) throw new RangeError('a folder that was not opened');
        return found.pathOf(name);
      },
      sync: async () => {
        await mapBounded([...pinned], ([path, folder]) => diskStep(path, folder.sync));
      },
    });
  } finally {
    for (const folder of pinned.values()) folder.close();
  }
}

import { closeSync, constants, openSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { platform } from 'node:process';
import type { Flush } from '../disk/flush.ts';

const { O_DIRECTORY, O_NOFOLLOW, O_RDONLY } = constants;

/** A folder held open, so that what happens to its path meanwhile does not change which folder is meant. */
export interface PinnedFolder {
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
export async function pinFolder(path: string): Promise<PinnedFolder> {
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

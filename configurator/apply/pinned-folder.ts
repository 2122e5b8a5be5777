import { constants } from 'node:fs';
import { open, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { platform } from 'node:process';

const { O_DIRECTORY, O_NOFOLLOW, O_RDONLY } = constants;

/** A folder held open, so that what happens to its path meanwhile does not change which folder is meant. */
export interface PinnedFolder {
  /** The path by which a file of the folder is reached. */
  readonly pathOf: (name: string) => string;
  /** Makes the names in the folder durable. */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
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
    return { pathOf: (name) => join(path, name), sync: async () => {}, close: async () => {} };
  }
  const folder = await open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  const pinned = {
    sync: () => folder.sync(),
    close: () => folder.close(),
  };
  if (platform !== 'linux') return { ...pinned, pathOf: (name) => join(path, name) };
  const self = `/proc/self/fd/${folder.fd}`;
  if ((await readlink(self)) !== path) {
    await folder.close();
    throw Object.assign(new Error('the folder was moved'), { code: 'ESTALE' });
  }
  return { ...pinned, pathOf: (name) => join(self, name) };
}

import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { errnoOf } from '../disk/errno.ts';

/** Folders of what others wrote or programs made: no key is installed there. */
const ignored = new Set([
  'node_modules',
  'bower_components',
  'vendor',
  'dist',
  'build',
  'out',
  'target',
  'coverage',
  'cache',
  'var',
  'tmp',
  'temp',
  'logs',
  '__pycache__',
  'venv',
]);

const mostEntries = 200_000;

/** The files of a tree, as far as it was looked at. */
export interface Walk {
  /** Relative to the tree's root, with `/`, in the order of the alphabet. */
  readonly files: readonly string[];
  /** There were more entries than are looked at. */
  readonly cut: boolean;
}

/** Lists the files of a tree. Folders of dependencies and of output are passed over, symbolic links not followed. */
export async function walk(root: string): Promise<Walk> {
  const files: string[] = [];
  const folders = [''];
  let seen = 0;
  for (let folder = folders.pop(); folder !== undefined && seen < mostEntries; folder = folders.pop()) {
    for (const entry of await list(join(root, folder))) {
      seen++;
      const path = posix.join(folder, entry.name);
      if (entry.isFile()) files.push(path);
      else if (entry.isDirectory() && !isIgnored(entry.name)) folders.push(path);
    }
  }
  return { files: files.sort(), cut: seen >= mostEntries };
}

function isIgnored(name: string): boolean {
  return ignored.has(name.toLowerCase()) || name.startsWith('.');
}

async function list(path: string) {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    // A folder that is not for us to read holds no file that is for us to write.
    errnoOf(error);
    return [];
  }
}

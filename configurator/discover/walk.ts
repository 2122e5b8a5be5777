import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Refusal } from '../../shared/refusal.ts';
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
  'bin',
  'obj',
  '__pycache__',
  'venv',
]);

const mostEntries = 200_000;

/** The files of a tree, as far as it was looked at. */
export interface Walk {
  /** Relative to the tree's root, with `/`, in the order of the alphabet. */
  readonly files: readonly string[];
  /** The symbolic links, likewise: none is followed. */
  readonly links: readonly string[];
  /** The folders that were passed over by their name. */
  readonly passed: readonly string[];
  /** The folders that could not be looked into, `file-unreadable` each. */
  readonly closed: readonly Refusal[];
  /** There were more entries than are looked at. */
  readonly cut: boolean;
}

/**
 * Lists the files of a tree. Symbolic links are not followed.
 *
 * @param passes which folders are passed over: else those of dependencies and of output
 */
export function walk(root: string, passes: (name: string) => boolean = isIgnored): Walk {
  const files: string[] = [];
  const links: string[] = [];
  const passed: string[] = [];
  const closed: Refusal[] = [];
  const folders = [''];
  let seen = 0;
  for (let folder = folders.pop(); folder !== undefined && seen < mostEntries; folder = folders.pop()) {
    const entries = list(join(root, folder), folder);
    if (entries instanceof Refusal) {
      closed.push(entries);
      continue;
    }
    for (const entry of entries) {
      seen++;
      const path = posix.join(folder, entry.name);
      if (entry.isFile()) files.push(path);
      else if (entry.isSymbolicLink()) links.push(path);
      else if (entry.isDirectory()) (passes(entry.name) ? passed : folders).push(path);
    }
  }
  const cut = seen >= mostEntries;
  return { files: files.sort(), links: links.sort(), passed: passed.sort(), closed, cut };
}

function isIgnored(name: string): boolean {
  return ignored.has(name.toLowerCase()) || name.startsWith('.');
}

function list(path: string, folder: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    return new Refusal('file-unreadable', { file: folder || '.', reason: errnoOf(error) });
  }
}

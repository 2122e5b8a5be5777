import { closeSync, fstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { Refusal } from '../../../shared/refusal.ts';
import { wayInside } from '../../machine/inside.ts';
import { errnoOf, rethrowUnlessSystemError } from '../../machine/system-error.ts';

/**
 * Follows a symbolic link of a tree to its file.
 *
 * @param root its own symbolic links resolved
 * @returns the file relative to the root, with `/`; `outside` where it is outside the tree; `undefined` where the link is
 *   broken, circular, or leads to a folder
 */
export async function followLink(root: string, link: string): Promise<string | 'outside' | undefined> {
  try {
    const path = await realpath(join(root, link));
    if (!(await stat(path)).isFile()) return undefined;
    return wayInside(root, path) ?? 'outside';
  } catch (error) {
    rethrowUnlessSystemError(error);
    return undefined;
  }
}

/** Folders of dependencies and of generated files: no key is installed there. */
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

/** The files of a tree, as far as it was searched. */
interface Walk {
  /** Relative to the tree's root, with `/`, sorted. */
  readonly files: readonly string[];
  /** The symbolic links, likewise; none is followed. */
  readonly links: readonly string[];
  /** The folders that were skipped because of their name. */
  readonly passed: readonly string[];
  /** A `file-unreadable` for each folder that could not be read. */
  readonly closed: readonly Refusal[];
  /** There were more entries than the limit. */
  readonly cut: boolean;
}

/**
 * Lists the files of a tree. Symbolic links are not followed.
 *
 * @param skips whether to skip a folder; by default those of dependencies and generated files
 */
export function walk(root: string, skips: (name: string) => boolean = isIgnored): Walk {
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
      else if (entry.isDirectory()) (skips(entry.name) ? passed : folders).push(path);
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

/** Larger files are not configuration. */
const largestMebibytes = 1;

/**
 * Reads a file of a tree, unless it is too large. Synchronous on purpose: for tens of thousands of small files, promises
 * cost four times as much as the reading.
 *
 * @throws Refusal `file-unreadable`, `file-too-large`
 */
export function readSmall(root: string, file: string): Buffer {
  try {
    const descriptor = openSync(join(root, file), 'r');
    try {
      const { size } = fstatSync(descriptor);
      if (size <= largestMebibytes * 2 ** 20) return readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new Refusal('file-unreadable', { file, reason: errnoOf(error) });
  }
  throw new Refusal('file-too-large', { file, limit: largestMebibytes });
}

import { statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Refusal } from '../../../shared/refusal.ts';
import type { KnownKeys } from '../../machine/records/known-keys.ts';
import { recogniser } from '../../machine/records/recognise.ts';
import { errnoOf } from '../../machine/system-error.ts';
import { walk } from '../../project/discover/walk.ts';
import type { Leak, OnStep } from './leak.ts';
import { repositoriesOf } from './repositories.ts';
import { countObjects, scanGit } from './scan-git.ts';
import { searchFile } from './search.ts';

/** The result of a search, and what it left out. */
export interface Scan {
  readonly leaks: readonly Leak[];
  /** The numbers of files and git objects that were read. */
  readonly files: number;
  readonly objects: number;
  /** Folders that were skipped because of their name, relative to the searched folder. */
  readonly passed: readonly string[];
  /** What could not be read, and why. */
  readonly unread: readonly Refusal[];
  /** The tree has more files than were searched. */
  readonly cut: boolean;
}

/** Folders of dependencies. Generated files are searched: a key in a build or a log has leaked too. */
const skippedNames = new Set([
  '.git',
  'node_modules',
  'bower_components',
  'vendor',
  'venv',
  '.venv',
  '__pycache__',
]);

/**
 * Searches a folder or a file, with all its git history, for known keys.
 *
 * @param known the keys to search for: those of `knownKeys()`, or some of them
 * @throws Refusal `file-unreadable` where the path does not exist
 */
export async function scanFor(known: KnownKeys, path: string, onStep: OnStep = () => {}): Promise<Scan> {
  const start = resolve(path);
  const recognise = recogniser(known);
  const folder = isFolder(start, path) ? start : dirname(start);
  const tree = folder === start ? walk(start, (name) => skippedNames.has(name)) : fileOnly(basename(start));
  const repositories = repositoriesOf(folder, [...tree.passed, ...tree.files]);
  const counts = await Promise.all(
    repositories.map((repository) => countObjects({ ...repository, dir: folder })),
  );
  const progress = { done: 0, all: counts.reduce((sum, count) => sum + count, tree.files.length), bytes: 0 };
  const step = (done: number, bytes: number) => {
    progress.done += done;
    progress.bytes += bytes;
    onStep(progress);
  };
  const leaks: Leak[] = [];
  const unread: Refusal[] = [...tree.closed];
  for (const file of tree.files) {
    try {
      const found = searchFile(join(folder, file), file, recognise, (bytes) => step(0, bytes));
      leaks.push(...found.map((each) => ({ ...each, path: file, git: null })));
    } catch (error) {
      const isRefusal = error instanceof Refusal;
      unread.push(isRefusal ? error : new Refusal('file-unreadable', { file, reason: errnoOf(error) }));
    }
    step(1, 0);
  }
  let objects = 0;
  const stores = new Set(repositories.map(({ store }) => store));
  for (const repository of repositories) {
    const history = await scanGit({ ...repository, dir: folder, stores }, recognise, (bytes) =>
      step(1, bytes),
    );
    leaks.push(...history.leaks);
    unread.push(...history.unread);
    objects += history.objects;
  }
  const passed = tree.passed.filter((name) => basename(name) !== '.git');
  return { leaks, files: tree.files.length, objects, passed, unread, cut: tree.cut };
}

function isFolder(path: string, given: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new Refusal('file-unreadable', { file: given, reason: errnoOf(error) });
  }
}

function fileOnly(name: string): ReturnType<typeof walk> {
  return { files: [name], links: [], passed: [], closed: [], cut: false };
}

import { statSync } from 'node:fs';
import { basename, dirname, join, posix, resolve } from 'node:path';
import { Refusal } from '../../shared/refusal.ts';
import { walk } from '../discover/walk.ts';
import { errnoOf } from '../disk/errno.ts';
import type { KnownKeys } from '../state/known-keys.ts';
import { repositoryAround } from '../state/private-file.ts';
import { blocksOf } from './blocks.ts';
import type { Leak, OnStep } from './leak.ts';
import { type Recognise, recogniser, type Sighting } from './recognise.ts';
import { scanGit } from './scan-git.ts';

/** What a search found, and what it left out. */
export interface Scan {
  readonly leaks: readonly Leak[];
  /** How many files, and how many of git's objects, were read. */
  readonly files: number;
  readonly objects: number;
  /** Folders that were passed over by their name, relative to the folder that was searched. */
  readonly passed: readonly string[];
  /** What could not be read, each says why. */
  readonly unread: readonly Refusal[];
  /** The tree has more files than are looked at. */
  readonly cut: boolean;
}

/** Folders of what others wrote. What programs made is looked into: a key in a build or a log is out as well. */
const passedNames = new Set([
  '.git',
  'node_modules',
  'bower_components',
  'vendor',
  'venv',
  '.venv',
  '__pycache__',
]);

/**
 * Searches a folder, or one file, and all that git keeps of it, for known keys.
 *
 * @param known which keys: those of `knownKeys()`, or some of them
 * @throws Refusal `file-unreadable` where nothing is there
 */
export async function scanFor(known: KnownKeys, path: string, onStep: OnStep = () => {}): Promise<Scan> {
  const start = resolve(path);
  const recognise = recogniser(known);
  const folder = isFolder(start, path) ? start : dirname(start);
  const tree = folder === start ? walk(start, (name) => passedNames.has(name)) : fileOnly(basename(start));
  const leaks: Leak[] = [];
  const unread: Refusal[] = [...tree.closed];
  for (const [index, file] of tree.files.entries()) {
    onStep(index);
    try {
      for (const found of searchFile(join(folder, file), recognise))
        leaks.push({ ...found, path: file, git: null });
    } catch (error) {
      unread.push(new Refusal('file-unreadable', { file, reason: errnoOf(error) }));
    }
  }
  let objects = 0;
  for (const repository of repositories(folder, [...tree.passed, ...tree.files])) {
    const history = await scanGit(repository, recognise, (done) =>
      onStep(tree.files.length + objects + done),
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

function* searchFile(path: string, recognise: Recognise): Generator<Sighting> {
  const seen = new Set<string>();
  for (const { text, before } of blocksOf(path)) {
    for (const { key, line, as } of recognise(text)) {
      const place = `${before + line} ${key.fingerprint} ${key.environment}`;
      if (!seen.has(place)) yield { key, as, line: before + line };
      seen.add(place);
    }
  }
}

/** The work tree around a folder, and those in it: of submodules, of clones in clones. */
function repositories(folder: string, names: readonly string[]): Set<string> {
  const around = repositoryAround(folder);
  const inside = names.filter((name) => posix.basename(name) === '.git');
  return new Set([...(around ? [around] : []), ...inside.map((name) => join(folder, posix.dirname(name)))]);
}

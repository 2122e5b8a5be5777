import { closeSync, fstatSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join, posix, resolve } from 'node:path';
import { Refusal } from '../../../shared/refusal.ts';
import { openUnfollowed, repositoryAround } from '../../machine/private-file.ts';
import type { KnownKeys } from '../../machine/records/known-keys.ts';
import { type Recognise, recogniser, type Sighting } from '../../machine/records/recognise.ts';
import { errnoOf } from '../../machine/system-error.ts';
import { walk } from '../../project/discover/walk.ts';
import type { Leak, OnStep } from './leak.ts';
import { scanGit } from './scan-git.ts';

/** A stretch of a text, whole lines where lines are not longer than this. */
interface Block {
  readonly text: string;
  /** Lines before it. */
  readonly before: number;
}

const size = 4 * 1024 * 1024;

/** What a stretch without line ends has in common with the next one, so that no key is cut in two. */
const overlap = 4096;

/**
 * Reads a file of any size, a stretch at a time, a character for each byte.
 *
 * @throws the system's errors
 */
function* blocksOf(path: string, name: string): Generator<Block> {
  const file = openUnfollowed(path);
  try {
    if (!fstatSync(file).isFile()) throw new Refusal('file-not-regular', { file: name });
    const buffer = Buffer.alloc(size);
    let rest = '';
    let before = 0;
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      const text = rest + buffer.toString('latin1', 0, read);
      const end = text.lastIndexOf('\n') + 1;
      const block = end > 0 ? text.slice(0, end) : text;
      yield { text: block, before };
      before += countLines(block);
      rest = end > 0 ? text.slice(end) : text.slice(-overlap);
    }
    if (rest !== '') yield { text: rest, before };
  } finally {
    closeSync(file);
  }
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

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
      for (const found of searchFile(join(folder, file), file, recognise))
        leaks.push({ ...found, path: file, git: null });
    } catch (error) {
      const isRefusal = error instanceof Refusal;
      unread.push(isRefusal ? error : new Refusal('file-unreadable', { file, reason: errnoOf(error) }));
    }
  }
  let objects = 0;
  for (const repository of repositories(folder, [...tree.passed, ...tree.files])) {
    const history = await scanGit({ tree: repository, dir: folder }, recognise, (done) =>
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

function* searchFile(path: string, name: string, recognise: Recognise): Generator<Sighting> {
  const seen = new Set<string>();
  for (const { text, before } of blocksOf(path, name)) {
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

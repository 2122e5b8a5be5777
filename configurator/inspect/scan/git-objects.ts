import { once } from 'node:events';
import { Refusal } from '../../../shared/refusal.ts';
import { askGit, gitLaunch } from '../../machine/git.ts';
import { endTree, start } from '../../machine/programs.ts';
import type { Recognise, Sighting } from '../../machine/records/recognise.ts';
import { BlockSearch, blockSize } from './search.ts';

/** A repository to search, by its work tree if it has one, and the folder in which the search started. */
export interface Searched {
  readonly tree: string;
  readonly isBare: boolean;
  readonly dir: string;
}

/** A submodule's repository names a work tree that may be gone, so another is given in its place. */
function argsFor({ tree, isBare }: Searched, args: readonly string[]): string[] {
  return [...(isBare ? [`--work-tree=${tree}`] : []), ...args];
}

/** A git object with a key in it. */
export interface Hit {
  readonly id: string;
  /** `blob`, `commit`, `tag`. */
  readonly type: string;
  readonly sightings: readonly Sighting[];
}

/** The result of searching a repository's objects. */
export interface ObjectSearch {
  readonly hits: readonly Hit[];
  readonly objects: number;
  /** The ids of objects that git could not read. */
  readonly missing: readonly string[];
}

/** Called after each object, with its size. */
export type OnObject = (bytes: number) => void;

/** In milliseconds: the whole history of a large repository is read. */
const longest = 60 * 60_000;

/**
 * Searches every object of a repository, including stashes, the index, and unreachable objects: whoever has the repository
 * can read them. Git prints them in storage order, which is the fastest.
 *
 * @throws Refusal `git-missing`; `git-failed` where git did not finish its output
 */
export async function searchObjects(
  searched: Searched,
  recognise: Recognise,
  onObject: OnObject,
): Promise<ObjectSearch> {
  const { tree, dir } = searched;
  const everything = ['--batch-all-objects', '--batch', '--buffer', '--unordered'];
  const git = start(gitLaunch(tree, dir, argsFor(searched, ['cat-file', ...everything])));
  const timer = setTimeout(() => endTree(git), longest);
  const ended = once(git, 'close').catch(() => []);
  git.stdin.on('error', () => {});
  git.stdin.end();
  const reader = new ObjectReader(recognise, onObject);
  try {
    for await (const chunk of git.stdout) reader.add(chunk as Buffer);
    const [status] = await ended;
    if (status !== 0 || !reader.isAtEnd) throw new Refusal('git-failed', { dir: tree });
  } finally {
    clearTimeout(timer);
    endTree(git);
    await ended;
  }
  return reader;
}

/** Parses the output of `git cat-file --batch`: for each object a line with id, type and size, its bytes, a line break. */
class ObjectReader implements ObjectSearch {
  readonly hits: Hit[] = [];
  readonly missing: string[] = [];
  objects = 0;
  readonly #recognise: Recognise;
  readonly #onObject: OnObject;
  /** The beginning of a line that is not complete yet. */
  #head = '';
  #object: OpenObject | undefined;

  constructor(recognise: Recognise, onObject: OnObject) {
    this.#recognise = recognise;
    this.#onObject = onObject;
  }

  get isAtEnd(): boolean {
    return this.#object === undefined && this.#head === '';
  }

  add(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length)
      at = this.#object ? this.#takeBody(this.#object, chunk, at) : this.#takeHead(chunk, at);
  }

  #takeHead(chunk: Buffer, at: number): number {
    const end = chunk.indexOf(10, at);
    if (end === -1) {
      this.#head += chunk.toString('latin1', at);
      return chunk.length;
    }
    const [id = '', type = '', size] = `${this.#head}${chunk.toString('latin1', at, end)}`.split(' ');
    this.#head = '';
    if (size === undefined) this.missing.push(id);
    else this.#object = new OpenObject(id, type, Number(size), this.#recognise);
    return end + 1;
  }

  #takeBody(object: OpenObject, chunk: Buffer, at: number): number {
    const end = Math.min(chunk.length, at + object.left);
    object.add(chunk.subarray(at, end));
    if (object.left > 0) return end;
    const { id, type, size, sightings } = object;
    if (sightings.length > 0) this.hits.push({ id, type, sightings });
    if (type !== 'tree') this.objects++;
    this.#object = undefined;
    this.#onObject(size);
    return end;
  }
}

class OpenObject {
  readonly id: string;
  readonly type: string;
  readonly size: number;
  /** The number of bytes still to come, including the line break after the object. */
  left: number;
  sightings: readonly Sighting[] = [];
  readonly #recognise: Recognise;
  #pieces: Buffer[] = [];
  #held = 0;
  #blocks: BlockSearch | undefined;

  constructor(id: string, type: string, size: number, recognise: Recognise) {
    this.id = id;
    this.type = type;
    this.size = size;
    this.left = size + 1;
    this.#recognise = recognise;
  }

  add(piece: Buffer): void {
    this.left -= piece.length;
    // A tree has only names and ids, not contents of files.
    if (this.type === 'tree') return;
    this.#pieces.push(piece);
    this.#held += piece.length;
    if (this.left === 0) this.#finish();
    else if (this.#held >= blockSize) this.#searchBlock();
  }

  #finish(): void {
    if (!this.#blocks) this.sightings = this.#recognise(this.#whole());
    else this.sightings = this.#searchBlock().found;
  }

  #searchBlock(): BlockSearch {
    this.#blocks ??= new BlockSearch(this.#recognise);
    this.#blocks.add(this.#whole());
    this.#pieces = [];
    this.#held = 0;
    return this.#blocks;
  }

  #whole(): Buffer {
    const [only] = this.#pieces;
    return only && this.#pieces.length === 1 ? only : Buffer.concat(this.#pieces);
  }
}

/** Runs git and returns its output. @throws Refusal `git-missing`, `git-failed` */
export async function gitOutput(searched: Searched, args: readonly string[]): Promise<string> {
  const { tree, dir } = searched;
  const { how, output } = await askGit(tree, dir, argsFor(searched, args));
  if (how !== 0) throw new Refusal('git-failed', { dir: tree });
  return output;
}

import { once } from 'node:events';
import { Refusal } from '../../../shared/refusal.ts';
import { askGit, gitLaunch } from '../../machine/git.ts';
import { endTree, start } from '../../machine/programs.ts';
import type { Recognise, Sighting } from '../../machine/records/recognise.ts';
import { BlockSearch, blockSize } from './search.ts';

/** What git keeps objects of: a work tree or a repository without one, and the folder that the search began in. */
export interface Searched {
  readonly tree: string;
  readonly isBare: boolean;
  readonly dir: string;
}

/** A submodule's repository names a work tree, which may be gone; one in its place keeps git from looking there. */
function argsFor({ tree, isBare }: Searched, args: readonly string[]): string[] {
  return [...(isBare ? [`--work-tree=${tree}`] : []), ...args];
}

/** An object of git's with a key in it. */
export interface Hit {
  readonly id: string;
  /** `blob`, `commit`, `tag`. */
  readonly type: string;
  readonly sightings: readonly Sighting[];
}

/** What the objects of a repository say. */
export interface ObjectSearch {
  readonly hits: readonly Hit[];
  readonly objects: number;
  /** The ids of objects that git could not give. */
  readonly missing: readonly string[];
}

/** Told after each object, and of the bytes that were read. */
export type OnObject = (bytes: number) => void;

/** In milliseconds: all that a large repository ever held is read. */
const longest = 60 * 60_000;

/**
 * Searches every object that a repository has, also those of stashes, of the index, and those that nothing refers to any
 * more: whoever has the repository can read them. Git gives them in the order in which it has them, as fast as it can.
 *
 * @throws Refusal `git-missing`; `git-failed` where git did not give all that it began with
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

/** Takes apart what `git cat-file --batch` prints: of each object a line with id, type and size, its bytes, a line end. */
class ObjectReader implements ObjectSearch {
  readonly hits: Hit[] = [];
  readonly missing: string[] = [];
  objects = 0;
  readonly #recognise: Recognise;
  readonly #onObject: OnObject;
  /** What was read of a line that is not whole yet. */
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
  /** How many bytes are to come, with the line end after the object. */
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
    // A tree has names and ids; whoever looks for a key looks for what files hold.
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

/** What git prints. @throws Refusal `git-missing`, `git-failed` */
export async function gitPrints(searched: Searched, args: readonly string[]): Promise<string> {
  const { tree, dir } = searched;
  const { how, output } = await askGit(tree, dir, argsFor(searched, args));
  if (how !== 0) throw new Refusal('git-failed', { dir: tree });
  return output;
}

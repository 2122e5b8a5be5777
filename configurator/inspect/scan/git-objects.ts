import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { Refusal } from '../../../shared/refusal.ts';
import { askGit, gitLaunch } from '../../machine/git.ts';
import { endTree, start } from '../../machine/programs.ts';

/** Reads a stream by so many bytes at a time; `undefined` where it ends before. */
function exactReader(stream: Readable): (length: number) => Promise<Buffer | undefined> {
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  return async (length) => {
    const taken = [rest];
    let have = rest.length;
    while (have < length) {
      const { done, value } = await chunks.next();
      if (done) return undefined;
      taken.push(value);
      have += value.length;
    }
    const all = taken.length === 1 ? rest : Buffer.concat(taken);
    rest = all.subarray(length);
    return all.subarray(0, length);
  };
}

/** A work tree that is searched, and the folder that the search began in. */
export interface Searched {
  readonly tree: string;
  readonly dir: string;
}

/** What git keeps, beside folders: the content of a file, a commit, a tag. */
export interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly size: number;
}

/**
 * Lists every object that a repository has, also those of stashes, of the index, and those that nothing refers to any
 * more: whoever has the repository can read them.
 *
 * @throws Refusal `git-failed`
 */
export async function gitObjects({ tree, dir }: Searched): Promise<GitObject[]> {
  const output = await gitPrints({ tree, dir }, [
    'cat-file',
    '--batch-check',
    '--batch-all-objects',
    '--unordered',
  ]);
  return output.split('\n').flatMap((line) => {
    const [id = '', type = '', size = ''] = line.split(' ');
    return type === '' || type === 'tree' ? [] : [{ id, type, size: Number(size) }];
  });
}

/** In milliseconds: all that a large repository ever held is read. */
const longest = 60 * 60_000;

/**
 * Reads objects, one after the other.
 *
 * @throws Refusal `git-failed`
 */
export async function* readObjects(
  { tree, dir }: Searched,
  objects: readonly GitObject[],
): AsyncGenerator<GitObject & { readonly text: string }> {
  const git = start(gitLaunch(tree, dir, ['cat-file', '--batch']));
  const timer = setTimeout(() => endTree(git), longest);
  const ended = once(git, 'close').catch(() => []);
  git.stdin.on('error', () => {});
  git.stdin.end(objects.map(({ id }) => `${id}\n`).join(''));
  const take = exactReader(git.stdout);
  try {
    for (const object of objects) {
      const { id, type, size } = object;
      const head = `${id} ${type} ${size}\n`;
      const bytes = await take(head.length + size + 1);
      if (bytes?.toString('latin1', 0, head.length) !== head) throw new Refusal('git-failed', { dir: tree });
      yield { ...object, text: bytes.toString('latin1', head.length, head.length + size) };
    }
  } finally {
    clearTimeout(timer);
    endTree(git);
    await ended;
  }
}

/** What git prints. @throws Refusal `git-missing`, `git-failed` */
export async function gitPrints({ tree, dir }: Searched, args: readonly string[]): Promise<string> {
  const { how, output } = await askGit(tree, dir, args);
  if (how !== 0) throw new Refusal('git-failed', { dir: tree });
  return output;
}

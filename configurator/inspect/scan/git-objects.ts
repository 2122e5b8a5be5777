import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { Refusal } from '../../../shared/refusal.ts';
import { askProgram, gitEnvironment, gitOptions } from '../../machine/programs.ts';

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
export async function gitObjects(tree: string): Promise<GitObject[]> {
  const output = await askGit(tree, ['cat-file', '--batch-check', '--batch-all-objects', '--unordered']);
  return output.split('\n').flatMap((line) => {
    const [id = '', type = '', size = ''] = line.split(' ');
    return type === '' || type === 'tree' ? [] : [{ id, type, size: Number(size) }];
  });
}

/**
 * Reads objects, one after the other.
 *
 * @throws Refusal `git-failed`
 */
export async function* readObjects(
  tree: string,
  objects: readonly GitObject[],
): AsyncGenerator<GitObject & { readonly text: string }> {
  const git = spawn('git', [...gitOptions(tree), 'cat-file', '--batch'], {
    env: gitEnvironment(),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
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
    git.kill();
    await ended;
  }
}

/** What git prints. @throws Refusal `git-failed` */
export async function askGit(tree: string, args: readonly string[]): Promise<string> {
  const { status, output } = await askProgram('git', [...gitOptions(tree), ...args], '', gitEnvironment());
  if (status !== 0) throw new Refusal('git-failed', { dir: tree });
  return output;
}

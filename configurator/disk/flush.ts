import { fsync, fsyncSync } from 'node:fs';
import { platform } from 'node:process';
import { promisify } from 'node:util';
import { isGuarded, type OpenFile, pathTo } from './open-file.ts';

/** Makes what an open file holds, or which names are in an open folder, durable. */
export type Flush = (open: OpenFile) => Promise<void>;

/** For one at a time: no promise of a file call is made where the call is over sooner. */
export const flush: Flush = async (open) => (isGuarded() ? flushGuarded(open) : fsyncSync(open.file));

const fsyncBesideOthers = promisify(fsync);

const flushBesideOthers: Flush = (open) => (isGuarded() ? flushGuarded(open) : fsyncBesideOthers(open.file));

/** For these: a disk makes several durable at once for little more than it takes for one. */
export function flushOf({ length }: readonly unknown[]): Flush {
  return length > 1 ? flushBesideOthers : flush;
}

/**
 * Under its permission model, Node does so by a handle only, and makes none of a file that is open. Windows wants one
 * that may write, and is asked for files only; elsewhere one that reads will do, which a folder needs.
 */
async function flushGuarded({ file, path }: OpenFile): Promise<void> {
  const { open } = await import('node:fs/promises');
  const again = await open(pathTo(file, path), platform === 'win32' ? 'r+' : 'r');
  try {
    await again.sync();
  } finally {
    await again.close();
  }
}

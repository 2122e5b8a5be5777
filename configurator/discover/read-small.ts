import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../shared/refusal.ts';
import { errnoOf } from '../disk/errno.ts';

/** Larger files are no configuration. */
const largestMebibytes = 1;

/**
 * Reads a file of a tree, unless it is too large to be looked into.
 *
 * @throws Refusal `file-unreadable`, `file-too-large`
 */
export async function readSmall(root: string, file: string): Promise<Buffer> {
  try {
    const handle = await open(join(root, file));
    try {
      const { size } = await handle.stat();
      if (size <= largestMebibytes * 2 ** 20) return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new Refusal('file-unreadable', { file, reason: errnoOf(error) });
  }
  throw new Refusal('file-too-large', { file, limit: largestMebibytes });
}

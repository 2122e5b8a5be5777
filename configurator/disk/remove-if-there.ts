import { unlinkSync } from 'node:fs';
import { errnoOf } from './errno.ts';

/** Removes a file that may be gone already. */
export async function removeIfThere(path: string): Promise<void> {
  try {
    unlinkSync(path);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
}

import { dirname } from 'node:path';
import { Refusal } from '../../shared/refusal.ts';
import { createFile } from '../disk/create-file.ts';
import { errnoOf } from '../disk/errno.ts';
import { syncFolder } from '../disk/sync-folder.ts';

/**
 * Puts a sealed key on the disk, durably; overwrites nothing.
 *
 * @param file how the refusals name it
 * @throws Refusal `output-exists`, `output-failed`
 */
export async function writeSealed(path: string, file: string, armored: string): Promise<void> {
  try {
    await createFile(path, armored);
    await syncFolder(dirname(path));
  } catch (error) {
    const reason = errnoOf(error);
    throw reason === 'EEXIST'
      ? new Refusal('output-exists', { file })
      : new Refusal('output-failed', { file, reason });
  }
}

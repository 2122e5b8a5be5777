import { renameSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createFile } from '../disk/create-file.ts';
import { syncFolder } from '../disk/sync-folder.ts';
import { temporaryName } from '../disk/temporary-name.ts';

/** Puts a whole file of the state folder in place, or leaves the one that is there. Readable by its owner only. */
export async function writeDurably(path: string, bytes: Uint8Array | string): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, temporaryName());
  await createFile(temporary, bytes);
  try {
    renameSync(temporary, path);
  } catch (error) {
    unlinkSync(temporary);
    throw error;
  }
  await syncFolder(folder);
}

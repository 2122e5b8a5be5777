import { constants, type Stats } from 'node:fs';
import { access, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { getuid } from 'node:process';
import { Refusal } from '../../shared/refusal.ts';
import { errnoOf } from '../disk/errno.ts';

/**
 * Reads a file that must be this user's alone.
 *
 * @param flags for opening it, beside reading
 * @returns its text
 * @throws Refusal `identity-foreign`, `identity-exposed`; the system's errors
 */
export async function readPrivate(path: string, flags = 0): Promise<string> {
  const file = await open(path, constants.O_RDONLY | flags);
  try {
    checkPrivate(await file.stat(), path, '600');
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

/**
 * Windows keeps a profile's files from other users by itself; its modes say nothing.
 *
 * @throws Refusal `identity-foreign`, `identity-exposed`
 */
export function checkPrivate({ uid, mode }: Stats, file: string, wanted: string): void {
  if (getuid === undefined) return;
  if (uid !== getuid()) throw new Refusal('identity-foreign', { file });
  if ((mode & 0o077) !== 0) throw new Refusal('identity-exposed', { file, mode: wanted });
}

/** The git repository that a folder is in, or `undefined`. */
export async function repositoryAround(folder: string): Promise<string | undefined> {
  try {
    // A folder in a main work tree, a file in a linked one and in a submodule.
    await access(join(folder, '.git'));
    return folder;
  } catch (error) {
    errnoOf(error);
  }
  const above = dirname(folder);
  return above === folder ? undefined : repositoryAround(above);
}

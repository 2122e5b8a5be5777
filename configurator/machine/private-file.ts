import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { getuid } from 'node:process';
import { Refusal } from '../../shared/refusal.ts';
import { rethrowUnlessSystemError } from './system-error.ts';

// Everything here is done at once, without promises: they take the host longer to load than the work does.

/**
 * Reads a file that must be this user's alone.
 *
 * @param flags for opening it, beside reading
 * @returns its text
 * @throws Refusal `identity-foreign`, `identity-exposed`; the system's errors
 */
export function readPrivate(path: string, flags = 0): string {
  const file = openSync(path, constants.O_RDONLY | flags);
  try {
    checkPrivate(fstatSync(file), path, '600');
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

/**
 * A folder that must be this user's alone and in no git repository.
 *
 * @returns its path, symbolic links resolved
 * @throws Refusal `identity-foreign`, `identity-exposed`, `identity-in-git`; the system's errors
 */
export function privateFolder(path: string): string {
  const folder = realpathSync(path);
  checkPrivate(lstatSync(folder), folder, '700');
  const repository = repositoryAround(folder);
  if (repository !== undefined) throw new Refusal('identity-in-git', { folder, repository });
  return folder;
}

/**
 * Windows keeps a profile's files from other users by itself; its modes say nothing.
 *
 * @throws Refusal `identity-foreign`, `identity-exposed`
 */
function checkPrivate({ uid, mode }: Stats, file: string, wanted: string): void {
  if (getuid === undefined) return;
  if (uid !== getuid()) throw new Refusal('identity-foreign', { file });
  if ((mode & 0o077) !== 0) throw new Refusal('identity-exposed', { file, mode: wanted });
}

/** The git repository that a folder is in, or `undefined`. */
export function repositoryAround(folder: string): string | undefined {
  try {
    // A folder in a main work tree, a file in a linked one and in a submodule.
    accessSync(join(folder, '.git'));
    return folder;
  } catch (error) {
    rethrowUnlessSystemError(error);
  }
  const above = dirname(folder);
  return above === folder ? undefined : repositoryAround(above);
}

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
import { patiently } from './patience.ts';
import { errnoOf, rethrowUnlessSystemError } from './system-error.ts';

// Everything here is synchronous: loading `fs/promises` takes the host longer than the work itself.

const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants;

/**
 * Opens a file that others may have prepared: does not follow a symbolic link, nor wait for a named pipe.
 *
 * @throws system errors, `ELOOP` for a link
 */
export function openUnfollowed(path: string, flags = O_RDONLY): number {
  return patiently(() => openSync(path, flags | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0), 0o600));
}

/** Whether a file belongs to another user. Windows itself protects a profile from other users. */
export function isForeign({ uid }: Pick<Stats, 'uid'>): boolean {
  return getuid !== undefined && uid !== getuid();
}

const writableByOthers = 0o022;

/**
 * Refuses a file or folder that others can change: they could have prepared it.
 *
 * @throws Refusal `state-linked` for what is neither a file nor a folder, `state-foreign`, `state-exposed`
 */
export function requireOwn(stat: Stats, file: string): void {
  if (!stat.isFile() && !stat.isDirectory()) throw new Refusal('state-linked', { file });
  if (getuid === undefined) return;
  if (isForeign(stat)) throw new Refusal('state-foreign', { file });
  if ((stat.mode & writableByOthers) === 0) return;
  throw new Refusal('state-exposed', { file, mode: (stat.mode & 0o777).toString(8).padStart(3, '0') });
}

/**
 * Opens a file of the state folder that only this user can change.
 *
 * @throws Refusal as `requireOwn` does; the system's errors
 */
export function openOwn(path: string, flags = O_RDONLY): number {
  const file = openNotLinked(path, flags);
  try {
    requireOwn(fstatSync(file), path);
    return file;
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function openNotLinked(path: string, flags: number): number {
  try {
    return openUnfollowed(path, flags);
  } catch (error) {
    if (errnoOf(error) === 'ELOOP') throw new Refusal('state-linked', { file: path });
    throw error;
  }
}

/** The bytes of a file that only this user can change. Throws as `openOwn` does. */
export function readOwn(path: string): Buffer {
  const file = openOwn(path);
  try {
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Reads a file that only this user may open.
 *
 * @param flags for `open`, added to read-only
 * @returns its text
 * @throws Refusal `identity-foreign`, `identity-exposed`; the system's errors
 */
export function readPrivate(path: string, flags = 0): string {
  const file = patiently(() => openSync(path, constants.O_RDONLY | flags));
  try {
    checkPrivate(fstatSync(file), path, '600');
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

/**
 * Checks a folder that only this user may open and that no git repository may contain.
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
 * Windows itself protects a profile's files from other users; modes mean nothing there.
 *
 * @throws Refusal `identity-foreign`, `identity-exposed`
 */
function checkPrivate({ uid, mode }: Stats, file: string, wanted: string): void {
  if (getuid === undefined) return;
  if (isForeign({ uid })) throw new Refusal('identity-foreign', { file });
  if ((mode & 0o077) !== 0) throw new Refusal('identity-exposed', { file, mode: wanted });
}

/** The git repository that a folder is in, or `undefined`. */
export function repositoryAround(folder: string): string | undefined {
  try {
    // A folder in a main work tree; a file in a linked work tree or a submodule.
    accessSync(join(folder, '.git'));
    return folder;
  } catch (error) {
    rethrowUnlessSystemError(error);
  }
  const above = dirname(folder);
  return above === folder ? undefined : repositoryAround(above);
}

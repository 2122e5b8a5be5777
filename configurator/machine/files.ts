import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fchownSync,
  fsync,
  fsyncSync,
  ftruncateSync,
  openSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import process, { platform } from 'node:process';
import { promisify } from 'node:util';
import { patiently } from './patience.ts';
import { errnoOf } from './system-error.ts';

/** An open file, and the path by which it was opened. */
interface OpenFile {
  readonly file: number;
  readonly path: string;
}

/** Sets the permissions of an open file. */
export function chmod({ file, path }: OpenFile, mode: number): void {
  if (isGuarded()) chmodSync(pathTo(file, path), mode);
  else fchmodSync(file, mode);
}

/** Sets owner and group of an open file. */
export function chown({ file, path }: OpenFile, uid: number, gid: number): void {
  if (isGuarded()) chownSync(pathTo(file, path), uid, gid);
  else fchownSync(file, uid, gid);
}

/** Under its permission model, which the host is started with, Node changes no rights by an open file. */
function isGuarded(): boolean {
  return 'permission' in process && process.permission !== undefined;
}

/** Linux has a path that leads to the open file itself, whatever has the other path by now. */
function pathTo(file: number, path: string): string {
  return platform === 'linux' ? `/proc/self/fd/${file}` : path;
}

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

const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = constants;

/**
 * Makes a new file that only its owner can read, with these bytes, durably; never writes through what is already
 * there. A failed one is removed again. Its name in the folder becomes durable with `syncFolder`.
 *
 * @param adjust is called with the open file once it is written, before it is made durable
 * @param makeDurable flushes it
 */
export async function createFile(
  path: string,
  bytes: Uint8Array | string,
  adjust?: (file: number) => void,
  makeDurable: Flush = flush,
): Promise<void> {
  const file = openSync(path, O_CREAT | O_EXCL | O_WRONLY | (O_NOFOLLOW ?? 0), 0o600);
  try {
    writeFileSync(file, bytes);
    adjust?.(file);
    await makeDurable({ file, path });
  } catch (error) {
    removeFile(path);
    throw error;
  } finally {
    closeSync(file);
  }
}

/**
 * As `createFile`, beginning with a copy of another file: on Windows a copy has what only the file itself has, its attributes
 * such as hidden, its streams and its encryption. Its access rules it has from the folder.
 */
export async function createLike(
  model: string,
  path: string,
  bytes: Uint8Array,
  makeDurable: Flush = flush,
): Promise<void> {
  patiently(() => copyFileSync(model, path, constants.COPYFILE_EXCL));
  try {
    const file = patiently(() => openSync(path, 'r+'));
    try {
      ftruncateSync(file);
      writeFileSync(file, bytes);
      await makeDurable({ file, path });
    } finally {
      closeSync(file);
    }
  } catch (error) {
    removeFile(path);
    throw error;
  }
}

/** Makes the names in a folder durable: what was created, renamed and removed there. Windows has no such call. */
export async function syncFolder(path: string): Promise<void> {
  if (platform === 'win32') return;
  const file = openSync(path, 'r');
  try {
    await flush({ file, path });
  } finally {
    closeSync(file);
  }
}

/** Puts a file in another's place. Nothing else renames: on Windows a scanner may have either open. */
export function replaceFile(from: string, to: string): void {
  patiently(() => renameSync(from, to));
}

/** Removes a file. Nothing else does: on Windows a scanner may have it open. */
export function removeFile(path: string): void {
  patiently(() => unlinkSync(path));
}

/** Removes a file that may be gone already. */
export async function removeIfThere(path: string): Promise<void> {
  try {
    removeFile(path);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
}

/** A name for a file that lives only until it is renamed: recognisable, not to be guessed, and telling nothing. */
export function temporaryName(): string {
  return `.cle-${randomBytes(12).toString('hex')}.tmp`;
}

/** Says whether a name is one that `temporaryName` gives. */
export function isTemporaryName(name: string): boolean {
  return /^\.cle-[0-9a-f]{24}\.tmp$/.test(name);
}

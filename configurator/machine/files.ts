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

/** Under its permission model, with which the host is started, Node refuses fchmod and fchown. */
function isGuarded(): boolean {
  return 'permission' in process && process.permission !== undefined;
}

/** On Linux, a path to the open file itself, even if another file has its path by now. */
function pathTo(file: number, path: string): string {
  return platform === 'linux' ? `/proc/self/fd/${file}` : path;
}

const fsyncAsync = promisify(fsync);

/**
 * Makes the contents of an open file, or the names in an open folder, durable. It never blocks, as a disk flushes several at
 * once in little more time than one.
 */
export async function flush(open: OpenFile): Promise<void> {
  await (isGuarded() ? flushGuarded(open) : fsyncAsync(open.file));
}

/**
 * Under its permission model, Node flushes through a FileHandle only, and cannot make one from an open file. Windows needs
 * a writable handle, and flushes files only; elsewhere a readable one will do, which is all that a folder has.
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
 * Creates a file that only its owner can read, with these bytes, durably; never overwrites. After a failure the file is
 * removed. Its name in the folder becomes durable with `syncFolder`.
 *
 * @param adjust is called with the open file after it is written and before it is flushed
 */
export async function createFile(
  path: string,
  bytes: Uint8Array | string,
  adjust?: (file: number) => void,
): Promise<void> {
  const file = openSync(path, O_CREAT | O_EXCL | O_WRONLY | (O_NOFOLLOW ?? 0), 0o600);
  try {
    writeFileSync(file, bytes);
    adjust?.(file);
    await flush({ file, path });
  } catch (error) {
    removeFile(path);
    throw error;
  } finally {
    closeSync(file);
  }
}

/**
 * As `createFile`, starting from a copy of another file: on Windows a copy keeps the file's attributes (such as hidden),
 * streams and encryption. It inherits its access rules from the folder.
 */
export async function createLike(model: string, path: string, bytes: Uint8Array): Promise<void> {
  patiently(() => copyFileSync(model, path, constants.COPYFILE_EXCL));
  try {
    const file = patiently(() => openSync(path, 'r+'));
    try {
      ftruncateSync(file);
      writeFileSync(file, bytes);
      await flush({ file, path });
    } finally {
      closeSync(file);
    }
  } catch (error) {
    removeFile(path);
    throw error;
  }
}

/** Makes what was created, renamed and removed in a folder durable. Windows has no such call. */
export async function syncFolder(path: string): Promise<void> {
  if (platform === 'win32') return;
  const file = openSync(path, 'r');
  try {
    await flush({ file, path });
  } finally {
    closeSync(file);
  }
}

/** Renames a file over another. Use nothing else to rename: on Windows a scanner may have either file open. */
export function replaceFile(from: string, to: string): void {
  patiently(() => renameSync(from, to));
}

/** Removes a file. Use nothing else to remove one: on Windows a scanner may have it open. */
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

/** A name for a file that exists only until it is renamed: recognisable, unguessable, and without information. */
export function temporaryName(): string {
  return `.cle-${randomBytes(12).toString('hex')}.tmp`;
}

/** Whether a name comes from `temporaryName`. */
export function isTemporaryName(name: string): boolean {
  return /^\.cle-[0-9a-f]{24}\.tmp$/.test(name);
}

import { createHash } from 'node:crypto';
import {
  accessSync,
  type BigIntStats,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  statfsSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { getegid, geteuid, getgroups, platform } from 'node:process';
import { Refusal } from '../../../shared/refusal.ts';
import { wayInside } from '../../machine/inside.ts';
import { isInUse, patiently } from '../../machine/patience.ts';
import { errnoOf, rethrowUnlessSystemError } from '../../machine/system-error.ts';

const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY, W_OK } = constants;

const largestMiB = 16;

/** A file as it was when it was read. Its bytes may be secret: never print them. */
export interface Snapshot {
  /** Absolute, symbolic links resolved. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly stat: State;
}

/** SHA-256 in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The parts of a file's `stat` that change when the file is replaced or modified. */
const identity = ['dev', 'ino', 'size', 'mtimeNs', 'mode', 'uid', 'gid', 'nlink'] as const;

type State = Pick<BigIntStats, (typeof identity)[number]>;

/** Whether two `stat`s are of the same file in the same state, as far as they tell. */
export function sameState(a: State, b: State): boolean {
  return identity.every((part) => a[part] === b[part]);
}

/**
 * The real path of a target.
 *
 * @param dir the project's folder, symbolic links resolved
 * @param file relative to it
 * @throws Refusal `file-missing`, `file-not-regular`, `file-unreadable`, `path-outside-project` where a symbolic link
 *   leads out of the project
 */
export function resolveTarget(dir: string, file: string): string {
  const path = realPathOf(join(dir, file), file);
  if (wayInside(dir, path) === undefined) throw new Refusal('path-outside-project', { file });
  return path;
}

function stateOf({ dev, ino, size, mtimeNs, mode, uid, gid, nlink }: BigIntStats): State {
  return { dev, ino, size, mtimeNs, mode, uid, gid, nlink };
}

/** MAX_PATH less the drive and an 8.3 name. Node's own `realpath` works beyond it; the system's function does not everywhere. */
const longestOfWindows = 248;

function realPathOf(path: string, file: string): string {
  try {
    return path.length > longestOfWindows && platform === 'win32'
      ? realpathSync(path)
      : realpathSync.native(path);
  } catch (error) {
    const reason = errnoOf(error);
    if (reason === 'ENOENT' || reason === 'ENOTDIR') throw new Refusal('file-missing', { file });
    throw new Refusal('file-unreadable', { file, reason });
  }
}

/**
 * Reads a target and checks that it can be replaced.
 *
 * @param file its name in the project, for error messages
 * @throws Refusal `file-…`, `folder-read-only`
 */
export function takeSnapshot(path: string, file: string): Snapshot {
  // Opening a device can have effects, so the type is checked before, and again after opening.
  const kind = reading(file, () => lstatSync(path));
  if (!kind.isFile()) throw new Refusal('file-not-regular', { file });
  const { bytes, stat } = readRegular(path, file);
  if (stat.nlink > 1n) throw new Refusal('file-hard-linked', { file });
  // Root can write everything, but a file that its owner made read-only must stay unchanged for root too.
  if ((stat.mode & 0o200n) === 0n) throw new Refusal('file-read-only', { file });
  refuseUnwritable(path, () => new Refusal('file-read-only', { file }), file);
  refuseUnwritable(dirname(path), () => new Refusal('folder-read-only', { file }), file);
  refuseForeign(stat, file);
  refuseFull(dirname(path), stat, file);
  return { path, bytes, sha256: sha256(bytes), stat: stateOf(stat) };
}

/**
 * Reads a regular file as a whole, in one consistent state.
 *
 * @throws Refusal `file-unreadable`, `file-not-regular`, `file-too-large`, `file-changed` where it changes while it is read
 */
export function readRegular(path: string, file: string): { bytes: Uint8Array; stat: BigIntStats } {
  // Without O_NONBLOCK a named pipe in the file's place would block forever.
  const flags = O_RDONLY | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0);
  const open = reading(file, () => patiently(() => openSync(path, flags)));
  try {
    return reading(file, () => readOpen(open, file));
  } finally {
    closeSync(open);
  }
}

function readOpen(open: number, file: string): { bytes: Buffer; stat: BigIntStats } {
  const stat = fstatSync(open, { bigint: true });
  if (!stat.isFile()) throw new Refusal('file-not-regular', { file });
  if (stat.size > largestMiB * 2 ** 20) throw new Refusal('file-too-large', { file, limit: largestMiB });
  const bytes = readFileSync(open);
  if (!sameState(stat, fstatSync(open, { bigint: true }))) throw new Refusal('file-changed', { file });
  return { bytes, stat };
}

function reading<T>(file: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const reason = errnoOf(error);
    throw new Refusal(isInUse(error) ? 'file-in-use' : 'file-unreadable', { file, reason });
  }
}

/** @throws Refusal `file-system-read-only`, or that of `readOnly` */
function refuseUnwritable(path: string, readOnly: () => Refusal, file: string): void {
  try {
    accessSync(path, W_OK);
  } catch (error) {
    throw errnoOf(error) === 'EROFS' ? new Refusal('file-system-read-only', { file }) : readOnly();
  }
}

/**
 * The new file gets the old one's owner and group. Only root can change an owner, and others can set only groups of which
 * they are members (chown(2)).
 *
 * @throws Refusal `file-foreign`, `file-group`
 */
function refuseForeign({ uid, gid }: State, file: string): void {
  const user = geteuid?.();
  if (user === undefined || user === 0) return;
  if (uid !== BigInt(user)) throw new Refusal('file-foreign', { file, owner: String(uid) });
  const groups = [getegid?.(), ...(getgroups?.() ?? [])];
  if (!groups.includes(Number(gid))) throw new Refusal('file-group', { file, group: String(gid) });
}

/** In bytes, for the folder and the file system besides the new file. */
const spare = 64n * 1024n;

/** @throws Refusal `file-system-full` where there is no space for the new file beside the old one */
function refuseFull(folder: string, { size }: State, file: string): void {
  const { bavail, bfree, bsize } = reading(file, () => statfsSync(folder, { bigint: true }));
  const free = (geteuid?.() === 0 ? bfree : bavail) * bsize;
  if (free < size + spare) throw new Refusal('file-system-full', { file });
}

/**
 * Reads a written file by its name in the project, as its reader will.
 *
 * @throws Refusal `read-back-failed`, `file-in-use`
 */
export function readAgain(dir: string, file: string): Buffer {
  try {
    return patiently(() => readFileSync(resolveTarget(dir, file)));
  } catch (error) {
    if (isInUse(error)) throw new Refusal('file-in-use', { file, reason: errnoOf(error) });
    if (!(error instanceof Refusal)) rethrowUnlessSystemError(error);
    throw new Refusal('read-back-failed', { file });
  }
}

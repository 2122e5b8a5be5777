import { type BigIntStats, closeSync, constants, fstatSync, lstatSync, openSync } from 'node:fs';
import { platform } from 'node:process';
import { Refusal } from '../../../shared/refusal.ts';
import { chmod, chown, createFile, createLike, removeIfThere, replaceFile } from '../../machine/files.ts';
import { errnoOf } from '../../machine/system-error.ts';
import { readRegular, type Snapshot, sameState, sha256 } from '../targets/snapshot.ts';
import type { Swap } from './commit-record.ts';
import type { Folders } from './folders.ts';

const { O_NOFOLLOW, O_RDONLY } = constants;

/** The initial permissions of every temporary file. */
const ownerOnly = 0o600;

/**
 * Writes the new contents beside the file, readable by its owner only, and makes them durable. On Windows, where modes mean
 * nothing, it is a copy of the file with other contents.
 */
export async function stage(
  { folder, name, temporary }: Swap,
  content: Uint8Array,
  { uid, gid }: Pick<BigIntStats, 'uid' | 'gid'>,
  folders: Folders,
  system: NodeJS.Platform = platform,
): Promise<void> {
  const path = folders.pathOf(folder, temporary);
  if (system === 'win32') return createLike(folders.pathOf(folder, name), path, content);
  const keepOwner = (file: number) => {
    const now = fstatSync(file, { bigint: true });
    if (now.uid !== uid || now.gid !== gid) chown({ file, path }, Number(uid), Number(gid));
  };
  await createFile(path, content, keepOwner);
}

/** @throws Refusal `file-changed` where the file no longer matches the snapshot, byte for byte */
export function checkUnchanged(
  { folder, name }: Swap,
  snapshot: Snapshot,
  file: string,
  folders: Folders,
): void {
  const now = readRegular(folders.pathOf(folder, name), file);
  if (!sameState(now.stat, snapshot.stat) || sha256(now.bytes) !== snapshot.sha256) {
    throw new Refusal('file-changed', { file });
  }
}

/** @throws Refusal `file-changed` where the file's `stat` no longer matches the snapshot */
export function checkEntry({ folder, name }: Swap, { stat }: Snapshot, file: string, folders: Folders): void {
  const now = lstatSync(folders.pathOf(folder, name), { bigint: true });
  if (!sameState(now, stat)) throw new Refusal('file-changed', { file });
}

/**
 * Renames the new file over the old one. Its permissions are set at the last moment, so that a crash leaves no temporary
 * file that others can read.
 */
export function swapIn({ folder, name, temporary, mode }: Swap, folders: Folders): void {
  const path = folders.pathOf(folder, temporary);
  if (mode !== ownerOnly && platform !== 'win32') {
    const file = openSync(path, O_RDONLY | (O_NOFOLLOW ?? 0));
    try {
      chmod({ file, path }, mode);
    } finally {
      closeSync(file);
    }
  }
  replaceFile(path, folders.pathOf(folder, name));
}

/**
 * Does a swap of a committed record, unless it is already done. A file that was changed after the crash keeps that change,
 * and the temporary file is removed.
 */
export async function finishSwap(swap: Swap, folders: Folders): Promise<void> {
  if (!isThere(folders.pathOf(swap.folder, swap.temporary))) return;
  if (digestOf(folders.pathOf(swap.folder, swap.name)) === swap.expected) swapIn(swap, folders);
  else await sweep([swap], folders);
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** `undefined` where it is no longer a regular file. Throws for a file that cannot be read now, but may be later. */
function digestOf(path: string): string | undefined {
  try {
    return sha256(readRegular(path, path).bytes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, params } = error;
    if (code === 'file-unreadable' && params['reason'] !== 'ENOENT' && params['reason'] !== 'ELOOP')
      throw error;
    return undefined;
  }
}

/** Removes the temporary files of swaps. */
export async function sweep(swaps: readonly Swap[], folders: Folders): Promise<void> {
  for (const { folder, temporary } of swaps) await removeIfThere(folders.pathOf(folder, temporary));
}

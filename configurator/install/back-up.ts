import { Refusal } from '../../shared/refusal.ts';
import { applyEdits, type Edit } from '../formats/format.ts';
import type { Lock } from '../machine/lock.ts';
import { type Backup, pruneBackups, removeBackup, saveBackup } from '../machine/records/backups.ts';
import { sha256 } from './targets/snapshot.ts';
import { rethrowBug } from './write/commit-record.ts';
import type { Replacement } from './write/replace-files.ts';

// One character per byte, so that offsets in edits are in bytes.
const latin1 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** The one edit that turns `after` back into `before`, without their common beginning and end. */
function inverseEdit(before: Uint8Array, after: Uint8Array): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const content = latin1(before.subarray(start, before.length - end));
  return { offset: start, length: after.length - end - start, content };
}

/**
 * Applies an edit from `inverseEdit`.
 *
 * @throws RangeError where it is outside the bytes
 */
export function applyToBytes(bytes: Uint8Array, edit: Edit): Uint8Array {
  return Buffer.from(applyEdits(latin1(bytes), [edit]), 'latin1');
}

/**
 * Runs a change of files with a sealed backup of what it replaces, which is durable before the change begins. If the change
 * fails, the backup is removed; if it succeeds, the oldest backups are.
 *
 * @throws Refusal `state-failed`, `identity-…`, and what `change` throws
 */
export async function withBackup<T>(
  project: string,
  captureId: string,
  replacements: readonly Replacement[],
  change: () => Promise<T>,
  lock: Lock,
): Promise<T> {
  if (replacements.length === 0) return change();
  const id = await saveBackup(project, backupOf(captureId, replacements), lock);
  try {
    const done = await change();
    await pruneBackups(project, lock).catch(rethrowBug);
    return done;
  } catch (error) {
    // The next start finishes a change that could not be rolled back.
    const stays = error instanceof Refusal && error.code === 'write-unfinished';
    if (!stays) await removeBackup(id, lock).catch(rethrowBug);
    throw error;
  }
}

function backupOf(captureId: string, replacements: readonly Replacement[]): Backup {
  const files = replacements.map(({ file, snapshot, content }) => ({
    file,
    before: snapshot.sha256,
    after: sha256(content),
    edit: inverseEdit(snapshot.bytes, content),
  }));
  return { captureId, created: new Date().toISOString(), files };
}

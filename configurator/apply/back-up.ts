import { Refusal } from '../../shared/refusal.ts';
import { type Backup, pruneBackups, removeBackup, saveBackup } from '../state/backups.ts';
import type { Lock } from '../state/lock.ts';
import { inverseEdit } from './inverse-edit.ts';
import { reasonOf } from './refusing.ts';
import type { Replacement } from './replace-files.ts';
import { sha256 } from './snapshot.ts';

/**
 * Runs a change of files with a sealed backup of what it takes out of them, durable before it begins. Where the change
 * does not come to be, the backup goes; where it does, the oldest ones go.
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
    await pruneBackups(project, lock).catch(reasonOf);
    return done;
  } catch (error) {
    // The next start finishes a change that could not be put back.
    const stays = error instanceof Refusal && error.code === 'write-unfinished';
    if (!stays) await removeBackup(id, lock).catch(reasonOf);
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

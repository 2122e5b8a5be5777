import { Refusal } from '../../shared/refusal.ts';
import type { Lock } from '../machine/lock.ts';
import { type Backup, backupIds, readBackup, removeBackup } from '../machine/records/backups.ts';
import { journalUndone } from '../machine/records/journal.ts';
import { isOver, keyEnds } from '../machine/records/key-ends.ts';
import { knownKeys } from '../machine/records/known-keys.ts';
import { releaseUsed } from '../machine/records/used-captures.ts';
import type { Project } from '../project/project.ts';
import { applyToBytes } from './back-up.ts';
import { readAgain, resolveTarget, sha256, takeSnapshot } from './targets/snapshot.ts';
import { recoverLocked } from './write/recover.ts';
import { type Replacement, replaceFiles } from './write/replace-files.ts';

/**
 * Refuses to restore a key that has ended: the files would exchange a key that works for one that does not.
 *
 * @throws Refusal `undo-key-over`, `state-…`
 */
async function refuseKeyThatIsOver(replacements: readonly Replacement[]): Promise<void> {
  const ends = await keyEnds();
  const now = new Date();
  if (![...ends.values()].some((day) => isOver(day, now))) return;
  const { secret, keys } = await knownKeys();
  const over = keys.filter(({ fingerprint }) => isOver(ends.get(fingerprint), now));
  const { recogniser } = await import('../machine/records/recognise.ts');
  const recognise = recogniser({ secret, keys: over });
  const keysIn = (bytes: Uint8Array) => recognise(bytes).map(({ key }) => key.fingerprint);
  for (const { file, content, snapshot } of replacements) {
    const there = new Set(keysIn(snapshot.bytes));
    const back = keysIn(content).find((fingerprint) => !there.has(fingerprint));
    if (back !== undefined) throw new Refusal('undo-key-over', { file, ends: ends.get(back) ?? '' });
  }
}

/** The plan of undoing the last installation. It contains secrets: never print it. */
export interface UndoPlan {
  readonly project: Project;
  /** The id of its backup. */
  readonly id: string;
  readonly backup: Backup;
  /** The files that are not yet restored. */
  readonly replacements: readonly Replacement[];
  /** Later backups, of installations that were already undone or did not succeed. */
  readonly obsolete: readonly string[];
}

/**
 * Plans undoing a project's last installation that is still in its files. Reads only.
 *
 * @throws Refusal `undo-none`; `undo-changed` where a file is neither as the installation left it nor as it was before;
 *   `undo-key-over`, `file-…`, `state-…`
 */
export async function planUndo(project: Project): Promise<UndoPlan> {
  const obsolete: string[] = [];
  for (const id of await backupIds(project.id)) {
    const backup = await readBackup(id);
    const found = backup.files.map((file) => restore(project.dir, file));
    const replacements = found.filter((replacement) => replacement !== undefined);
    if (replacements.length > 0) {
      await refuseKeyThatIsOver(replacements);
      return { project, id, backup, replacements, obsolete };
    }
    obsolete.push(id);
  }
  throw new Refusal('undo-none', { dir: project.dir });
}

/** The replacement that restores one file; `undefined` where it already is as it was. */
function restore(
  dir: string,
  { file, before, after, edit }: Backup['files'][number],
): Replacement | undefined {
  const snapshot = takeSnapshot(resolveTarget(dir, file), file);
  if (snapshot.sha256 === before) return undefined;
  if (snapshot.sha256 !== after) throw new Refusal('undo-changed', { file });
  const content = applyToBytes(snapshot.bytes, edit);
  if (sha256(content) !== before) throw new Refusal('verify-failed', { file });
  return { file, snapshot, content };
}

/**
 * Restores every file of a plan, or none, and reads each back. The plan is made again under the lock, so that exactly what
 * was shown is done.
 *
 * @param shown the id of the backup that was shown
 * @throws Refusal `plan-stale`, what `planUndo` throws, and what `replaceFiles` throws
 */
export async function undoLocked(project: Project, shown: string, lock: Lock): Promise<UndoPlan> {
  await recoverLocked(lock);
  const plan = await planUndo(project);
  if (plan.id !== shown) throw new Refusal('plan-stale');
  await replaceFiles(plan.replacements, () => readBack(plan), lock);
  for (const id of [...plan.obsolete, plan.id]) await forget(id, project, lock);
  return plan;
}

async function readBack({ project, replacements }: UndoPlan): Promise<void> {
  for (const { file, content } of replacements) {
    if (!readAgain(project.dir, file).equals(content)) throw new Refusal('read-back-failed', { file });
  }
}

async function forget(id: string, project: Project, lock: Lock): Promise<void> {
  const { captureId } = await readBackup(id);
  await journalUndone({ undone: captureId, project: project.id, at: new Date().toISOString() }, lock);
  await releaseUsed(project.id, captureId, lock);
  await removeBackup(id, lock);
}

import { Refusal } from '../../shared/refusal.ts';
import { recoverLocked } from '../apply/recover.ts';
import { planUndo, undoLocked } from '../apply/undo.ts';
import type { Project } from '../project/project.ts';
import { undoneReceipt } from '../state/journal.ts';
import { withLock } from '../state/lock.ts';

/**
 * Undoes what a capture installed in a project, once: asked again, it gives the files that were restored.
 *
 * @throws Refusal `undo-not-last` where another installation shows in the files, and what `planUndo` and `undoLocked` throw
 */
export function undoOnce(project: Project, captureId: string): Promise<string[]> {
  return withLock(async (lock) => {
    await recoverLocked(lock);
    const undone = await undoneReceipt(project.id, captureId);
    if (undone) return undone.targets.filter(({ change }) => change === 'changed').map(({ file }) => file);
    const { id, backup } = await planUndo(project);
    if (backup.captureId !== captureId) throw new Refusal('undo-not-last', { dir: project.dir });
    await undoLocked(project, id, lock);
    return backup.files.map(({ file }) => file);
  });
}

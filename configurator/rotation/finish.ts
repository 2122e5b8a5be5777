import type { KeySummary } from '../../shared/wire.ts';
import type { Project } from '../project/project.ts';
import { noteKeyEnd } from '../state/key-ends.ts';
import { withLock } from '../state/lock.ts';
import { endRotation } from '../state/rotation.ts';

/**
 * Ends a rotation.
 *
 * @param ends the day that the old key was given in the console, `yyyy-mm-dd`; `undefined` where it goes on serving
 * @throws Refusal `state-…`
 */
export function finishRotation(project: Project, old: KeySummary, ends: string | undefined): Promise<void> {
  return withLock(async (lock) => {
    if (ends !== undefined) await noteKeyEnd(old.fingerprint, ends, lock);
    await endRotation(project.id, old.environment, lock);
  });
}

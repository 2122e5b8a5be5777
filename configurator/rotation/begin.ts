import type { AccessKey } from '../../shared/access-key.ts';
import type { KeySummary } from '../../shared/wire.ts';
import { summarizeKey } from '../apply/summary.ts';
import type { Project } from '../project/project.ts';
import { receiptsOf } from '../state/journal.ts';
import { rememberKey } from '../state/known-keys.ts';
import { withLock } from '../state/lock.ts';
import { beginRotation, rotationOf } from '../state/rotation.ts';

export interface Rotation {
  /** The key that is to be followed by another. */
  readonly old: KeySummary;
  /** The key that the files hold now. */
  readonly current: KeySummary;
}

/** Begins a rotation, or takes up one that was begun. Notes what recognises the old key, so that it can be searched for. */
export async function beginOrResume(project: Project, installed: AccessKey): Promise<Rotation> {
  const current = await withReference(installed);
  const begun = await rotationOf(project.id, current.environment);
  if (begun) return { old: begun, current };
  await withLock(async (lock) => {
    await rememberKey(installed, lock);
    await beginRotation(project.id, current, lock);
  });
  return { old: current, current };
}

/** Files need not say the reference; a receipt does. */
async function withReference(key: AccessKey): Promise<KeySummary> {
  const summary = await summarizeKey(key);
  const known = (await receiptsOf(summary.fingerprint)).at(0);
  return known ? { ...summary, reference: known.key.reference } : summary;
}

import type { Receipt } from '../../shared/wire.ts';
import type { Lock } from '../machine/lock.ts';
import { noteUsed, refuseUsed } from '../machine/records/used-captures.ts';
import { installLocked } from './install.ts';
import type { Plan } from './plan.ts';
import { reasonOf } from './write/commit-record.ts';

/** Which capture a key comes from, and whether it came sealed by another person. */
export interface Origin {
  readonly captureId: string;
  readonly confirmationCode?: string;
  /** The merchant to which the person agreed, where the installation changes it. */
  readonly merchant?: string;
}

/**
 * Installs a plan; what came sealed is installed once in each project.
 *
 * @throws Refusal `sealed-replayed`, and what `install` throws
 */
export async function installFrom(
  plan: Plan,
  { captureId, confirmationCode, merchant }: Origin,
  lock: Lock,
): Promise<Receipt> {
  if (confirmationCode === undefined) return installLocked(plan, captureId, lock, merchant);
  const { id } = plan.project;
  await refuseUsed(id, captureId);
  const receipt = await installLocked(plan, captureId, lock, merchant);
  // The files are in place with or without it.
  await noteUsed(id, captureId, lock).catch(reasonOf);
  return receipt;
}

import { Refusal } from '../../shared/refusal.ts';
import type { Receipt } from '../../shared/wire.ts';
import type { Lock } from '../machine/lock.ts';
import { receipts } from '../machine/records/journal.ts';
import { isUsed, noteUsed } from '../machine/records/used-captures.ts';
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
 * @throws Refusal `sealed-replayed`, `sealed-superseded`, and what `install` throws
 */
export async function installFrom(
  plan: Plan,
  { captureId, confirmationCode, merchant }: Origin,
  lock: Lock,
): Promise<Receipt> {
  if (confirmationCode === undefined) return installLocked(plan, captureId, lock, merchant);
  const { id } = plan.project;
  await refuseReplay(id, captureId, async () => plan);
  const receipt = await installLocked(plan, captureId, lock, merchant);
  // The files are in place with or without it.
  await noteUsed(id, captureId, lock).catch(reasonOf);
  return receipt;
}

/**
 * Refuses a sealed file that was installed in the project before, unless the files lost its key since: a file that was
 * deleted or checked out anew gets it once more, as long as nothing else was installed meanwhile.
 *
 * @param planOf gives the plan of installing it now; called only where it was installed before
 * @throws Refusal `sealed-replayed` where every target holds the key, `sealed-superseded` where another key came after it
 */
export async function refuseReplay(
  project: string,
  captureId: string,
  planOf: () => Promise<Plan>,
): Promise<void> {
  if (!(await isUsed(project, captureId))) return;
  const { files, key } = await planOf();
  const latest = (await receipts()).find(
    (receipt) => receipt.project === project && receipt.key.environment === key.environment,
  );
  if (latest !== undefined && latest.captureId !== captureId) throw new Refusal('sealed-superseded');
  if (files.every(({ rewrite }) => !rewrite.changed)) throw new Refusal('sealed-replayed');
}

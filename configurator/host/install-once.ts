import { Refusal } from '../../shared/refusal.ts';
import type { Receipt } from '../../shared/wire.ts';
import { install } from '../apply/install.ts';
import type { Plan } from '../apply/plan.ts';
import { receipts } from '../state/journal.ts';

/**
 * Installs a plan that was shown, once for each capture and project: asked again, it gives the receipt that there is,
 * as long as every file still holds the key.
 *
 * @param digest of the plan that was shown
 * @throws Refusal `plan-stale` where the plan is another by now, and what `install` throws
 */
export async function installOnce(plan: Plan, captureId: string, digest: string): Promise<Receipt> {
  const earlier = (await receipts()).find(
    (receipt) => receipt.captureId === captureId && receipt.project === plan.project.id,
  );
  if (earlier && isInPlace(plan)) return earlier;
  if (plan.digest !== digest) throw new Refusal('plan-stale');
  return install(plan, captureId);
}

function isInPlace({ files }: Plan): boolean {
  return files.every(({ rewrite }) => !rewrite.changed);
}

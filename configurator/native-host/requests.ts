import type { AccessKey } from '../../shared/access-key.ts';
import { doubtsOf } from '../../shared/doubts.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { SealedPayload } from '../../shared/sealed-payload.ts';
import type { Receipt, ReplyBody, RequestBody } from '../../shared/wire.ts';
import { install, summarize } from '../install/install.ts';
import { makePlan, type Plan } from '../install/plan.ts';
import { planUndo, undoLocked } from '../install/undo.ts';
import { recoverLocked } from '../install/write/recover.ts';
import { withLock } from '../machine/lock.ts';
import { findReceipt, receipts, undoneReceipt } from '../machine/records/journal.ts';
import { openSealed } from '../machine/sealed/open.ts';
import { findProject } from '../project/load.ts';
import type { Project } from '../project/project.ts';

/** Opens a key from the wire, an age file in base64. @throws Refusal those of `openSealed` */
export function openBase64(sealed: string): Promise<SealedPayload> {
  return openSealed(Buffer.from(sealed, 'base64'));
}

/** What the person confirmed: the digest of the plan that was shown, and the merchant if it changes. */
type Confirmation = Pick<RequestBody<'install'>, 'digest' | 'merchant'>;

/**
 * Installs a plan that was shown, once for each capture and project: a repeated request gets the existing receipt, as long as
 * every file still has the key. If that receipt leaves a doubt, a person who has confirmed the new plan continues with it.
 *
 * @throws Refusal `plan-stale` where the plan has changed since, and what `install` throws
 */
export async function installOnce(
  plan: Plan,
  captureId: string,
  { digest, merchant }: Confirmation,
): Promise<Receipt> {
  const earlier = (await receipts()).find(
    (receipt) => receipt.captureId === captureId && receipt.project === plan.project.id,
  );
  const continues = earlier && doubtsOf(earlier).length > 0 && plan.digest === digest;
  if (earlier && isInPlace(plan) && !continues) return earlier;
  if (plan.digest !== digest) throw new Refusal('plan-stale');
  return install(plan, { captureId, ...(merchant !== undefined && { merchant }) });
}

function isInPlace({ files }: Plan): boolean {
  return files.every(({ rewrite }) => !rewrite.changed);
}

/**
 * Undoes what a capture installed in a project, once: a repeated request gets the files that were restored.
 *
 * @throws Refusal `undo-not-last` where another installation is in the files, and what `planUndo` and `undoLocked` throw
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

export async function planForBrowser({ project, sealed }: RequestBody<'plan'>): Promise<ReplyBody<'plan'>> {
  const { key } = await openBase64(sealed);
  return { plan: await summarize(await planFor(project, key)) };
}

export async function installForBrowser(request: RequestBody<'install'>): Promise<ReplyBody<'install'>> {
  const { key, captureId } = await openBase64(request.sealed);
  return { receipt: await installOnce(await planFor(request.project, key), captureId, request) };
}

export async function statusForBrowser({ captureId }: RequestBody<'status'>): Promise<ReplyBody<'status'>> {
  return { receipt: (await findReceipt(captureId)) ?? null };
}

export async function undoForBrowser({
  project,
  captureId,
}: RequestBody<'undo'>): Promise<ReplyBody<'undo'>> {
  const files = await undoOnce(await findProject(project), captureId);
  return { undone: { captureId, project, files } };
}

async function planFor(projectId: string, key: AccessKey): Promise<Plan> {
  return makePlan(await findProject(projectId), key);
}

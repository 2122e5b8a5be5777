import { doubtsOf } from '../../shared/doubts.ts';
import { Refusal } from '../../shared/refusal.ts';
import { encodePayload } from '../../shared/sealed-payload.ts';
import type { Holding, Plan, Project, Receipt, ShopInProject, Undone } from '../../shared/wire.ts';
import { sealTo } from '../outbox/age.ts';
import { answerAsked, askedOf } from '../outbox/asked.ts';
import {
  captureOf,
  clearAttempt,
  noteAttempt,
  restoreForUndo,
  settle,
  settleAgain,
  settleByHand,
  settledReceipt,
  settleUndo,
} from '../outbox/outbox.ts';
import { type Attempt, newPeriod, type StoredCapture } from '../outbox/record.ts';
import { canOpen, openKept, type SealedKey } from '../outbox/seal.ts';
import { askHost } from './client.ts';
import { proves } from './proof.ts';
import { hostRecipient, meetHost } from './recipient.ts';

/**
 * Seals a capture for the host, to the host's own recipient only, with new dates: how long it has waited here does not
 * concern the host. A capture that only the host can open is sent as stored.
 *
 * @throws Refusal `capture-unknown`, `sealed-unreadable`, `host-…`
 */
export async function sealForHost({ captureId }: Pick<StoredCapture, 'captureId'>): Promise<string> {
  return seal(captureId, await captureOf(captureId));
}

async function seal(captureId: string, kept: SealedKey): Promise<string> {
  if (!canOpen(kept)) return kept.sealed;
  const key = await openKept(kept);
  const recipient = await hostRecipient();
  return sealTo(recipient, encodePayload({ captureId, key, ...newPeriod() }));
}

/** The projects that the configurator knows on this machine. */
export async function projects(): Promise<Project[]> {
  await meetHost();
  return (await allPages((body) => askHost('projects', body))).flatMap((page) => page.projects);
}

/** Asks the host for one page of an answer about many projects. */
type AskPage<P> = (body: { readonly from?: number }) => Promise<P>;

async function allPages<P extends { readonly next?: number | undefined }>(ask: AskPage<P>): Promise<P[]> {
  const pages: P[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const page: P = await pageFrom(ask, from);
    pages.push(page);
    // Stops if the host does not advance; otherwise this would never end.
    from = page.next !== undefined && page.next > from ? page.next : undefined;
  }
  return pages;
}

/** A host from before paging refuses `from`, so it is asked again without it. */
async function pageFrom<P>(ask: AskPage<P>, from: number): Promise<P> {
  try {
    return await ask({ from });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'message-invalid') throw error;
    return ask({});
  }
}

/**
 * Asks Payline, through the host, whether a key without an Authorization works, and keeps it if so.
 *
 * @throws Refusal `verify-refused` if Payline does not accept it; `verify-…`, `host-…`, `project-unknown` if that is
 *   not known; `capture-unknown` if the question was already answered; `sealed-unreadable`
 */
export async function proveAsked(askedId: string): Promise<void> {
  const asked = await askedOf(askedId);
  const { environment } = asked.key;
  const place = (await projects()).find(({ environments }) => environments.includes(environment));
  if (!place) throw new Refusal('project-unknown');
  await askHost('verify', { project: place.id, environment, sealed: await seal(askedId, asked) });
  await answerAsked(askedId, true);
}

/**
 * Asks the host what installing a capture in a project would change.
 *
 * @throws Refusal `capture-unknown`, `host-…`, or what the host refuses
 */
export async function plan(captureId: string, project: string): Promise<Plan> {
  const capture = await captureOf(captureId);
  const { plan } = await askHost('plan', { project, sealed: await sealForHost(capture) });
  if (plan.key.fingerprint !== capture.key.fingerprint) throw new Refusal('host-unreadable');
  return plan;
}

/** What a person approved: the places, this exact plan, and the new merchant if that changes. */
type ApprovedPlan = Attempt & { readonly digest: string; readonly merchant?: string | undefined };

/**
 * Installs a capture as planned. Returns only with a receipt that proves it. The capture is kept until then, and longer
 * if the receipt leaves a doubt.
 *
 * @throws Refusal `receipt-mismatch` if the receipt proves something else, and those of `plan`
 */
export async function install(captureId: string, agreed: ApprovedPlan): Promise<Receipt> {
  const capture = await captureOf(captureId);
  const { digest, merchant, ...order } = agreed;
  const sealed = await sealForHost(capture);
  await noteAttempt(captureId, order);
  const { receipt } = await askHost('install', {
    project: order.project,
    sealed,
    digest,
    ...(merchant !== undefined && { merchant }),
  });
  return acceptReceipt(capture, order, receipt);
}

/**
 * Asks the host about an installation whose answer did not arrive.
 *
 * @returns its receipt if it took place; `undefined` also if no installation was requested
 * @throws as `install` does
 */
export async function recall(captureId: string): Promise<Receipt | undefined> {
  const settled = await settledReceipt(captureId);
  if (settled) return settled;
  const capture = await captureOf(captureId);
  if (!capture.attempt) return undefined;
  const { receipt } = await askHost('status', { captureId });
  return receipt ? acceptReceipt(capture, capture.attempt, receipt) : undefined;
}

/**
 * Undoes the installation of a capture, which then waits again.
 *
 * @returns the files that were restored
 * @throws Refusal `undo-…`: nothing was undone; `host-…` and others: the capture waits, whether or not it was undone
 */
export async function undo(captureId: string, project: string): Promise<Undone> {
  await restoreForUndo(captureId);
  try {
    const { undone } = await askHost('undo', { captureId, project });
    await settleUndo(captureId);
    return undone;
  } catch (error) {
    if (isUndoRefused(error)) await settleAgain(captureId);
    throw error;
  }
}

/** After any other error the host may still restore the files: better a key that waits needlessly than a lost one. */
function isUndoRefused(error: unknown): boolean {
  return error instanceof Refusal && error.code.startsWith('undo-');
}

/**
 * The projects of this machine whose shops need the key entered by hand; none if the configurator is too old for this
 * request.
 *
 * @param project limits the request to this one
 */
export async function shops(project?: string): Promise<ShopInProject[]> {
  const about = project === undefined ? {} : { project };
  try {
    const pages = await allPages((body) => askHost('shops', { ...body, ...about }));
    return pages.flatMap((page) => page.shops);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'message-type-unknown') return [];
    throw error;
  }
}

/** Where a person entered a key by hand: the person's name for the place, and its project if it has one. */
interface EnteredPlace {
  readonly where: string;
  readonly project?: string | undefined;
}

/**
 * Records a person's statement that they entered a capture by hand, and removes its key. In a project, the configurator
 * records it first, and may have the receipt of what it wrote there.
 *
 * @returns when it was recorded
 * @throws Refusal `capture-unknown`, `host-…`, or what the host refuses
 */
export async function entered(captureId: string, { where, project }: EnteredPlace): Promise<string> {
  if (project === undefined) return settleByHand(captureId, where);
  const capture = await captureOf(captureId);
  const { at } = await askHost('entered', { project, sealed: await sealForHost(capture) });
  const { receipt } = await askHost('status', { captureId });
  if (receipt?.project === project && receipt.key.fingerprint === capture.key.fingerprint)
    await settle(captureId, receipt);
  else await settleByHand(captureId, where);
  return at;
}

/** Whether a shop of the project still needs this key entered by hand. If that is not known, the answer is yes. */
async function isStillToEnter({ key }: StoredCapture, project: string): Promise<boolean> {
  try {
    return (await shops(project)).some(
      ({ environment, entered }) =>
        environment === key.environment && entered?.fingerprint !== key.fingerprint,
    );
  } catch {
    return true;
  }
}

/** Which projects of this machine have which key in their files. */
export async function holdings(): Promise<Holding[]> {
  return (await allPages((body) => askHost('held', body))).flatMap((page) => page.holdings);
}

/** Checks a receipt and removes the key of its capture, unless a doubt or a step by hand is left. */
async function acceptReceipt(
  capture: StoredCapture,
  { project, files }: Attempt,
  receipt: Receipt,
): Promise<Receipt> {
  const { captureId, key } = capture;
  if (!proves(receipt, { captureId, key, project, files })) throw new Refusal('receipt-mismatch');
  if (doubtsOf(receipt).length > 0 || (await isStillToEnter(capture, project))) await clearAttempt(captureId);
  else await settle(captureId, receipt);
  return receipt;
}

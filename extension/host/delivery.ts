import { doubtsOf } from '../../shared/doubts.ts';
import { Refusal } from '../../shared/refusal.ts';
import { encodePayload } from '../../shared/sealed-payload.ts';
import type { Holding, Plan, Project, Receipt, ShopInProject, Undone } from '../../shared/wire.ts';
import { sealTo } from '../outbox/age.ts';
import { answerAsked, askedOf } from '../outbox/asked.ts';
import {
  captureOf,
  endAttempt,
  leaveInstalled,
  noteAttempt,
  settle,
  settleByHand,
  settledReceipt,
  settleUndo,
  takeBack,
} from '../outbox/outbox.ts';
import { type Attempt, lifetime, type StoredCapture } from '../outbox/record.ts';
import { isOwn, openKept, type Sealed } from '../outbox/seal.ts';
import { askHost } from './client.ts';
import { proves } from './proof.ts';
import { hostRecipient, meetHost } from './recipient.ts';

/**
 * Seals a capture for the host: to the host's own recipient, and to no other. It is dated anew: how long it has waited is
 * between the person and this browser. One that only the host opens goes there as it is kept.
 *
 * @throws Refusal `capture-unknown`, `sealed-unreadable`, `host-…`
 */
export async function forHost({ captureId }: Pick<StoredCapture, 'captureId'>): Promise<string> {
  return seal(captureId, await captureOf(captureId));
}

async function seal(captureId: string, kept: Sealed): Promise<string> {
  if (!isOwn(kept)) return kept.sealed;
  const key = await openKept(kept);
  const recipient = await hostRecipient();
  const created = new Date();
  const expires = new Date(created.getTime() + lifetime);
  return sealTo(recipient, encodePayload({ captureId, key, created, expires }));
}

/** The projects that the configurator knows on this machine. */
export async function projects(): Promise<Project[]> {
  await meetHost();
  return (await pagesOf((body) => askHost('projects', body))).flatMap((page) => page.projects);
}

/** How the host is asked for a page of what it says of many projects. */
type AskPage<P> = (body: { readonly from?: number }) => Promise<P>;

async function pagesOf<P extends { readonly next?: number | undefined }>(ask: AskPage<P>): Promise<P[]> {
  const pages: P[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const page: P = await pageFrom(ask, from);
    pages.push(page);
    // A host that did not get ahead would be asked for ever.
    from = page.next !== undefined && page.next > from ? page.next : undefined;
  }
  return pages;
}

/** A host that is older than pages refuses to be asked for one. */
async function pageFrom<P>(ask: AskPage<P>, from: number): Promise<P> {
  try {
    return await ask({ from });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'message-invalid') throw error;
    return ask({});
  }
}

/**
 * Asks Payline, through the host, whether a key works that a page showed and nothing proves. One that does is kept.
 *
 * @throws Refusal `verify-refused` where Payline does not take it; `verify-…`, `host-…`, `project-unknown` where that could not
 *   be told; `capture-unknown` where nobody is asked about it any more, `sealed-unreadable`
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
  const { plan } = await askHost('plan', { project, sealed: await forHost(capture) });
  if (plan.key.fingerprint !== capture.key.fingerprint) throw new Refusal('host-unreadable');
  return plan;
}

/** What a person has agreed to: the places, the very plan, and the new merchant where that changes. */
type Agreed = Attempt & { readonly digest: string; readonly merchant?: string | undefined };

/**
 * Installs a capture as planned. Returns only with a receipt that proves it; until then the capture stays, and it waits on
 * where the receipt leaves a doubt.
 *
 * @throws Refusal `receipt-mismatch` where the receipt proves something else, and as `plan` does
 */
export async function install(captureId: string, agreed: Agreed): Promise<Receipt> {
  const capture = await captureOf(captureId);
  const { digest, merchant, ...order } = agreed;
  const sealed = await forHost(capture);
  await noteAttempt(captureId, order);
  const { receipt } = await askHost('install', {
    project: order.project,
    sealed,
    digest,
    ...(merchant !== undefined && { merchant }),
  });
  return accept(capture, order, receipt);
}

/**
 * Asks the host about an installation whose answer did not arrive.
 *
 * @returns its receipt, where it did take place; `undefined` also where none was asked for
 * @throws as `install` does
 */
export async function recall(captureId: string): Promise<Receipt | undefined> {
  const settled = await settledReceipt(captureId);
  if (settled) return settled;
  const capture = await captureOf(captureId);
  if (!capture.attempt) return undefined;
  const { receipt } = await askHost('status', { captureId });
  return receipt ? accept(capture, capture.attempt, receipt) : undefined;
}

/**
 * Undoes the installation of a capture, which waits again afterwards.
 *
 * @returns the files that are as they were before
 * @throws Refusal `undo-…`: the capture is installed as before; `host-…` and others: it waits, whether it was undone or not
 */
export async function undo(captureId: string, project: string): Promise<Undone> {
  await takeBack(captureId);
  try {
    const { undone } = await askHost('undo', { captureId, project });
    await settleUndo(captureId);
    return undone;
  } catch (error) {
    if (saysThatNothingIsUndone(error)) await leaveInstalled(captureId);
    throw error;
  }
}

/** After any other error the files may be put back later: a key that waits too long is better than one that is nowhere. */
function saysThatNothingIsUndone(error: unknown): boolean {
  return error instanceof Refusal && error.code.startsWith('undo-');
}

/**
 * The projects of this machine whose shops take a key by hand; none by a configurator that is older than this question.
 *
 * @param project the only one that is asked about
 */
export async function shops(project?: string): Promise<ShopInProject[]> {
  const about = project === undefined ? {} : { project };
  try {
    const pages = await pagesOf((body) => askHost('shops', { ...body, ...about }));
    return pages.flatMap((page) => page.shops);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'message-type-unknown') return [];
    throw error;
  }
}

/** Where a person says to have entered a key by hand: the place as they know it, and its project where it has one. */
interface Said {
  readonly where: string;
  readonly project?: string | undefined;
}

/**
 * Takes a person's word that a capture was entered by hand, and empties it. Where that is in a project, the configurator
 * notes it first, and has the receipt of what it wrote there.
 *
 * @returns when it was noted
 * @throws Refusal `capture-unknown`, `host-…`, or what the host refuses
 */
export async function entered(captureId: string, { where, project }: Said): Promise<string> {
  if (project === undefined) return settleByHand(captureId, where);
  const capture = await captureOf(captureId);
  const { at } = await askHost('entered', { project, sealed: await forHost(capture) });
  const { receipt } = await askHost('status', { captureId });
  if (receipt?.project === project && receipt.key.fingerprint === capture.key.fingerprint)
    await settle(captureId, receipt);
  else await settleByHand(captureId, where);
  return at;
}

/** Says whether a project has shops that take this key by hand, and nobody said that they have it. What cannot be told is a yes. */
async function isLeftByHand({ key }: StoredCapture, project: string): Promise<boolean> {
  try {
    return (await shops(project)).some(
      ({ environment, entered }) =>
        environment === key.environment && entered?.fingerprint !== key.fingerprint,
    );
  } catch {
    return true;
  }
}

/** Which project of this machine holds which key in its files. */
export async function holdings(): Promise<Holding[]> {
  return (await pagesOf((body) => askHost('held', body))).flatMap((page) => page.holdings);
}

/** A capture that is still to be entered by hand somewhere waits on. */
async function accept(
  capture: StoredCapture,
  { project, files }: Attempt,
  receipt: Receipt,
): Promise<Receipt> {
  const { captureId, key } = capture;
  if (!proves(receipt, { captureId, key, project, files })) throw new Refusal('receipt-mismatch');
  if (doubtsOf(receipt).length > 0 || (await isLeftByHand(capture, project))) await endAttempt(captureId);
  else await settle(captureId, receipt);
  return receipt;
}

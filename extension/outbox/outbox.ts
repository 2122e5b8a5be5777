import type { AccessKey } from '../../shared/access-key.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import { Refusal } from '../../shared/refusal.ts';
import { decodePayload, encodePayload } from '../../shared/sealed-payload.ts';
import type { KeySummary, Receipt } from '../../shared/wire.ts';
import { inTurn } from '../storage.ts';
import { openOnDevice, sealToDevice } from './age.ts';
import {
  type Attempt,
  hasExpired,
  type Installed,
  lifetime,
  type Removed,
  type StoredCapture,
  type Waiting,
} from './record.ts';
import {
  dropInstallation,
  dropRemoval,
  removeCapture,
  storeCapture,
  storedCapture,
  storedCaptures,
  storedInstallations,
  storedRemovals,
  storeInstallation,
  storeRemoval,
  storeUndoable,
  undoableCapture,
} from './store.ts';

interface Kept {
  readonly summary: KeySummary;
  readonly isNew: boolean;
}

/** There is one background, and two pop-ups may ask it for the same key at once. */
const alone = inTurn();

/**
 * Keeps a key: sealed to the device, stored, read back and opened again. The same key, drawn twice or in two tabs, is
 * kept once, and one that was installed already is not kept again.
 *
 * @returns what may be shown of it, and whether it is new here
 */
export function keep(key: AccessKey): Promise<Kept> {
  return alone(async () => keepUnless([...(await storedCaptures()), ...(await storedInstallations())], key));
}

/** As `keep`, for a person who asks for it: also a key that was installed already, which may go elsewhere too. */
export function keepAgain(key: AccessKey): Promise<Kept> {
  return alone(async () => keepUnless(await storedCaptures(), key));
}

async function keepUnless(known: readonly { key: KeySummary }[], key: AccessKey): Promise<Kept> {
  const summary = await summarise(key);
  if (known.some((other) => isSameKey(other.key, summary))) return { summary, isNew: false };
  await store(key, summary);
  return { summary, isNew: true };
}

/** What waits, the latest first. */
export async function waiting(): Promise<Waiting[]> {
  return (await storedCaptures()).map(({ v: _, sealed: __, ...shown }) => shown);
}

/** @throws Refusal `capture-unknown` where it does not wait any more */
export async function captureOf(captureId: string): Promise<StoredCapture> {
  const capture = await storedCapture(captureId);
  if (!capture) throw new Refusal('capture-unknown');
  return capture;
}

/**
 * Opens a capture, for a person who takes the key to its place by hand. It goes on waiting.
 *
 * @throws Refusal `capture-unknown`, `sealed-unreadable`
 */
export async function openKey(captureId: string): Promise<AccessKey> {
  const { sealed } = await captureOf(captureId);
  const plain = await openOnDevice(sealed).catch(() => {
    throw new Refusal('sealed-unreadable');
  });
  return decodePayload(new TextDecoder().decode(plain)).key;
}

/** Notes that an installation is being asked for, before it is. */
export function noteAttempt(captureId: string, attempt: Attempt): Promise<void> {
  return alone(async () => storeCapture({ ...(await captureOf(captureId)), attempt }));
}

/**
 * Empties a capture on its receipt. The receipt is stored first: between the two, nothing is lost. The capture may have
 * expired while its files were being written.
 *
 * @throws Refusal `capture-unknown` where it neither waits nor was removed
 */
export function settle(captureId: string, receipt: Receipt): Promise<void> {
  return alone(async () => {
    const removal = (await storedRemovals()).find((removed) => removed.captureId === captureId);
    const capture = await storedCapture(captureId);
    if (capture) await storeUndoable(capture);
    const { key } = removal ?? (await captureOf(captureId));
    await storeInstallation({ captureId, key, receipt });
    await removeCapture(captureId);
    await dropRemoval(captureId);
  });
}

/**
 * Makes a capture wait again whose installation is about to be undone, before it is: between the two, nothing is lost. It
 * forgets that an installation was asked for: a window that sees it wait would ask the host what became of that, and have
 * it emptied just before the files are put back.
 *
 * @throws Refusal `undo-not-kept` where it is not kept any more
 */
export function takeBack(captureId: string): Promise<void> {
  return alone(async () => {
    const capture = (await storedCapture(captureId)) ?? (await undoableCapture(captureId));
    if (!capture) throw new Refusal('undo-not-kept');
    const { attempt: _, ...waiting } = capture;
    await storeCapture(waiting);
  });
}

/** Its installation was undone: the capture waits as if it had never been installed. */
export function settleUndo(captureId: string): Promise<void> {
  return dropInstallation(captureId);
}

/** Its installation was not undone: the capture is emptied again. */
export async function leaveInstalled(captureId: string): Promise<void> {
  const known = (await storedInstallations()).find((installed) => installed.captureId === captureId);
  if (known) await settle(captureId, known.receipt);
}

/** The receipt of a capture that waits no more, for a window whose answer was lost. */
export async function settledReceipt(captureId: string): Promise<Receipt | undefined> {
  if (await storedCapture(captureId)) return undefined;
  return (await storedInstallations()).find((installed) => installed.captureId === captureId)?.receipt;
}

/** Removes what has waited too long. That it was there is stored first, so that nothing goes without a word. */
export function removeExpired(now: Date): Promise<void> {
  return alone(async () => {
    for (const capture of (await storedCaptures()).filter((one) => hasExpired(one, now))) {
      const { captureId, key, created } = capture;
      await storeRemoval({ captureId, key, created, removed: now.toISOString() });
      await removeCapture(captureId);
    }
  });
}

/** What was removed, and nobody has yet said that they saw it; the latest first. */
export function removals(): Promise<Removed[]> {
  return storedRemovals();
}

/** A person has seen that a capture was removed. */
export function dismissRemoval(captureId: string): Promise<void> {
  return dropRemoval(captureId);
}

export function forget(captureId: string): Promise<void> {
  return alone(() => removeCapture(captureId));
}

export function installed(): Promise<Installed[]> {
  return storedInstallations();
}

async function summarise(key: AccessKey): Promise<KeySummary> {
  const { environment, merchantId, reference, masked } = key;
  return { environment, merchantId, reference, masked, fingerprint: await fingerprint(key) };
}

function isSameKey(one: KeySummary, other: KeySummary): boolean {
  return one.fingerprint === other.fingerprint && one.environment === other.environment;
}

async function store(key: AccessKey, summary: KeySummary): Promise<void> {
  const created = new Date();
  const expires = new Date(created.getTime() + lifetime);
  const captureId = crypto.randomUUID();
  const plain = encodePayload({ captureId, key, created, expires });
  await storeCapture({
    v: 1,
    captureId,
    created: created.toISOString(),
    expires: expires.toISOString(),
    key: summary,
    warnings: key.warnings,
    sealed: await sealToDevice(plain),
  });
  const stored = await captureOf(captureId);
  const opened = new TextDecoder().decode(await openOnDevice(stored.sealed));
  if (opened !== plain) throw new Refusal('seal-failed');
}

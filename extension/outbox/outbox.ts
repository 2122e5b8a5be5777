import { type AccessKey, mask } from '../../shared/access-key.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { KeySummary, Receipt } from '../../shared/wire.ts';
import { makeQueue } from '../storage.ts';
import { isSealedToCurrent, openOnDevice, sealToDevice } from './age.ts';
import { dropOlderIdentities, olderIdentities, renewIdentity } from './identity.ts';
import {
  type Attempt,
  type Entered,
  type Installed,
  longestLabel,
  newPeriod,
  type StoredAsked,
  type StoredCapture,
  type Waiting,
} from './record.ts';
import { canOpen, openKept, sealForKeeping } from './seal.ts';
import {
  admissionsOf,
  dropInstallation,
  removeCapture,
  storeAdmissions,
  storeAsked,
  storeCapture,
  storedAsked,
  storedCapture,
  storedCaptures,
  storedEntered,
  storedInstallations,
  storedUndoable,
  storeEntered,
  storeInstallation,
  storeUndoable,
} from './store.ts';

interface KeepResult {
  readonly captureId: string;
  readonly summary: KeySummary;
  readonly isNew: boolean;
}

/** What is known of a key besides its fields. */
type KeyDetails = Pick<StoredCapture, 'origin' | 'ends'>;

/** One change at a time: two pop-ups may send the same key at once. There is only one background. */
export const enqueue = makeQueue();

/**
 * Keeps a key from a console's page: seals it, stores it, and makes sure that it opens again. The same key shown twice,
 * or in two tabs, is kept once, and an installed key is not kept again.
 *
 * @param origin of the page
 * @param ends the day of its end, if the page shows it
 * @returns what may be shown of it, and whether it is new
 * @throws Refusal `captures-too-many` if the page sends more keys than a person creates
 */
export function keep(key: AccessKey, origin: string, ends?: string): Promise<KeepResult> {
  return enqueue(async () => {
    const known = [...(await storedCaptures()), ...(await storedInstallations()), ...(await storedEntered())];
    return keepUnless(known, key, { origin, ends }, () => admitFrom(origin));
  });
}

/**
 * As `keep`, at a person's request: also keeps a key that is already installed, so that it can be installed elsewhere
 * too.
 *
 * @param about with the `origin` if a page sends the key, because a page could claim by itself that a person asked
 * @throws Refusal `captures-too-many` as `keep` does
 */
export function keepOnRequest(key: AccessKey, about: KeyDetails = {}): Promise<KeepResult> {
  const { origin } = about;
  const admitPage = origin === undefined ? undefined : () => admitFrom(origin);
  return enqueue(async () => keepUnless(await storedCaptures(), key, about, admitPage));
}

/**
 * Keeps a key that the person said yes to, without opening it.
 *
 * @throws Refusal `seal-failed` if it is not stored
 */
export function keepAsked({ askedId, key, warnings, sealed, onlyFor }: StoredAsked): Promise<void> {
  return enqueue(async () => {
    if ((await storedCaptures()).some((other) => isSameKey(other.key, key))) return;
    const lock = { sealed, ...(onlyFor !== undefined && { onlyFor }) };
    await storeVerified({ v: 1, captureId: askedId, ...newDates(), key, warnings, ...lock });
  });
}

async function keepUnless(
  known: readonly { captureId: string; key: KeySummary }[],
  key: AccessKey,
  about: KeyDetails,
  admit = async () => {},
): Promise<KeepResult> {
  const summary = await summarise(key);
  const same = known.find((other) => isSameKey(other.key, summary));
  if (same) {
    await addReference(same.captureId, key, summary);
    return { captureId: same.captureId, summary, isNew: false };
  }
  await admit();
  return { captureId: await store(key, summary, about), summary, isNew: true };
}

/** Limits beyond what a person creates: keys of one console in a minute (in milliseconds), and waiting keys. */
const [minute, maxPerMinute, maxWaiting] = [60_000, 5, 50];

/** Counts a key from a console's page, and refuses it after too many. Waiting keys are not touched. */
async function admitFrom(origin: string): Promise<void> {
  const now = Date.now();
  const waiting = (await storedCaptures()).filter((capture) => capture.origin === origin);
  const recent = (await admissionsOf(origin)).filter((at) => at <= now && now - at < minute);
  if (recent.length >= maxPerMinute || waiting.length >= maxWaiting) throw new Refusal('captures-too-many');
  await storeAdmissions(origin, [...recent, now]);
}

/** The waiting keys, the latest first. */
export async function waiting(): Promise<Waiting[]> {
  return (await storedCaptures()).map(({ v: _, sealed: __, ...shown }) => shown);
}

/** @throws Refusal `capture-unknown` if it no longer waits */
export async function captureOf(captureId: string): Promise<StoredCapture> {
  const capture = await storedCapture(captureId);
  if (!capture) throw new Refusal('capture-unknown');
  return capture;
}

/**
 * Opens a capture, for a person who copies the key or sends it. It stays in the outbox.
 *
 * @throws Refusal `capture-unknown`, `sealed-unreadable`; `capture-sealed-away` if only the configurator can open it
 */
export async function openKey(captureId: string): Promise<AccessKey> {
  return openKept(await captureOf(captureId));
}

/** A text long enough to be a key, or the base64 of one. */
const keyLike = /[\w+/=]{16,}/g;

/**
 * Sets the person's name for a capture; an empty name removes it. A key pasted as the name by mistake is masked.
 *
 * @throws Refusal `capture-unknown`
 */
export function nameCapture(captureId: string, typed: string): Promise<void> {
  const label = typed.replace(keyLike, mask).trim().slice(0, longestLabel);
  return enqueue(async () => {
    const { label: _, ...capture } = await captureOf(captureId);
    await storeCapture(label === '' ? capture : { ...capture, label });
  });
}

/** Records an installation before it is requested. */
export function noteAttempt(captureId: string, attempt: Attempt): Promise<void> {
  return enqueue(async () => storeCapture({ ...(await captureOf(captureId)), attempt }));
}

/** Clears the recorded installation of a capture that is still needed: it can be installed again. */
export function clearAttempt(captureId: string): Promise<void> {
  return enqueue(async () => {
    const { attempt: _, ...waiting } = await captureOf(captureId);
    await storeCapture(waiting);
  });
}

/**
 * Removes a capture's key after its installation. The receipt is stored first, so nothing is lost in between.
 *
 * @throws Refusal `capture-unknown` if it does not wait
 */
export function settle(captureId: string, receipt: Receipt): Promise<void> {
  return enqueue(async () => {
    const capture = await captureOf(captureId);
    await storeUndoable(capture);
    await storeInstallation({ captureId, key: capture.key, receipt });
    await removeKey(captureId);
  });
}

/**
 * Removes the key of a capture that a person says they entered by hand. The statement is stored first, so nothing is
 * lost in between.
 *
 * @returns when it was recorded; on a repeated call, the first time
 * @throws Refusal `capture-unknown` if it neither waits nor was entered
 */
export function settleByHand(captureId: string, where: string): Promise<string> {
  return enqueue(async () => {
    const capture = await storedCapture(captureId);
    const known = (await storedEntered()).find((entered) => entered.captureId === captureId);
    if (!capture && known) return known.at;
    const { key } = capture ?? (await captureOf(captureId));
    const at = new Date().toISOString();
    await storeEntered({ captureId, key, where, at });
    await removeKey(captureId);
    return at;
  });
}

/**
 * Makes a capture wait again before its installation is undone, so nothing is lost in between. Its recorded
 * installation is cleared: otherwise a window that sees the capture wait would ask the host about it, and the key would
 * be removed just before the files are restored.
 *
 * @throws Refusal `undo-not-kept` if the key is no longer stored
 */
export function restoreForUndo(captureId: string): Promise<void> {
  return enqueue(async () => {
    const undoable = await storedUndoable();
    const capture =
      (await storedCapture(captureId)) ?? (undoable?.captureId === captureId ? undoable : undefined);
    if (!capture) throw new Refusal('undo-not-kept');
    const { attempt: _, ...waiting } = capture;
    await storeCapture(waiting);
  });
}

/** After an undo: the capture waits as if it had never been installed. */
export function settleUndo(captureId: string): Promise<void> {
  return dropInstallation(captureId);
}

/** After a refused undo: the capture's key is removed again. */
export async function settleAgain(captureId: string): Promise<void> {
  const known = (await storedInstallations()).find((installed) => installed.captureId === captureId);
  if (known) await settle(captureId, known.receipt);
}

/** The receipt of an installed capture, for a window whose answer was lost. */
export async function settledReceipt(captureId: string): Promise<Receipt | undefined> {
  if (await storedCapture(captureId)) return undefined;
  return (await storedInstallations()).find((installed) => installed.captureId === captureId)?.receipt;
}

/** Lets a capture wait for another full period before the person is asked about it again. */
export function keepLonger(captureId: string): Promise<void> {
  return enqueue(async () => {
    const { expires } = newDates();
    await storeCapture({ ...(await captureOf(captureId)), expires });
  });
}

export function forget(captureId: string): Promise<void> {
  return enqueue(() => removeKey(captureId));
}

/** Removes a capture with its key. The caller holds the queue. */
async function removeKey(captureId: string): Promise<void> {
  await removeCapture(captureId);
  await renewIdentityIfEmpty();
}

/**
 * Once no waiting key is sealed to this extension, creates a new identity for the next ones. So an old copy of the
 * browser's profile opens only the keys that waited when it was made. Nothing is sealed meanwhile: every sealing goes
 * through the same queue.
 */
async function renewIdentityIfEmpty(): Promise<void> {
  if ((await storedCaptures()).some(canOpen)) return;
  try {
    await renewIdentity();
    await dropUnusedIdentities();
  } catch {
    // The change before this is done, and the current identity serves until the next attempt.
  }
}

/** Drops the older identities once no stored key needs them. */
async function dropUnusedIdentities(): Promise<void> {
  if ((await olderIdentities()).length === 0) return;
  const undoable = await storedUndoable();
  if (undoable && canOpen(undoable) && !(await isSealedToCurrent(undoable.sealed))) {
    const plain = await openOnDevice(undoable.sealed);
    await storeUndoable({ ...undoable, sealed: await sealToDevice(plain) });
  }
  for (const { sealed } of [...(await storedCaptures()), ...(await storedAsked())].filter(canOpen))
    if (!(await isSealedToCurrent(sealed))) return;
  await dropOlderIdentities();
}

/**
 * Seals all stored keys again with the current settings, and drops every identity that could open them before.
 *
 * @throws Refusal `sealed-unreadable` if one of them does not open
 */
export function sealAllAgain(): Promise<void> {
  return enqueue(async () => {
    for (const capture of (await storedCaptures()).filter(canOpen))
      await sealAndStore(capture, await openKept(capture));
    for (const asked of (await storedAsked()).filter(canOpen)) {
      const payload = { captureId: asked.askedId, key: await openKept(asked), ...newPeriod() };
      await storeAsked({ ...asked, ...(await sealForKeeping(payload)) });
    }
    const undoable = await storedUndoable();
    if (undoable && canOpen(undoable))
      await storeUndoable(await sealCapture(undoable, await openKept(undoable)));
    await renewIdentity();
    await dropUnusedIdentities();
  });
}

/** When the background starts: finishes an interrupted renewal. */
export function tidyIdentities(): Promise<void> {
  return enqueue(dropUnusedIdentities);
}

/** The keys that a person says they entered by hand. */
export function entered(): Promise<Entered[]> {
  return storedEntered();
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

/** @returns the id of the new capture */
async function store(key: AccessKey, summary: KeySummary, about: KeyDetails): Promise<string> {
  const captureId = crypto.randomUUID();
  await sealAndStore({ v: 1, captureId, ...newDates(), key: summary, warnings: key.warnings, ...about }, key);
  return captureId;
}

function newDates(): Pick<StoredCapture, 'created' | 'expires'> {
  const { created, expires } = newPeriod();
  return { created: created.toISOString(), expires: expires.toISOString() };
}

/** Adds a reference that the page drew only after the key was kept. */
async function addReference(captureId: string, key: AccessKey, summary: KeySummary): Promise<void> {
  const capture = await storedCapture(captureId);
  if (capture?.key.reference === '' && summary.reference !== '')
    await sealAndStore({ ...capture, key: summary }, key);
}

/** Seals and stores a capture. An earlier version is overwritten only after the new one opens. */
async function sealAndStore(capture: Omit<StoredCapture, 'sealed'>, key: AccessKey): Promise<void> {
  await storeVerified(await sealCapture(capture, key));
}

async function storeVerified(capture: StoredCapture): Promise<void> {
  await storeCapture(capture);
  if ((await captureOf(capture.captureId)).sealed !== capture.sealed) throw new Refusal('seal-failed');
}

/** Seals a capture with the current settings. */
async function sealCapture(
  { onlyFor: _, ...capture }: Omit<StoredCapture, 'sealed'>,
  key: AccessKey,
): Promise<StoredCapture> {
  const { captureId } = capture;
  const [created, expires] = [new Date(capture.created), new Date(capture.expires)];
  return { ...capture, ...(await sealForKeeping({ captureId, key, created, expires })) };
}

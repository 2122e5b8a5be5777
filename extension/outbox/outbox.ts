import { type AccessKey, mask } from '../../shared/access-key.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { KeySummary, Receipt } from '../../shared/wire.ts';
import { inTurn } from '../storage.ts';
import { isSealedToCurrent, openOnDevice, sealToDevice } from './age.ts';
import { dropOlderIdentities, olderIdentities, renewIdentity } from './identity.ts';
import {
  type Attempt,
  type Entered,
  type Installed,
  lifetime,
  longestLabel,
  type StoredAsked,
  type StoredCapture,
  type Waiting,
} from './record.ts';
import { isOwn, openKept, sealForKeeping } from './seal.ts';
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

/** What is known of a key beside its fields. */
type About = Pick<StoredCapture, 'origin' | 'ends'>;

/** There is one background, and two pop-ups may ask it for the same key at once. */
export const alone = inTurn();

/**
 * Keeps a key that a console's page shows: sealed to the device, stored, read back and opened again. The same key, drawn
 * twice or in two tabs, is kept once, and one that was installed already is not kept again.
 *
 * @param origin of the page
 * @param ends the day of its end, where the page says it
 * @returns what may be shown of it, and whether it is new here
 * @throws Refusal `captures-too-many` where the page shows more keys than a person creates
 */
export function keep(key: AccessKey, origin: string, ends?: string): Promise<KeepResult> {
  return alone(async () => {
    const known = [...(await storedCaptures()), ...(await storedInstallations()), ...(await storedEntered())];
    return keepUnless(known, key, { origin, ends }, () => admit(origin));
  });
}

/**
 * As `keep`, for a person who asks for it: also a key that was installed already, which may go elsewhere too.
 *
 * @param about with the `origin` where a page hands the key over: that a person asked for it, it may say by itself
 * @throws Refusal `captures-too-many` as `keep` does
 */
export function keepAgain(key: AccessKey, about: About = {}): Promise<KeepResult> {
  const { origin } = about;
  const admitPage = origin === undefined ? undefined : () => admit(origin);
  return alone(async () => keepUnless(await storedCaptures(), key, about, admitPage));
}

/**
 * Keeps a key that a person was asked about, sealed as it is.
 *
 * @throws Refusal `seal-failed` where it does not stay
 */
export function keepAsked({ askedId, key, warnings, sealed, onlyFor }: StoredAsked): Promise<void> {
  return alone(async () => {
    if ((await storedCaptures()).some((other) => isSameKey(other.key, key))) return;
    const lock = { sealed, ...(onlyFor !== undefined && { onlyFor }) };
    await storeProven({ v: 1, captureId: askedId, ...datedNow(), key, warnings, ...lock });
  });
}

async function keepUnless(
  known: readonly { captureId: string; key: KeySummary }[],
  key: AccessKey,
  about: About,
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

/** More keys than a person creates: of one console in a minute, and waiting. In milliseconds, and counts. */
const [minute, mostInAMinute, mostWaiting] = [60_000, 5, 50];

/** Lets a console's page hand over a key, unless it has done so too often: what waits already is not touched. */
async function admit(origin: string): Promise<void> {
  const now = Date.now();
  const waiting = (await storedCaptures()).filter((capture) => capture.origin === origin);
  const recent = (await admissionsOf(origin)).filter((at) => at <= now && now - at < minute);
  if (recent.length >= mostInAMinute || waiting.length >= mostWaiting) throw new Refusal('captures-too-many');
  await storeAdmissions(origin, [...recent, now]);
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
 * @throws Refusal `capture-unknown`, `sealed-unreadable`; `capture-sealed-away` where only the configurator opens it
 */
export async function openKey(captureId: string): Promise<AccessKey> {
  return openKept(await captureOf(captureId));
}

/** What may be a key in a name: as long as one, or the base64 of one. */
const keyLike = /[\w+/=]{16,}/g;

/**
 * Gives a capture the name that a person calls it by, or none where that is empty. A key is no name: pasted there by mistake,
 * it is masked.
 *
 * @throws Refusal `capture-unknown`
 */
export function nameCapture(captureId: string, typed: string): Promise<void> {
  const label = typed.replace(keyLike, mask).trim().slice(0, longestLabel);
  return alone(async () => {
    const { label: _, ...capture } = await captureOf(captureId);
    await storeCapture(label === '' ? capture : { ...capture, label });
  });
}

/** Notes that an installation is being asked for, before it is. */
export function noteAttempt(captureId: string, attempt: Attempt): Promise<void> {
  return alone(async () => storeCapture({ ...(await captureOf(captureId)), attempt }));
}

/** An installation ended and the capture is needed all the same: it waits on, and may be asked to be installed again. */
export function endAttempt(captureId: string): Promise<void> {
  return alone(async () => {
    const { attempt: _, ...waiting } = await captureOf(captureId);
    await storeCapture(waiting);
  });
}

/**
 * Empties a capture on its receipt. The receipt is stored first: between the two, nothing is lost.
 *
 * @throws Refusal `capture-unknown` where it does not wait
 */
export function settle(captureId: string, receipt: Receipt): Promise<void> {
  return alone(async () => {
    const capture = await captureOf(captureId);
    await storeUndoable(capture);
    await storeInstallation({ captureId, key: capture.key, receipt });
    await removeCapture(captureId);
    await renewWhereEmpty();
  });
}

/**
 * Empties a capture that a person says to have entered by hand. Their word is stored first: between the two, nothing is lost.
 *
 * @returns when it was noted; asked again, when it was the first time
 * @throws Refusal `capture-unknown` where it does not wait, and was not entered
 */
export function settleByHand(captureId: string, where: string): Promise<string> {
  return alone(async () => {
    const capture = await storedCapture(captureId);
    const known = (await storedEntered()).find((entered) => entered.captureId === captureId);
    if (!capture && known) return known.at;
    const { key } = capture ?? (await captureOf(captureId));
    const at = new Date().toISOString();
    await storeEntered({ captureId, key, where, at });
    await removeCapture(captureId);
    await renewWhereEmpty();
    return at;
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
    const undoable = await storedUndoable();
    const capture =
      (await storedCapture(captureId)) ?? (undoable?.captureId === captureId ? undoable : undefined);
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

/** A person wants a capture to wait on: they are asked about it again after as long as at first. */
export function keepLonger(captureId: string): Promise<void> {
  return alone(async () => {
    const expires = new Date(Date.now() + lifetime).toISOString();
    await storeCapture({ ...(await captureOf(captureId)), expires });
  });
}

export function forget(captureId: string): Promise<void> {
  return alone(async () => {
    await removeCapture(captureId);
    await renewWhereEmpty();
  });
}

/**
 * Once nothing waits that this extension opens, what is sealed next gets an identity of its own: a copy of the browser's profile opens what waited when
 * it was made, and nothing that comes later. Nothing is being sealed meanwhile, as all that seals stands in the same queue.
 */
async function renewWhereEmpty(): Promise<void> {
  if ((await storedCaptures()).some(isOwn)) return;
  try {
    await renewIdentity();
    await leaveOlderIdentities();
  } catch {
    // What was done before stands, and the identity that there is goes on serving until the next time.
  }
}

/** Drops the identities before the current one, as soon as nothing that is kept needs them. */
async function leaveOlderIdentities(): Promise<void> {
  if ((await olderIdentities()).length === 0) return;
  const undoable = await storedUndoable();
  if (undoable && isOwn(undoable) && !(await isSealedToCurrent(undoable.sealed))) {
    const plain = await openOnDevice(undoable.sealed);
    await storeUndoable({ ...undoable, sealed: await sealToDevice(plain) });
  }
  for (const { sealed } of [...(await storedCaptures()), ...(await storedAsked())].filter(isOwn))
    if (!(await isSealedToCurrent(sealed))) return;
  await dropOlderIdentities();
}

/**
 * Seals all that is kept as keys are sealed from now on, and leaves no identity that opened it before.
 *
 * @throws Refusal `sealed-unreadable` where something of it does not open
 */
export function sealAnew(): Promise<void> {
  return alone(async () => {
    for (const capture of (await storedCaptures()).filter(isOwn)) await put(capture, await openKept(capture));
    for (const asked of (await storedAsked()).filter(isOwn)) {
      const times = { created: new Date(), expires: new Date(Date.now() + lifetime) };
      const payload = { captureId: asked.askedId, key: await openKept(asked), ...times };
      await storeAsked({ ...asked, ...(await sealForKeeping(payload)) });
    }
    const undoable = await storedUndoable();
    if (undoable && isOwn(undoable)) await storeUndoable(await sealedNow(undoable, await openKept(undoable)));
    await renewIdentity();
    await leaveOlderIdentities();
  });
}

/** In the background, at its start: finishes a renewal that was cut short. */
export function tidyIdentities(): Promise<void> {
  return alone(leaveOlderIdentities);
}

/** The keys that a person said to have entered by hand. */
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
async function store(key: AccessKey, summary: KeySummary, about: About): Promise<string> {
  const captureId = crypto.randomUUID();
  await put({ v: 1, captureId, ...datedNow(), key: summary, warnings: key.warnings, ...about }, key);
  return captureId;
}

function datedNow(): Pick<StoredCapture, 'created' | 'expires'> {
  const now = Date.now();
  return { created: new Date(now).toISOString(), expires: new Date(now + lifetime).toISOString() };
}

/** A page may draw the reference after the rest, when the key waits already. */
async function addReference(captureId: string, key: AccessKey, summary: KeySummary): Promise<void> {
  const capture = await storedCapture(captureId);
  if (capture?.key.reference === '' && summary.reference !== '') await put({ ...capture, key: summary }, key);
}

/** Stores a capture only if its key opens again; what was there before is kept until then. */
async function put(capture: Omit<StoredCapture, 'sealed'>, key: AccessKey): Promise<void> {
  await storeProven(await sealedNow(capture, key));
}

async function storeProven(capture: StoredCapture): Promise<void> {
  await storeCapture(capture);
  if ((await captureOf(capture.captureId)).sealed !== capture.sealed) throw new Refusal('seal-failed');
}

/** A capture, sealed as keys are sealed from now on. */
async function sealedNow(
  { onlyFor: _, ...capture }: Omit<StoredCapture, 'sealed'>,
  key: AccessKey,
): Promise<StoredCapture> {
  const { captureId } = capture;
  const [created, expires] = [new Date(capture.created), new Date(capture.expires)];
  return { ...capture, ...(await sealForKeeping({ captureId, key, created, expires })) };
}

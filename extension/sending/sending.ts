import type { Recipient } from '../../shared/recipient.ts';
import { Refusal } from '../../shared/refusal.ts';
import { sealForOthers } from '../../shared/seal.ts';
import { sealedFileName } from '../../shared/sealed-payload.ts';
import { openKey, waiting } from '../outbox/outbox.ts';
import { newPeriod } from '../outbox/record.ts';
import { knownRecipients } from './recipients.ts';
import { dropSealingsExcept, type Sealing, storedSealings, storeSealing } from './record.ts';

/** A key in a file for others, with the codes that the two people tell each other. */
export interface SealedFile {
  readonly sealing: Sealing;
  readonly fileName: string;
  readonly armored: string;
  readonly confirmationCode: string;
  /** Only if the file is sealed with one. It is shown once and stored nowhere. */
  readonly passphrase?: string;
}

/** The sealings of a waiting capture for others, the latest first. */
export async function sealings(captureId: string): Promise<Sealing[]> {
  await dropSealingsExcept((await waiting()).map((capture) => capture.captureId));
  return storedSealings(captureId);
}

/**
 * Seals a capture for colleagues. It stays in the outbox.
 *
 * @param chosen their recipients, at least one
 * @throws Refusal `recipient-unknown`, `recipient-malformed`, `capture-unknown`, `sealed-unreadable`
 */
export async function sealForColleagues(captureId: string, chosen: readonly string[]): Promise<SealedFile> {
  return sealAndNote(newSealing(captureId, await knownRecipients(chosen)));
}

/** As `sealForColleagues`, with a new passphrase instead of recipients. */
export async function sealForPassphrase(captureId: string): Promise<SealedFile> {
  return sealAndNote(newSealing(captureId, []));
}

/**
 * Creates the file of a sealing again. The content, and so its code, is the same; a passphrase is new.
 *
 * @throws Refusal `capture-unknown` if the capture or the sealing no longer exists; those of `sealForColleagues`
 */
export async function sealAgain(captureId: string, created: string): Promise<SealedFile> {
  const sealing = (await storedSealings(captureId)).find((one) => one.created === created);
  if (!sealing) throw new Refusal('capture-unknown');
  return seal(sealing);
}

function newSealing(captureId: string, to: readonly Recipient[]): Sealing {
  const { created, expires } = newPeriod();
  return {
    v: 1,
    captureId,
    created: created.toISOString(),
    expires: expires.toISOString(),
    recipients: to.map(({ recipient, name }) => ({ recipient, name })),
  };
}

async function sealAndNote(sealing: Sealing): Promise<SealedFile> {
  const file = await seal(sealing);
  await storeSealing(sealing);
  return file;
}

async function seal(sealing: Sealing): Promise<SealedFile> {
  const { captureId } = sealing;
  const [created, expires] = [new Date(sealing.created), new Date(sealing.expires)];
  const recipients = sealing.recipients.map(({ recipient }) => recipient);
  const passphrase = recipients.length === 0 ? makePassphrase() : undefined;
  const sealFor = passphrase === undefined ? { recipients } : { passphrase, workFactor };
  const key = await openKey(captureId);
  const { armored, confirmationCode } = await sealForOthers({ captureId, key, created, expires }, sealFor);
  const fileName = sealedFileName(key);
  return { sealing, fileName, armored, confirmationCode, ...(passphrase !== undefined && { passphrase }) };
}

/** Digits and letters that are not confused in handwriting: no 0, 1, i or l. */
const letters = 'abcdefghjkmnopqrstuvwxyz23456789';
const groups = 4;
const groupLength = 4;

/**
 * Creates a passphrase of 80 random bits to read out. A person cannot choose one: browsers write the content of form
 * controls to disk, and people choose guessable passphrases.
 *
 * @returns for example `k7mq-4xwt-9rbd-p2hs`
 */
function makePassphrase(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(groups * groupLength))];
  // 256 is a multiple of 32, so every letter is equally likely.
  const drawn = bytes.map((byte) => letters.charAt(byte % letters.length));
  return Array.from({ length: groups }, (_, group) =>
    drawn.slice(group * groupLength, (group + 1) * groupLength).join(''),
  ).join('-');
}

/**
 * For scrypt, as a power of two. Low, because a random passphrase needs no slow derivation, and this computer may be
 * slow.
 */
const workFactor = 15;

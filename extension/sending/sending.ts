import type { Recipient } from '../../shared/recipient.ts';
import { Refusal } from '../../shared/refusal.ts';
import { sealForOthers } from '../../shared/seal.ts';
import { sealedFileName } from '../../shared/sealed-payload.ts';
import { openKey, waiting } from '../outbox/outbox.ts';
import { lifetime } from '../outbox/record.ts';
import { knownRecipients } from './recipients.ts';
import { dropSealingsBut, type Sealing, storedSealings, storeSealing } from './record.ts';

/** A key in a file for others, and what the two people tell each other. */
export interface SealedFile {
  readonly sealing: Sealing;
  readonly fileName: string;
  readonly armored: string;
  readonly confirmationCode: string;
  /** Where the file is for whoever knows it. It is shown once and kept nowhere. */
  readonly passphrase?: string;
}

/** How often a capture that waits was sealed for others, the latest first. */
export async function sealings(captureId: string): Promise<Sealing[]> {
  await dropSealingsBut((await waiting()).map((capture) => capture.captureId));
  return storedSealings(captureId);
}

/**
 * Seals a capture for colleagues. It goes on waiting.
 *
 * @param chosen their recipients, at least one
 * @throws Refusal `recipient-unknown`, `recipient-malformed`, `capture-unknown`, `sealed-unreadable`
 */
export async function sealForColleagues(captureId: string, chosen: readonly string[]): Promise<SealedFile> {
  return sealAndNote(newSealing(captureId, await knownRecipients(chosen)));
}

/** As `sealForColleagues`, for whoever knows a passphrase, which is made here. */
export async function sealForPassphrase(captureId: string): Promise<SealedFile> {
  return sealAndNote(newSealing(captureId, []));
}

/**
 * Makes the file of a sealing again. Its code is the same, as what is inside is the same; a passphrase is another.
 *
 * @throws Refusal `capture-unknown` where the capture or the sealing is not there any more; as `sealForColleagues` does
 */
export async function sealAgain(captureId: string, created: string): Promise<SealedFile> {
  const sealing = (await storedSealings(captureId)).find((one) => one.created === created);
  if (!sealing) throw new Refusal('capture-unknown');
  return seal(sealing);
}

function newSealing(captureId: string, to: readonly Recipient[]): Sealing {
  const created = new Date();
  const expires = new Date(created.getTime() + lifetime);
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

/** Digits and letters of which none is taken for another when it is written: no 0, 1, i or l. */
const letters = 'abcdefghjkmnopqrstuvwxyz23456789';
const groups = 4;
const groupLength = 4;

/**
 * Makes a passphrase to read out, of 80 random bits. Nobody types one into the extension: what stands in a form control
 * reaches the disk, and what a person thinks of is found by trying.
 *
 * @returns such as `k7mq-4xwt-9rbd-p2hs`
 */
function makePassphrase(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(groups * groupLength))];
  // 32 letters: each byte gives one, and none more often than another.
  const drawn = bytes.map((byte) => letters.charAt(byte % letters.length));
  return Array.from({ length: groups }, (_, group) =>
    drawn.slice(group * groupLength, (group + 1) * groupLength).join(''),
  ).join('-');
}

/**
 * Of scrypt, as a power of two. What makes a passphrase slow to try is for those that people think of; ours is drawn at
 * random, and the computer that seals may be a slow one.
 */
const workFactor = 15;

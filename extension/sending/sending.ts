import { confirmationCode } from '../../shared/codes.ts';
import { type Recipient, recipientFingerprint } from '../../shared/recipient.ts';
import { Refusal } from '../../shared/refusal.ts';
import { encodePayload, sealedFileName } from '../../shared/sealed-payload.ts';
import { openKey, waiting } from '../outbox/outbox.ts';
import { lifetime } from '../outbox/record.ts';
import { knownRecipients } from './recipients.ts';
import { dropSealingsBut, type Sealing, storedSealings, storeSealing } from './record.ts';
import { makePassphrase, sealArmored } from './seal.ts';

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
  const { captureId, created, expires } = sealing;
  const recipients = sealing.recipients.map(({ recipient }) => recipient);
  const key = await openKey(captureId);
  const plain = encodePayload({
    captureId,
    key,
    created: new Date(created),
    expires: new Date(expires),
    recipients: await Promise.all(recipients.map(recipientFingerprint)),
  });
  const passphrase = recipients.length === 0 ? makePassphrase() : undefined;
  return {
    sealing,
    fileName: sealedFileName(key),
    armored: await sealArmored(plain, passphrase === undefined ? { recipients } : { passphrase }),
    confirmationCode: await confirmationCode(plain),
    ...(passphrase !== undefined && { passphrase }),
  };
}

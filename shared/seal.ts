import { confirmationCode } from './codes.ts';
import { recipientFingerprint } from './recipient.ts';
import { Refusal } from './refusal.ts';
import { encodePayload, type SealedPayload } from './sealed-payload.ts';

/** Who can open it: the machines of these recipients (at least one), or anybody who knows the passphrase. */
export type SealFor = { readonly recipients: readonly string[] } | Passphrase;

interface Passphrase {
  readonly passphrase: string;
  /** Of scrypt, as a power of two: how slow each try is. The default suits a passphrase that a person chose. */
  readonly workFactor?: number;
}

/** A key, sealed for other people. */
export interface SealedKey extends SealedPayload {
  /** An age file, armored. */
  readonly armored: string;
  /** Shown to the sender and to whoever opens the file; the two compare it. */
  readonly confirmationCode: string;
}

/**
 * Seals a key for other people, as one armored age file. The same payload has the same confirmation code each time.
 *
 * @throws Refusal `recipient-malformed` where one cannot be sealed to
 */
export async function sealForOthers(
  waiting: Omit<SealedPayload, 'recipients'>,
  sealFor: SealFor,
): Promise<SealedKey> {
  const recipients = 'recipients' in sealFor ? sealFor.recipients : [];
  const payload = { ...waiting, recipients: await Promise.all(recipients.map(recipientFingerprint)) };
  const plain = encodePayload(payload);
  return {
    ...payload,
    armored: await sealText(plain, sealFor),
    confirmationCode: await confirmationCode(plain),
  };
}

/** Seals a text as one armored age file. @throws Refusal `recipient-malformed` */
export async function sealText(plain: string, sealFor: SealFor): Promise<string> {
  const { armor, Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  if ('passphrase' in sealFor) {
    encrypter.setPassphrase(sealFor.passphrase);
    if (sealFor.workFactor !== undefined) encrypter.setScryptWorkFactor(sealFor.workFactor);
    return armor.encode(await encrypter.encrypt(plain));
  }
  try {
    for (const recipient of sealFor.recipients) encrypter.addRecipient(recipient);
    return armor.encode(await encrypter.encrypt(plain));
  } catch {
    // A well-formed recipient may still be a point with which no key can be agreed.
    throw new Refusal('recipient-malformed');
  }
}

import { dirname } from 'node:path';
import type { AccessKey } from '../../../shared/access-key.ts';
import { confirmationCode } from '../../../shared/codes.ts';
import { recipientFingerprint } from '../../../shared/recipient.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { encodePayload, type SealedPayload } from '../../../shared/sealed-payload.ts';
import { createFile, syncFolder } from '../files.ts';
import { MachineRefusal } from '../messages.ts';
import { errnoOf } from '../system-error.ts';

/** Who can open a sealed key: the machines of these recipients, at least one, or whoever knows the passphrase. */
export type SealFor = { readonly recipients: readonly string[] } | Passphrase;

interface Passphrase {
  readonly passphrase: string;
  /** How slow each try is made, as a power of two; else as slow as for a passphrase that a person thinks of. */
  readonly slowness?: number;
}

/** A key, sealed for other people. */
export interface SealedKey extends SealedPayload {
  /** An age file, armored. */
  readonly armored: string;
  /** What `openSealedFile` shows at the other end. */
  readonly confirmationCode: string;
}

const day = 24 * 60 * 60 * 1000;

/**
 * Seals a key for other people, as one armored age file.
 *
 * @param days how long it may wait, from now
 * @throws Refusal `recipient-malformed` where one cannot be sealed to
 */
export async function sealKey(key: AccessKey, sealFor: SealFor, days: number): Promise<SealedKey> {
  const created = new Date();
  const recipients = 'recipients' in sealFor ? sealFor.recipients : [];
  const payload: SealedPayload = {
    captureId: crypto.randomUUID(),
    key,
    created,
    expires: new Date(created.getTime() + days * day),
    recipients: await Promise.all(recipients.map(recipientFingerprint)),
  };
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
    if (sealFor.slowness !== undefined) encrypter.setScryptWorkFactor(sealFor.slowness);
    return armor.encode(await encrypter.encrypt(plain));
  }
  try {
    for (const recipient of sealFor.recipients) encrypter.addRecipient(recipient);
    return armor.encode(await encrypter.encrypt(plain));
  } catch {
    // A recipient may be well spelt and still be no point that a key can be agreed on with.
    throw new Refusal('recipient-malformed');
  }
}

/**
 * Puts a sealed key on the disk, durably; overwrites nothing.
 *
 * @param file how the refusals name it
 * @throws Refusal `output-exists`, `output-failed`
 */
export async function writeSealed(path: string, file: string, armored: string): Promise<void> {
  try {
    await createFile(path, armored);
    await syncFolder(dirname(path));
  } catch (error) {
    const reason = errnoOf(error);
    throw reason === 'EEXIST'
      ? new MachineRefusal('output-exists', { file })
      : new MachineRefusal('output-failed', { file, reason });
  }
}

import { Refusal } from '../../shared/refusal.ts';

/** Who can open a sealed file: those who own these recipients, or whoever knows the passphrase. */
export type SealFor = { readonly recipients: readonly string[] } | { readonly passphrase: string };

/**
 * Of scrypt, as a power of two. What makes a passphrase slow to try is for those that people think of; ours is drawn at
 * random, and the computer that seals may be a slow one.
 */
const workFactor = 15;

/** Seals a text as an armored age file. @throws Refusal `recipient-malformed` where one cannot be sealed to */
export async function sealArmored(plain: string, sealFor: SealFor): Promise<string> {
  const { armor, Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  if ('passphrase' in sealFor) {
    encrypter.setScryptWorkFactor(workFactor);
    encrypter.setPassphrase(sealFor.passphrase);
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

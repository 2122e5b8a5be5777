import { Refusal } from '../../shared/refusal.ts';

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
export function makePassphrase(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(groups * groupLength))];
  // 32 letters: each byte gives one, and none more often than another.
  const drawn = bytes.map((byte) => letters.charAt(byte % letters.length));
  return Array.from({ length: groups }, (_, group) =>
    drawn.slice(group * groupLength, (group + 1) * groupLength).join(''),
  ).join('-');
}

/** Who can open a sealed file: those who own these recipients, or whoever knows the passphrase. */
type SealFor = { readonly recipients: readonly string[] } | { readonly passphrase: string };

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

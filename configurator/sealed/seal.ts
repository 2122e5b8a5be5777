import { loadRecipient } from '../state/identity.ts';

/**
 * Seals a text to this machine, so that `decrypt` alone opens it.
 *
 * @returns a binary age file
 * @throws Refusal `identity-…`
 */
export async function sealToThisMachine(text: string): Promise<Uint8Array> {
  const recipient = await loadRecipient();
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(text);
}

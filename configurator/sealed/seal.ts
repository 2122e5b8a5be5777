import { encodePayload, type SealedPayload } from '../../shared/sealed-payload.ts';

/**
 * Seals a key to one or several recipients.
 *
 * @returns a binary age file
 */
export async function seal(payload: SealedPayload, recipients: readonly string[]): Promise<Uint8Array> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(encodePayload(payload));
}

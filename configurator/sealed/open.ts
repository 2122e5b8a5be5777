import { Refusal } from '../../shared/refusal.ts';
import { decodePayload, type SealedPayload } from '../../shared/sealed-payload.ts';
import { loadSecretKey } from '../state/identity.ts';

/**
 * Opens an age file that was sealed to this machine. Nothing of it is released before its last byte is authenticated.
 *
 * @throws Refusal `sealed-unreadable` where it is no such file, was changed on its way, or holds no payload;
 *   `sealed-expired`; `key-…` where its key does not hold together; `identity-…`
 */
export async function openSealed(file: Uint8Array): Promise<SealedPayload> {
  const payload = decodePayload(await decrypt(file));
  if (payload.expires.getTime() <= Date.now()) throw new Refusal('sealed-expired');
  return payload;
}

/**
 * The text of an age file that was sealed to this machine, authenticated to its last byte.
 *
 * @throws Refusal `sealed-unreadable`, `identity-…`
 */
export async function decrypt(file: Uint8Array): Promise<string> {
  const secretKey = await loadSecretKey();
  // Loaded when it is needed: it takes longer than everything else that the host does to start.
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addIdentity(secretKey);
  try {
    return await decrypter.decrypt(file, 'text');
  } catch {
    throw new Refusal('sealed-unreadable');
  }
}

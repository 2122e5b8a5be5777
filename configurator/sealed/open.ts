import { Refusal } from '../../shared/refusal.ts';
import { decodePayload, type SealedPayload } from '../../shared/sealed-payload.ts';
import { ownIdentities } from '../state/identity.ts';
import { openWith } from './age-file.ts';

/**
 * Opens an age file that was sealed to this machine. Nothing of it is released before its last byte is authenticated.
 *
 * @throws Refusal `sealed-unreadable` where it is no such file, or was changed on its way; `sealed-malformed`,
 *   `sealed-newer`, `sealed-expired`; `key-…` where its key does not hold together; `identity-…`
 */
export async function openSealed(file: Uint8Array): Promise<SealedPayload> {
  return unexpired(decodePayload(await decrypt(file)));
}

/** Gives a payload back. @throws Refusal `sealed-expired` where it may not wait any longer */
export function unexpired(payload: SealedPayload): SealedPayload {
  if (payload.expires.getTime() <= Date.now()) throw new Refusal('sealed-expired');
  return payload;
}

/**
 * The text of an age file that was sealed to this machine, authenticated to its last byte.
 *
 * @throws Refusal `sealed-unreadable`, `identity-…`
 */
export async function decrypt(file: Uint8Array): Promise<string> {
  const plain = await firstThatOpens(file).catch((error: unknown) => {
    throw error instanceof Refusal && error.code === 'sealed-damaged' ? unreadable() : error;
  });
  if (!plain) throw unreadable();
  return new TextDecoder().decode(plain);
}

async function firstThatOpens(file: Uint8Array): Promise<Uint8Array | undefined> {
  for await (const { secretKey } of ownIdentities()) {
    const plain = await openWith(file, (decrypter) => decrypter.addIdentity(secretKey));
    if (plain) return plain;
  }
  return undefined;
}

function unreadable(): Refusal {
  return new Refusal('sealed-unreadable');
}

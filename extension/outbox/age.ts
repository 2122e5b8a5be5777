import { Refusal } from '../../shared/refusal.ts';
import { deviceIdentity, olderIdentities } from './identity.ts';

/** Loaded on demand: most of the time the background wakes without needing the cipher. */
const age = () => import('age-encryption');

/** Seals a text to this extension's identity. @returns an age file in base64 */
export async function sealToDevice(plain: string | Uint8Array): Promise<string> {
  const { identityToRecipient } = await age();
  return sealTo(await identityToRecipient(await deviceIdentity()), plain);
}

/** Seals to a recipient, `age1…`. */
export async function sealTo(recipient: string, plain: string | Uint8Array): Promise<string> {
  const { Encrypter } = await age();
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const bytes = typeof plain === 'string' ? new TextEncoder().encode(plain) : plain;
  return base64(await encrypter.encrypt(bytes));
}

/**
 * Seals to another's recipient only, so that this extension cannot open it. To check that the file opens, it is also
 * sealed to an identity that exists for this call only.
 *
 * @throws Refusal `seal-failed` if it does not open
 */
export async function sealOnlyTo(recipient: string, plain: string): Promise<string> {
  const { Encrypter, identityToRecipient } = await age();
  const pair = (await crypto.subtle.generateKey('X25519', false, ['deriveBits'])) as CryptoKeyPair;
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  encrypter.addRecipient(await identityToRecipient(pair.privateKey));
  const sealed = base64(await encrypter.encrypt(plain));
  const opened = new TextDecoder().decode(await openWith([pair.privateKey], sealed));
  if (opened !== plain) throw new Refusal('seal-failed');
  return sealed;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Opens a file of `sealToDevice`, also one sealed to an older identity. @throws Error if it does not open */
export async function openOnDevice(sealed: string): Promise<Uint8Array> {
  try {
    return await openWith([await deviceIdentity()], sealed);
  } catch {
    return openWith(await olderIdentities(), sealed);
  }
}

/** Whether the current identity opens a file. */
export async function isSealedToCurrent(sealed: string): Promise<boolean> {
  return openWith([await deviceIdentity()], sealed).then(
    () => true,
    () => false,
  );
}

async function openWith(identities: readonly CryptoKey[], sealed: string): Promise<Uint8Array> {
  const { Decrypter } = await age();
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return decrypter.decrypt(Uint8Array.from(atob(sealed), (letter) => letter.charCodeAt(0)));
}

import { deviceIdentity, olderIdentities } from './identity.ts';

/** Only a capture or an installation needs the cipher: a background that wakes for less does not run its set-up. */
const age = () => import('age-encryption');

/** Seals a plain text to this installation of the extension; gives an age file in base64. */
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
  return btoa(String.fromCharCode(...(await encrypter.encrypt(bytes))));
}

/** Opens what `sealToDevice` made, also before the last renewal of the identity. @throws Error where it does not open */
export async function openOnDevice(sealed: string): Promise<Uint8Array> {
  try {
    return await openWith([await deviceIdentity()], sealed);
  } catch {
    return openWith(await olderIdentities(), sealed);
  }
}

/** Says whether the current identity opens it. */
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

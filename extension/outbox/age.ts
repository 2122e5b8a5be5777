import { deviceIdentity } from './identity.ts';

/** Only a capture or an installation needs the cipher: a background that wakes for less does not run its set-up. */
const age = () => import('age-encryption');

/** Seals a plain text to this installation of the extension; gives an age file in base64. */
export async function sealToDevice(plain: string): Promise<string> {
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

/** Opens what `sealToDevice` made. */
export async function openOnDevice(sealed: string): Promise<Uint8Array> {
  const { Decrypter } = await age();
  const decrypter = new Decrypter();
  decrypter.addIdentity(await deviceIdentity());
  return decrypter.decrypt(Uint8Array.from(atob(sealed), (letter) => letter.charCodeAt(0)));
}

import type { AccessKey } from './access-key.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** SHA-256 through an API that both programs have. Node has a faster one of its own. */
const webCryptoSha256 = async (bytes: Bytes): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/**
 * Names a key without showing it: 40 bits of SHA-256, as `xxxxx-xxxxx` in hexadecimal. A key has about 119 bits of
 * entropy, so the key cannot be found from its fingerprint.
 */
export async function fingerprint(
  key: AccessKey,
  sha256: (bytes: Bytes) => Uint8Array | Promise<Uint8Array> = webCryptoSha256,
): Promise<string> {
  const text = new TextEncoder().encode(`cle-en-main/fingerprint/1\n${key.reveal('credentials')}`);
  const digest = await sha256(text);
  const hex = [...digest.subarray(0, 5)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 5)}-${hex.slice(5)}`;
}

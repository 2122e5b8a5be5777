import type { AccessKey } from './access-key.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** SHA-256 as both programs have it. Node has a quicker way to it. */
const everywhere = async (bytes: Bytes): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/**
 * Names a key without showing it: 40 bits of SHA-256, as `xxxxx-xxxxx` in hexadecimal. A key has about 119 bits of
 * chance in it, so the fingerprint cannot be searched back to the key.
 */
export async function fingerprint(
  key: AccessKey,
  sha256: (bytes: Bytes) => Uint8Array | Promise<Uint8Array> = everywhere,
): Promise<string> {
  const text = new TextEncoder().encode(`cle-en-main/fingerprint/1\n${key.reveal('credentials')}`);
  const digest = await sha256(text);
  const hex = [...digest.subarray(0, 5)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 5)}-${hex.slice(5)}`;
}

/**
 * Names a recipient inside a sealed key: 128 bits of SHA-256, in hexadecimal.
 *
 * @param recipient an age recipient
 */
export async function recipientFingerprint(recipient: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(recipient));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'));
  return hex.slice(0, 16).join('');
}

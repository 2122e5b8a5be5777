/**
 * Eight digits by which two people, or two screens, compare a recipient. Slow on purpose: without the 600,000 rounds,
 * trying recipients until one shares the code of another takes one machine about an hour.
 *
 * @param recipient an age recipient
 * @returns such as `1234 5678`
 */
export async function controlCode(recipient: string): Promise<string> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const password = await crypto.subtle.importKey('raw', encode(recipient), 'PBKDF2', false, ['deriveBits']);
  const method = {
    name: 'PBKDF2',
    hash: 'SHA-256',
    salt: encode('cle-en-main/control-code/1'),
    iterations: 600_000,
  };
  const bits = new DataView(await crypto.subtle.deriveBits(method, password, 64));
  const digits = (bits.getBigUint64(0) % 100_000_000n).toString().padStart(8, '0');
  return `${digits.slice(0, 4)} ${digits.slice(4)}`;
}

/**
 * Eight digits of a text, by which two people, or two screens, compare it. Slow on purpose: without the 600,000
 * rounds, trying texts until one shares the digits of another takes one machine about an hour.
 *
 * @param purpose keeps the digits for one purpose from being those for another
 * @returns such as `1234 5678`
 */
async function eightDigits(text: string, purpose: string): Promise<string> {
  const encode = (part: string) => new TextEncoder().encode(part);
  const password = await crypto.subtle.importKey('raw', encode(text), 'PBKDF2', false, ['deriveBits']);
  const method = {
    name: 'PBKDF2',
    hash: 'SHA-256',
    salt: encode(`cle-en-main/${purpose}/1`),
    iterations: 600_000,
  };
  const bits = new DataView(await crypto.subtle.deriveBits(method, password, 64));
  const digits = (bits.getBigUint64(0) % 100_000_000n).toString().padStart(8, '0');
  return `${digits.slice(0, 4)} ${digits.slice(4)}`;
}

/** The eight digits that a person typed, as `eightDigits` writes them; `undefined` where it is not eight digits. */
export function parseEightDigits(typed: string): string | undefined {
  const digits = typed.replace(/[\s-]/g, '');
  return /^[0-9]{8}$/.test(digits) ? `${digits.slice(0, 4)} ${digits.slice(4)}` : undefined;
}

/**
 * By which two people, or two screens, compare a recipient.
 *
 * @param recipient an age recipient
 * @returns such as `1234 5678`
 */
export function controlCode(recipient: string): Promise<string> {
  return eightDigits(recipient, 'control-code');
}

/**
 * By which whoever sealed a key and whoever opens it make sure that they speak of the same file. age does not say who
 * sealed a file: anybody who knows a recipient can seal to it. The code is one of the plain text, which holds a key and
 * so cannot be guessed: it is known to those two alone, and nobody else can look for a file that shares it.
 *
 * @param plain what `encodePayload` gave, or what was opened, to the letter
 * @returns such as `1234 5678`
 */
export function confirmationCode(plain: string): Promise<string> {
  return eightDigits(plain, 'confirmation-code');
}

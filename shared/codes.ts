/**
 * Eighteen digits by which two people, or two screens, compare a text. Slow on purpose: `SECURITY.md` works out what it
 * costs to find another text with the same digits.
 *
 * The salt is the purpose alone: the two who compare have nothing but the text in common.
 *
 * @param purpose makes the digits of the same text differ from one purpose to another
 * @returns such as `482 019 773 650 118 904`
 */
async function eighteenDigits(text: string, purpose: string): Promise<string> {
  const encode = (part: string) => new TextEncoder().encode(part);
  const password = await crypto.subtle.importKey('raw', encode(text), 'PBKDF2', false, ['deriveBits']);
  const method = {
    name: 'PBKDF2',
    hash: 'SHA-256',
    salt: encode(`cle-en-main/${purpose}/2`),
    iterations: 600_000,
  };
  // 128 bits, so that all digits are equally likely; up to 256 bits cost the same.
  const bits = new DataView(await crypto.subtle.deriveBits(method, password, 128));
  const number = (bits.getBigUint64(0) << 64n) | bits.getBigUint64(8);
  return inGroups((number % 10n ** 18n).toString().padStart(18, '0'));
}

function inGroups(digits: string): string {
  return digits.replace(/\d{3}(?=\d)/g, '$& ');
}

/**
 * Reads a code that a person typed.
 *
 * @returns the code as `controlCode` and `confirmationCode` write it; `older` for an eight-digit code of an older
 *   version; `undefined` for anything else
 */
export function parseCode(typed: string): string | 'older' | undefined {
  const digits = typed.replace(/[\s-]/g, '');
  if (/^[0-9]{18}$/.test(digits)) return inGroups(digits);
  return /^[0-9]{8}$/.test(digits) ? 'older' : undefined;
}

/**
 * The code by which two people, or two screens, compare a recipient.
 *
 * @param recipient an age recipient
 * @returns such as `482 019 773 650 118 904`
 */
export function controlCode(recipient: string): Promise<string> {
  return eighteenDigits(recipient, 'control-code');
}

/**
 * The code by which the sender and the receiver of a sealed key check that they have the same file. age does not say who
 * sealed a file: anybody who knows a recipient can seal to it. The code is computed from the plain text, which holds a
 * key and cannot be guessed. So only these two know it, and nobody else can search for a file with the same code.
 *
 * @param plain the exact text that `encodePayload` returned, or that was decrypted
 * @returns such as `482 019 773 650 118 904`
 */
export function confirmationCode(plain: string): Promise<string> {
  return eighteenDigits(plain, 'confirmation-code');
}

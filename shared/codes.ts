/**
 * Eighteen digits of a text, by which two people, or two screens, compare it. Slow on purpose: `SECURITY.md` has the
 * arithmetic of what it costs to find another text with the same digits.
 *
 * The salt cannot hold more than the purpose: whoever compares has the text and nothing else in common.
 *
 * @param purpose keeps the digits for one purpose from being those for another
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
  // Of 128 bits, so that no digits are likelier than others; up to 256 they cost the same.
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
 * @returns the code as `controlCode` and `confirmationCode` write it; `older` for the eight digits that older
 *   versions show; `undefined` where it is neither
 */
export function parseCode(typed: string): string | 'older' | undefined {
  const digits = typed.replace(/[\s-]/g, '');
  if (/^[0-9]{18}$/.test(digits)) return inGroups(digits);
  return /^[0-9]{8}$/.test(digits) ? 'older' : undefined;
}

/**
 * By which two people, or two screens, compare a recipient.
 *
 * @param recipient an age recipient
 * @returns such as `482 019 773 650 118 904`
 */
export function controlCode(recipient: string): Promise<string> {
  return eighteenDigits(recipient, 'control-code');
}

/**
 * By which whoever sealed a key and whoever opens it make sure that they speak of the same file. age does not say who
 * sealed a file: anybody who knows a recipient can seal to it. The code is one of the plain text, which holds a key and
 * so cannot be guessed: it is known to those two alone, and nobody else can look for a file that shares it.
 *
 * @param plain what `encodePayload` gave, or what was opened, to the letter
 * @returns such as `482 019 773 650 118 904`
 */
export function confirmationCode(plain: string): Promise<string> {
  return eighteenDigits(plain, 'confirmation-code');
}

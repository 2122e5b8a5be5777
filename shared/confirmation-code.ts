import { eightDigits } from './eight-digits.ts';

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

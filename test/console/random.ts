import { randomInt } from 'node:crypto';

const digits = '0123456789';
const lettersAndDigits = `${digits}ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz`;

/** Gives `length` letters and digits, each as likely as any other. */
export function randomText(length: number): string {
  return pick(lettersAndDigits, length);
}

/** Gives a merchant id: 14 digits, no leading zero. */
export function randomMerchantId(): string {
  return pick(digits.slice(1), 1) + pick(digits, 13);
}

function pick(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

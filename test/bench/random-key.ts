import { randomBytes, randomInt } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A value like a key's: 20 letters and digits. */
export function randomValue(): string {
  return Array.from({ length: 20 }, () => letters[randomInt(letters.length)]).join('');
}

/** A new key, as `cle apply -` reads it. */
export function randomKey(): string {
  const merchantId = '17626983201234';
  const reference = randomBytes(8).toString('hex');
  return JSON.stringify({ environment: 'homologation', merchantId, reference, accessKey: randomValue() });
}

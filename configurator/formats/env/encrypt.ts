import { Buffer } from 'node:buffer';
import { encrypt as ecies } from 'eciesjs';

/**
 * Encrypts a value as dotenvx does: ECIES over secp256k1, the whole in base64.
 *
 * @param publicKey what `DOTENV_PUBLIC_KEY` holds, in hexadecimal
 * @returns `undefined` where that is no point of the curve
 */
export function encrypt(value: string, publicKey: string): string | undefined {
  try {
    return `encrypted:${Buffer.from(ecies(publicKey, Buffer.from(value, 'utf8'))).toString('base64')}`;
  } catch {
    return undefined;
  }
}

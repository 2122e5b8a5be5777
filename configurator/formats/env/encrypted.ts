import { Buffer } from 'node:buffer';
import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment, FormatContext } from '../format.ts';
import { lineAt } from '../lines.ts';
import { type Statements, title, type Variable } from './statements.ts';

/** Encrypts a value to a public key; `undefined` where the key is not a point of the curve. */
export type Encrypt = (value: string, publicKey: string) => string | undefined;

/**
 * Loads dotenvx's encryption: ECIES over secp256k1, in base64. Only an encrypted `.env` loads it.
 *
 * @returns a function that takes the public key in hexadecimal
 */
export async function loadEncrypt(): Promise<Encrypt> {
  const { encrypt } = await import('eciesjs');
  return (value, publicKey) => {
    try {
      return `encrypted:${Buffer.from(encrypt(publicKey, Buffer.from(value, 'utf8'))).toString('base64')}`;
    } catch {
      return undefined;
    }
  };
}

/** dotenvx names the variable after the file: `DOTENV_PUBLIC_KEY_PRODUCTION` for `.env.production`. */
const publicKeyName = /^DOTENV_PUBLIC_KEY(?:_\w+)?$/;

/** A point of secp256k1, compressed or not. */
const publicKey = /^(?:0[23][0-9a-f]{64}|04[0-9a-f]{128})$/i;

/** An ephemeral key, a nonce and a tag take 97 bytes before any value. */
const ciphertextForm = /^encrypted:[A-Za-z0-9+/]{130,}={0,2}$/;

export function isCiphertext(value: string | undefined): value is string {
  return value !== undefined && ciphertextForm.test(value);
}

/** Whether a text may be one that dotenvx encrypts. */
export function mayBeEncrypted(text: string): boolean {
  return text.includes('DOTENV_PUBLIC_KEY');
}

export function isEncrypted({ variables }: Statements): boolean {
  return variables.some(({ name }) => publicKeyName.test(name));
}

/**
 * The public key that the values of a file are encrypted to.
 *
 * @returns `undefined` where nothing is encrypted
 * @throws Refusal `encryption-key-missing` where values are encrypted and there is no key, or more than one
 */
export function publicKeyOf(
  text: string,
  { variables }: Statements,
  { file }: FormatContext,
): string | undefined {
  const keys = variables.filter(({ name }) => publicKeyName.test(name));
  const [only, second] = keys;
  const found = only?.value.value;
  if (!second && found !== undefined && publicKey.test(found)) return found;
  const strange: Variable | undefined =
    second ?? only ?? variables.find(({ value }) => isCiphertext(value.value));
  if (!strange) return undefined;
  const line = lineAt(text, strange.value.start);
  throw new Refusal('encryption-key-missing', { file, line });
}

/**
 * Encrypts a value for the file.
 *
 * @throws Refusal `value-unrepresentable` for what dotenvx would decrypt a second time; `encryption-key-missing`
 */
export function encryptValue(
  { value, address, field }: Assignment,
  publicKey: string,
  encrypt: Encrypt,
  line: number,
  { file }: FormatContext,
): string {
  if (value.startsWith('encrypted:')) {
    throw new Refusal('value-unrepresentable', { file, line, format: `${title} (dotenvx)`, field, address });
  }
  const ciphertext = encrypt(value, publicKey);
  if (ciphertext === undefined) throw new Refusal('encryption-key-missing', { file, line });
  return ciphertext;
}

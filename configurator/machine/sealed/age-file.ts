import type { Decrypter } from 'age-encryption';
import { Refusal } from '../../../shared/refusal.ts';

const magic = 'age-encryption.org/v1\n';
const armorBegin = '-----BEGIN AGE ENCRYPTED FILE-----';

/** Adds to a decrypter what may open a file: one identity, or one passphrase. */
export type Opener = (decrypter: Decrypter) => void;

/** Whether bytes begin like an age file, armored or not. */
export function looksLikeAge(bytes: Uint8Array): boolean {
  return isBinary(bytes) || isArmored(bytes);
}

/**
 * The binary form of one age file.
 *
 * @param bytes binary or armored; a byte order mark and white space around the armor are ignored
 * @throws Refusal `sealed-not-age`, `sealed-several`, `sealed-damaged`
 */
export async function binaryForm(bytes: Uint8Array): Promise<Uint8Array> {
  if (isBinary(bytes)) {
    if (Buffer.from(bytes).includes(magic, magic.length)) throw new Refusal('sealed-several');
    return bytes;
  }
  if (!isArmored(bytes)) throw new Refusal('sealed-not-age');
  const text = textOf(bytes);
  if (text.split(armorBegin).length > 2) throw new Refusal('sealed-several');
  // Loaded on demand: it takes longer than everything else that the host does at its start.
  const { armor } = await import('age-encryption');
  return orDamaged(() => armor.decode(text));
}

/**
 * Of scrypt, as a power of two: the default of age and of its library, at which one try takes 256 MiB and about a second.
 * The library itself would accept up to 20, which is four times as much.
 */
const mostWork = 18;

/**
 * Whether a file is sealed to a passphrase, rather than to a recipient.
 *
 * @throws Refusal `sealed-damaged`; `sealed-too-slow` where one try of a passphrase takes more work than age's default:
 *   whoever made the file chose it
 */
export async function asksForPassphrase(file: Uint8Array): Promise<boolean> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  let found: (readonly string[])[] | undefined;
  decrypter.addIdentity({
    unwrapFileKey: (stanzas) => {
      found = stanzas.map(({ args }) => args);
      return null;
    },
  });
  // This always fails, as no identity was added that could open it.
  await decrypter.decryptHeader(file).catch(() => undefined);
  if (!found) throw new Refusal('sealed-damaged');
  const passphraseStanzas = found.filter(([kind]) => kind === 'scrypt');
  const factor = Math.max(0, ...passphraseStanzas.map(([, , work]) => Number(work)).filter(Number.isFinite));
  if (factor > mostWork) throw new Refusal('sealed-too-slow', { factor, most: mostWork });
  return passphraseStanzas.length > 0;
}

/** `openWith` a passphrase. @throws Refusal `sealed-damaged`, `sealed-too-slow` */
export async function openByPassphrase(
  file: Uint8Array,
  passphrase: string,
): Promise<Uint8Array | undefined> {
  await asksForPassphrase(file);
  return openWith(file, (decrypter) => decrypter.addPassphrase(passphrase));
}

/**
 * Opens an age file. Nothing is returned before the last byte is authenticated.
 *
 * @param file in its binary form
 * @returns the plain bytes; `undefined` where what `opener` adds does not open the file
 * @throws Refusal `sealed-damaged`
 */
export async function openWith(file: Uint8Array, opener: Opener): Promise<Uint8Array | undefined> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  opener(decrypter);
  let fits = true;
  // Called only after the others, when none of them fits.
  decrypter.addIdentity({
    unwrapFileKey: () => {
      fits = false;
      return null;
    },
  });
  try {
    return await decrypter.decrypt(file);
  } catch {
    if (fits) throw new Refusal('sealed-damaged');
    return undefined;
  }
}

function isBinary(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, magic.length)).toString('latin1') === magic;
}

function isArmored(bytes: Uint8Array): boolean {
  return textOf(bytes.subarray(0, 1024)).trimStart().startsWith(armorBegin);
}

/** Armor is ASCII; anything else decodes to characters that it does not allow. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function orDamaged<T>(decode: () => T): T {
  try {
    return decode();
  } catch {
    throw new Refusal('sealed-damaged');
  }
}

import { bech32 } from '@scure/base';
import { Refusal } from './refusal.ts';

/** Whom a key is sealed to: an age recipient of the X25519 kind, and what its owner calls it. */
export interface Recipient {
  /** As `age-keygen` prints it, `age1…`. */
  readonly recipient: string;
  /** Empty where none was given. */
  readonly name: string;
}

const longestName = 64;

/** Nothing that changes how the text around a name is shown, and no colon, which ends the name. */
const nameText = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,_@'’()+-]*$/u;

/**
 * A recipient as one line that can be sent by any means: `cle1:NAME:age1…`. The `1` is the version of this form.
 *
 * @throws Refusal `recipient-name` where the name is not allowed there
 */
export function formatRecipient({ recipient, name }: Recipient): string {
  return `cle1:${checkedName(name)}:${recipient}`;
}

/**
 * Reads that line, or a bare recipient. Spaces around it, and line breaks that a mail program puts into a name, are
 * ignored. The recipient's checksum catches a wrong letter.
 *
 * @throws Refusal `recipient-malformed`, `recipient-name`
 */
export function parseRecipient(text: string): Recipient {
  const line = text.trim().replace(/\s+/gu, ' ');
  if (!line.includes(':')) return { recipient: checkedRecipient(line), name: '' };
  const [form, name = '', recipient = '', ...rest] = line.split(':');
  if (form !== 'cle1' || rest.length > 0) throw new Refusal('recipient-malformed');
  return { recipient: checkedRecipient(recipient.trim()), name: checkedName(name.trim()) };
}

/** The characters of any text, such as a machine's name, that a recipient's name may have; empty where there are none. */
export function nameFrom(text: string): string {
  const letters = [...text.normalize('NFC')].filter((letter) => nameText.test(`x${letter}`));
  return letters
    .join('')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, longestName)
    .trim();
}

function checkedName(name: string): string {
  const normal = name.normalize('NFC');
  if (normal.length > longestName || !nameText.test(normal)) {
    throw new Refusal('recipient-name', { limit: longestName });
  }
  return normal;
}

function checkedRecipient(text: string): string {
  // The text is not repeated: an identity, or a key, may have been pasted there.
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(text)) throw new Refusal('recipient-malformed');
  const decoded = bech32.decodeUnsafe(text);
  const bytes = decoded && bech32.fromWordsUnsafe(decoded.words);
  if (bytes?.length !== 32) throw new Refusal('recipient-malformed');
  return text;
}

/**
 * Names a recipient inside a sealed key: 128 bits of SHA-256, in hexadecimal.
 *
 * @param recipient an age recipient
 */
export async function recipientFingerprint(recipient: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(recipient));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'));
  return hex.slice(0, 16).join('');
}

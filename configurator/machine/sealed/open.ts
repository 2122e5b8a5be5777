import { confirmationCode } from '../../../shared/codes.ts';
import { recipientFingerprint } from '../../../shared/recipient.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { decodePayload, type SealedPayload } from '../../../shared/sealed-payload.ts';
import { ownIdentities } from '../identity/identity.ts';
import { openingIdentities } from '../identity/identity-file.ts';
import { asksForPassphrase, binaryForm, openByPassphrase, openWith } from './age-file.ts';

/**
 * Opens an age file that was sealed to this machine. Nothing is returned before the last byte is authenticated.
 *
 * @throws Refusal `sealed-unreadable` where it is not such a file, or was changed on its way; `sealed-malformed`,
 *   `sealed-newer`, `sealed-expired`; `key-…` where the parts of its key disagree; `identity-…`
 */
export async function openSealed(file: Uint8Array): Promise<SealedPayload> {
  return requireUnexpired(decodePayload(await decrypt(file)));
}

/** @returns the payload itself. @throws Refusal `sealed-expired` */
export function requireUnexpired(payload: SealedPayload): SealedPayload {
  if (payload.expires.getTime() <= Date.now()) throw new Refusal('sealed-expired');
  return payload;
}

const day = 24 * 60 * 60 * 1000;

/** In days. */
const [longestLife, farthestAhead] = [30, 1];

/**
 * The sender writes a file's dates, and without a limit it could stay valid forever. A key that waits in this machine's
 * own browser is not checked, so that a clock that was wrong for a moment cannot lose it.
 *
 * @throws Refusal `sealed-from-future`, `sealed-too-long`
 */
function checkDates({ created, expires }: SealedPayload): void {
  const [from, to] = [created.getTime(), expires.getTime()];
  if (from > Date.now() + farthestAhead * day) throw new Refusal('sealed-from-future');
  if (to <= from || to > from + longestLife * day)
    throw new Refusal('sealed-too-long', { most: longestLife });
}

/**
 * The text of an age file that was sealed to this machine, authenticated to its last byte.
 *
 * @throws Refusal `sealed-unreadable`, `identity-…`
 */
export async function decrypt(file: Uint8Array): Promise<string> {
  const plain = await firstThatOpens(file).catch((error: unknown) => {
    throw error instanceof Refusal && error.code === 'sealed-damaged' ? unreadable() : error;
  });
  if (!plain) throw unreadable();
  return new TextDecoder().decode(plain);
}

async function firstThatOpens(file: Uint8Array): Promise<Uint8Array | undefined> {
  for await (const { secretKey } of ownIdentities()) {
    const plain = await openWith(file, (decrypter) => decrypter.addIdentity(secretKey));
    if (plain) return plain;
  }
  return undefined;
}

function unreadable(): Refusal {
  return new Refusal('sealed-unreadable');
}

/** A key that came in a file from another person. */
export interface OpenedFile extends SealedPayload {
  /** Sender and receiver compare it: age does not say who sealed a file. */
  readonly confirmationCode: string;
}

interface Opened {
  readonly plain: Uint8Array;
  /** The recipient whose identity opened it; none for a passphrase. */
  readonly recipient?: string;
}

/**
 * Opens a file that `sealKey`, or the extension, made for a person. Nothing is returned before the last byte is
 * authenticated.
 *
 * @param bytes armored or binary
 * @param askPassphrase is called where the file is sealed to a passphrase
 * @throws Refusal `sealed-…`, `key-…`, `identity-…`, and what `askPassphrase` throws
 */
export async function openSealedFile(
  bytes: Uint8Array,
  askPassphrase: () => Promise<string>,
): Promise<OpenedFile> {
  const file = await binaryForm(bytes);
  const opened = (await asksForPassphrase(file))
    ? await openForPassphrase(file, await askPassphrase())
    : await openByIdentity(file);
  const text = textOf(opened.plain);
  const payload = decodePayload(text);
  await checkRecipient(payload, opened);
  checkDates(requireUnexpired(payload));
  return { ...payload, confirmationCode: await confirmationCode(text) };
}

async function openForPassphrase(file: Uint8Array, passphrase: string): Promise<Opened> {
  const plain = await openByPassphrase(file, passphrase);
  if (!plain) throw new Refusal('sealed-wrong-passphrase');
  return { plain };
}

async function openByIdentity(file: Uint8Array): Promise<Opened> {
  for await (const { recipient, secretKey } of openingIdentities()) {
    const plain = await openWith(file, (decrypter) => decrypter.addIdentity(secretKey));
    if (plain) return { plain, recipient };
  }
  throw new Refusal('sealed-other-recipient');
}

/** Whoever opens a file can seal its text to somebody else, so the text itself names its recipients. */
async function checkRecipient({ recipients }: SealedPayload, { recipient }: Opened): Promise<void> {
  const meant =
    recipient === undefined
      ? recipients?.length === 0
      : recipients?.includes(await recipientFingerprint(recipient));
  if (!meant) throw new Refusal('sealed-other-recipient');
}

function textOf(plain: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain);
  } catch {
    throw new Refusal('sealed-malformed');
  }
}

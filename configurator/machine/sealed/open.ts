import { confirmationCode } from '../../../shared/codes.ts';
import { recipientFingerprint } from '../../../shared/recipient.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { decodePayload, type SealedPayload } from '../../../shared/sealed-payload.ts';
import { ownIdentities } from '../identity/identity.ts';
import { openingIdentities } from '../identity/identity-file.ts';
import { asksForPassphrase, binaryForm, openByPassphrase, openWith } from './age-file.ts';

/**
 * Opens an age file that was sealed to this machine. Nothing of it is released before its last byte is authenticated.
 *
 * @throws Refusal `sealed-unreadable` where it is no such file, or was changed on its way; `sealed-malformed`,
 *   `sealed-newer`, `sealed-expired`; `key-…` where its key does not hold together; `identity-…`
 */
export async function openSealed(file: Uint8Array): Promise<SealedPayload> {
  return unexpired(decodePayload(await decrypt(file)));
}

/** Gives a payload back. @throws Refusal `sealed-expired` where it may not wait any longer */
export function unexpired(payload: SealedPayload): SealedPayload {
  if (payload.expires.getTime() <= Date.now()) throw new Refusal('sealed-expired');
  return payload;
}

const day = 24 * 60 * 60 * 1000;

/** In days. */
const [longestLife, farthestAhead] = [30, 1];

/**
 * Whoever seals a file writes its dates: without a limit it would stay open for as long as they like. A key that waits in
 * this machine's own browser is spared this, so that a clock that was wrong for a moment loses none.
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
  /** Both people see it: age does not say who sealed a file. */
  readonly confirmationCode: string;
}

interface Opened {
  readonly plain: Uint8Array;
  /** What opened it; none where that was a passphrase. */
  readonly recipient?: string;
}

/**
 * Opens a file that `sealKey`, or the extension, made for a person. Nothing of it is released before its last byte is
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
  checkDates(unexpired(payload));
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

/** Whoever opens a file can seal its text to another: inside it stands whom it was meant for. */
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

import * as v from 'valibot';
import { formatRecipient, parseRecipient, type Recipient } from '../../shared/recipient.ts';
import { Refusal } from '../../shared/refusal.ts';
import { dropEntries, storeEntry, validEntriesUnder } from '../storage.ts';

/** A colleague that keys can be sealed for, as stored. A recipient is public, so nothing here is secret. */
export const keptRecipient = v.strictObject({
  v: v.literal(1),
  recipient: v.pipe(v.string(), v.startsWith('age1')),
  name: v.string(),
}) satisfies v.GenericSchema<Recipient>;

/** One storage entry for each recipient, so that two changes never overwrite each other. */
const prefix = 'recipient:';

/** The colleagues whose code a person has compared, sorted by name. */
export async function recipients(): Promise<Recipient[]> {
  return (await validEntriesUnder(prefix, keptRecipient))
    .map(({ recipient, name }) => ({ recipient, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

/**
 * Stores a recipient whose code a person has compared, or renames a stored one.
 *
 * @throws Refusal `recipient-malformed`, `recipient-name`
 */
export async function keepRecipient(given: Recipient): Promise<void> {
  const { recipient, name } = parseRecipient(formatRecipient(given));
  await storeEntry(prefix + recipient, { v: 1, recipient, name });
}

export async function dropRecipient(recipient: string): Promise<void> {
  await dropEntries(prefix + recipient);
}

/**
 * Looks up chosen recipients: a key is sealed only for those whose code a person has compared.
 *
 * @throws Refusal `recipient-unknown` if one of them is not stored
 */
export async function knownRecipients(chosen: readonly string[]): Promise<Recipient[]> {
  const known = (await recipients()).filter(({ recipient }) => chosen.includes(recipient));
  if (known.length < new Set(chosen).size) throw new Refusal('recipient-unknown');
  return known;
}

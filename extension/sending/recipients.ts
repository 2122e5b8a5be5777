import * as v from 'valibot';
import { formatRecipient, parseRecipient, type Recipient } from '../../shared/recipient.ts';
import { Refusal } from '../../shared/refusal.ts';
import { dropEntries, readableUnder, storeEntry } from '../storage.ts';

/** A colleague whom keys are sealed for, as stored. A recipient is public: nothing here is a secret. */
export const keptRecipient = v.strictObject({
  v: v.literal(1),
  recipient: v.pipe(v.string(), v.startsWith('age1')),
  name: v.string(),
}) satisfies v.GenericSchema<Recipient>;

/** One entry of the storage for each recipient, so that two changes never write over each other. */
const prefix = 'recipient:';

/** The colleagues whose code a person has compared, by name. */
export async function recipients(): Promise<Recipient[]> {
  return (await readableUnder(prefix, keptRecipient))
    .map(({ recipient, name }) => ({ recipient, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

/**
 * Keeps a recipient whose code a person has compared, or gives one that is kept another name.
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
 * Those whom a key may be sealed for: none whose code nobody has compared.
 *
 * @throws Refusal `recipient-unknown` where one of them is not kept
 */
export async function knownRecipients(chosen: readonly string[]): Promise<Recipient[]> {
  const known = (await recipients()).filter(({ recipient }) => chosen.includes(recipient));
  if (known.length < new Set(chosen).size) throw new Refusal('recipient-unknown');
  return known;
}

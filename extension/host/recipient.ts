import * as v from 'valibot';
import { AnyRefusal, Refusal } from '../../shared/refusal.ts';
import type { Protection, ReplyBody } from '../../shared/wire.ts';
import { dropEntries, readEntry, storeEntry, validEntry } from '../storage.ts';
import { askHost } from './client.ts';

/** The host's recipient, pinned at the first connection: keys for the host are sealed to it. */
const pinnedEntry = 'recipient';
/** The recipient whose control code a person has compared with the configurator's. */
const comparedEntry = 'compared';
/** The recipient whose control code, according to the person, did not match. */
const distrustedEntry = 'distrusted';

/** The recipient that the person chose as the only one to open waiting keys. */
const soleEntry = 'sole';

/** The configurator that this browser talks to. */
export interface Connection {
  readonly version: string;
  readonly recipient: string;
  /** Whether a person has compared the control codes. */
  readonly isCompared: boolean;
}

/** A connection with the details that the settings show. */
export interface ConnectionDetails extends Connection {
  /** What protects the host's identity; missing if the host is too old to tell. */
  readonly protection?: Protection;
  /** Whether new keys are sealed to this configurator only. */
  readonly isSole: boolean;
}

/**
 * Contacts the host and returns its version and recipient. The first recipient is pinned: a program that later takes
 * the host's place has another one, and gets nothing until a person has compared the codes.
 *
 * @throws Refusal `host-changed`, with the recipient as `other`, if the host is not the first one, or a person rejected
 *   its code; those of `askHost`
 */
export async function meetHost(): Promise<Connection> {
  return acceptHello(await askHost('hello', {}));
}

/**
 * As `meetHost`, and also asks what protects the host's identity.
 *
 * @throws Refusal `keychain-silent` if the keychain does not answer now
 */
export async function inspectHost(): Promise<ConnectionDetails> {
  const hello = await askHost('hello', { protection: true }).catch((error: unknown) => {
    // A host too old for this question.
    if (error instanceof Refusal && error.code === 'message-invalid') return askHost('hello', {});
    throw error;
  });
  const connection = await acceptHello(hello);
  const { protection } = hello;
  const isSole = (await soleRecipient()) === connection.recipient;
  return { ...connection, ...(protection !== undefined && { protection }), isSole };
}

async function acceptHello({ version, recipient }: ReplyBody<'hello'>): Promise<Connection> {
  const known = await storedRecipients();
  if ((known[pinnedEntry] ?? recipient) !== recipient || known[distrustedEntry] === recipient) {
    // No message text contains this parameter: the window shows its control code.
    throw new AnyRefusal('host-changed', { other: recipient });
  }
  if (known[pinnedEntry] === undefined) await storeEntry(pinnedEntry, recipient);
  return { version, recipient, isCompared: known[comparedEntry] === recipient };
}

/** The pinned recipient; contacts the host if there is none yet. */
export async function hostRecipient(): Promise<string> {
  return (await storedRecipients())[pinnedEntry] ?? (await meetHost()).recipient;
}

/** The pinned recipient if nobody has compared its control code yet. */
export async function uncomparedRecipient(): Promise<string | undefined> {
  const known = await storedRecipients();
  return known[pinnedEntry] === known[comparedEntry] ? undefined : known[pinnedEntry];
}

/** The only recipient that can open new keys; `undefined` if this extension opens them too. */
export function soleRecipient(): Promise<string | undefined> {
  return validEntry(soleEntry, v.string());
}

/**
 * Chooses whether only the configurator can open new keys, or this extension too.
 *
 * @throws Refusal `host-unprotected` unless its code was compared and a keychain protects its identity; those of
 *   `inspectHost`
 */
export async function setOnlyConfigurator(isOn: boolean): Promise<void> {
  if (!isOn) return dropEntries(soleEntry);
  const { recipient, isCompared, protection } = await inspectHost();
  if (!isCompared || protection !== 'keychain') throw new Refusal('host-unprotected');
  await storeEntry(soleEntry, recipient);
}

/** Pins the host with this recipient: a person found that the codes match. */
export async function trustHost(recipient: string): Promise<void> {
  const wasSole = (await soleRecipient()) !== undefined;
  await forgetHost();
  await storeEntry(pinnedEntry, recipient);
  await storeEntry(comparedEntry, recipient);
  // A new host that is protected as well stays the only one that can open new keys.
  if (wasSole) await setOnlyConfigurator(true).catch(() => {});
}

/** Rejects the host with this recipient: a person found that the codes differ. */
export async function distrustHost(recipient: string): Promise<void> {
  await forgetHost();
  await storeEntry(distrustedEntry, recipient);
}

/** Forgets every host: the next one is pinned as the first. */
export async function forgetHost(): Promise<void> {
  await dropEntries(pinnedEntry, comparedEntry, distrustedEntry, soleEntry);
}

const names = [pinnedEntry, comparedEntry, distrustedEntry, soleEntry] as const;

type StoredRecipients = Partial<Record<(typeof names)[number], string>>;

async function storedRecipients(): Promise<StoredRecipients> {
  const stored = await Promise.all(names.map(async (name) => [name, await readEntry(name)] as const));
  return Object.fromEntries(stored.filter(([, value]) => typeof value === 'string'));
}

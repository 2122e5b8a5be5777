import { AnyRefusal, Refusal } from '../../shared/refusal.ts';
import type { Protection, ReplyBody } from '../../shared/wire.ts';
import { dropEntries, entryOf, storeEntry } from '../storage.ts';
import { askHost } from './client.ts';

/** The recipient that keys for the host are sealed to. */
const pinned = 'recipient';
/** The recipient whose control code a person has compared with the configurator's. */
const compared = 'compared';
/** The recipient of which a person has said that its code is another. */
const distrusted = 'distrusted';

/** The recipient that alone shall open what waits, as a person wants it. */
const sole = 'sole';

/** The configurator that this browser talks to. */
export interface Connection {
  readonly version: string;
  readonly recipient: string;
  /** A person has compared the control codes. */
  readonly isCompared: boolean;
}

/** As `Connection`, with what the settings say of it. */
export interface Guarded extends Connection {
  /** What protects the identity behind the recipient; left out where the host is too old to say it. */
  readonly protection?: Protection;
  /** What is kept from now on is sealed to this configurator alone. */
  readonly isSole: boolean;
}

/**
 * Meets the host and gives its version and the recipient that keys for it are sealed to. The first one is kept: a program that takes the
 * host's place later has another, and gets nothing until a person has compared the codes.
 *
 * @throws Refusal `host-changed`, with the recipient as `other`, where the host is not the one that was met first, or a
 *   person did not recognise it; what `askHost` throws
 */
export async function meetHost(): Promise<Connection> {
  return take(await askHost('hello', {}));
}

/**
 * As `meetHost`, and asks what protects the host's identity.
 *
 * @throws Refusal `keychain-silent` where it cannot be opened now
 */
export async function lookAtHost(): Promise<Guarded> {
  const hello = await askHost('hello', { protection: true }).catch((error: unknown) => {
    // A host that is older than the question.
    if (error instanceof Refusal && error.code === 'message-invalid') return askHost('hello', {});
    throw error;
  });
  const connection = await take(hello);
  const { protection } = hello;
  const isSole = (await soleRecipient()) === connection.recipient;
  return { ...connection, ...(protection !== undefined && { protection }), isSole };
}

async function take({ version, recipient }: ReplyBody<'hello'>): Promise<Connection> {
  const known = await kept();
  if ((known[pinned] ?? recipient) !== recipient || known[distrusted] === recipient) {
    // No sentence names it: the window shows its control code.
    throw new AnyRefusal('host-changed', { other: recipient });
  }
  if (known[pinned] === undefined) await storeEntry(pinned, recipient);
  return { version, recipient, isCompared: known[compared] === recipient };
}

/** The recipient of the host that was met first; meets it where none was. */
export async function hostRecipient(): Promise<string> {
  return (await kept())[pinned] ?? (await meetHost()).recipient;
}

/** The recipient whose control code nobody has compared yet; `undefined` where there is none. */
export async function uncomparedRecipient(): Promise<string | undefined> {
  const known = await kept();
  return known[pinned] === known[compared] ? undefined : known[pinned];
}

/** The recipient that alone shall open what is kept from now on; `undefined` where this extension opens it too. */
export async function soleRecipient(): Promise<string | undefined> {
  return (await kept())[sole];
}

/**
 * Has the configurator alone open what is kept from now on, or this extension too.
 *
 * @throws Refusal `host-unprotected` unless its code was compared, and a keychain has just opened its identity; as
 *   `lookAtHost` does
 */
export async function chooseSole(isOn: boolean): Promise<void> {
  if (!isOn) return dropEntries(sole);
  const { recipient, isCompared, protection } = await lookAtHost();
  if (!isCompared || protection !== 'keychain') throw new Refusal('host-unprotected');
  await storeEntry(sole, recipient);
}

/** Takes the host with this recipient for the right one, as a person has compared the codes. */
export async function trustHost(recipient: string): Promise<void> {
  const wasSole = (await soleRecipient()) !== undefined;
  await forgetHost();
  await storeEntry(pinned, recipient);
  await storeEntry(compared, recipient);
  // A host whose identity is another, and as well protected, goes on being the only one that opens what is kept.
  if (wasSole) await chooseSole(true).catch(() => {});
}

/** Takes the host with this recipient for a wrong one, as a person has compared the codes. */
export async function distrustHost(recipient: string): Promise<void> {
  await forgetHost();
  await storeEntry(distrusted, recipient);
}

/** Forgets every host that was met: the next one is met as the first. */
export async function forgetHost(): Promise<void> {
  await dropEntries(pinned, compared, distrusted, sole);
}

const names = [pinned, compared, distrusted, sole] as const;

type Kept = Partial<Record<(typeof names)[number], string>>;

async function kept(): Promise<Kept> {
  const stored = await Promise.all(names.map(async (name) => [name, await entryOf(name)] as const));
  return Object.fromEntries(stored.filter(([, value]) => typeof value === 'string'));
}

import { AnyRefusal } from '../../shared/refusal.ts';
import { dropEntries, entryOf, storeEntry } from '../storage.ts';
import { askHost } from './client.ts';

/** The recipient that keys for the host are sealed to. */
const pinned = 'recipient';
/** The recipient whose control code a person has compared with the configurator's. */
const compared = 'compared';
/** The recipient of which a person has said that its code is another. */
const distrusted = 'distrusted';

/** The configurator that this browser talks to. */
export interface Connection {
  readonly version: string;
  readonly recipient: string;
  /** A person has compared the control codes. */
  readonly isCompared: boolean;
}

/**
 * Meets the host and gives its version and the recipient that keys for it are sealed to. The first one is kept: a program that takes the
 * host's place later has another, and gets nothing until a person has compared the codes.
 *
 * @throws Refusal `host-changed`, with the recipient as `other`, where the host is not the one that was met first, or a
 *   person did not recognise it; what `askHost` throws
 */
export async function meetHost(): Promise<Connection> {
  const { version, recipient } = await askHost('hello', {});
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

/** Takes the host with this recipient for the right one, as a person has compared the codes. */
export async function trustHost(recipient: string): Promise<void> {
  await forgetHost();
  await storeEntry(pinned, recipient);
  await storeEntry(compared, recipient);
}

/** Takes the host with this recipient for a wrong one, as a person has compared the codes. */
export async function distrustHost(recipient: string): Promise<void> {
  await forgetHost();
  await storeEntry(distrusted, recipient);
}

/** Forgets every host that was met: the next one is met as the first. */
export async function forgetHost(): Promise<void> {
  await dropEntries(pinned, compared, distrusted);
}

type Kept = Partial<Record<typeof pinned | typeof compared | typeof distrusted, string>>;

async function kept(): Promise<Kept> {
  const names = [pinned, compared, distrusted] as const;
  const stored = await Promise.all(names.map(async (name) => [name, await entryOf(name)] as const));
  return Object.fromEntries(stored.filter(([, value]) => typeof value === 'string'));
}

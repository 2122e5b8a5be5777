import browser from 'webextension-polyfill';
import { Refusal } from '../../shared/refusal.ts';
import { ask } from './client.ts';

const name = 'recipient';

/** The configurator that this browser talks to. */
export interface Connection {
  readonly version: string;
  readonly recipient: string;
}

/**
 * Meets the host and gives its version and the recipient that keys for it are sealed to. The first one is kept: a program that takes the
 * host's place later has another, and gets nothing.
 *
 * @throws Refusal `host-changed` where the host is not the one that was met first; what `ask` throws
 */
export async function meetHost(): Promise<Connection> {
  const { version, recipient } = await ask('hello', {});
  const pinned = await pinnedRecipient();
  if (pinned === undefined) await browser.storage.local.set({ [name]: recipient });
  else if (pinned !== recipient) throw new Refusal('host-changed');
  return { version, recipient };
}

/** The recipient of the host that was met first; meets it where none was. */
export async function hostRecipient(): Promise<string> {
  return (await pinnedRecipient()) ?? (await meetHost()).recipient;
}

/** Forgets the host that was met first, for a person who has installed it anew: the next one is met as the first. */
export async function forgetHost(): Promise<void> {
  await browser.storage.local.remove(name);
}

async function pinnedRecipient(): Promise<string | undefined> {
  const pinned = (await browser.storage.local.get(name))[name];
  return typeof pinned === 'string' ? pinned : undefined;
}

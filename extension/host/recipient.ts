import browser from 'webextension-polyfill';
import { Refusal } from '../../shared/refusal.ts';
import { ask } from './client.ts';

const name = 'recipient';

/**
 * Meets the host and gives the recipient that keys for it are sealed to. The first one is kept: a program that takes the
 * host's place later has another, and gets nothing.
 *
 * @throws Refusal `host-changed` where the host is not the one that was met first; what `ask` throws
 */
export async function meetHost(): Promise<string> {
  const { recipient } = await ask('hello', {});
  const pinned = await pinnedRecipient();
  if (pinned === undefined) await browser.storage.local.set({ [name]: recipient });
  else if (pinned !== recipient) throw new Refusal('host-changed');
  return recipient;
}

/** The recipient of the host that was met first; meets it where none was. */
export async function hostRecipient(): Promise<string> {
  return (await pinnedRecipient()) ?? (await meetHost());
}

async function pinnedRecipient(): Promise<string | undefined> {
  const pinned = (await browser.storage.local.get(name))[name];
  return typeof pinned === 'string' ? pinned : undefined;
}

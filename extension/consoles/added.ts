import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { consoleHosts } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import { type AddedConsole, addedConsole } from './record.ts';

const name = 'consoles';

/** The consoles that were added, in the order of their hosts. */
export async function addedConsoles(): Promise<AddedConsole[]> {
  const stored = v.safeParse(v.array(addedConsole), (await browser.storage.local.get(name))[name]);
  return stored.success ? stored.output : [];
}

/** @throws Refusal `console-known` where its host is a console already */
export async function keepConsole(added: AddedConsole): Promise<void> {
  const others = await addedConsoles();
  const known = [...Object.values(consoleHosts), ...others.map(({ host }) => host)];
  if (known.includes(added.host)) throw new Refusal('console-known', { host: added.host });
  const all = [...others, added].toSorted((one, other) => one.host.localeCompare(other.host));
  await browser.storage.local.set({ [name]: all });
}

export async function dropConsole(host: string): Promise<void> {
  const others = (await addedConsoles()).filter((added) => added.host !== host);
  await browser.storage.local.set({ [name]: others });
}

import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { consoleHosts } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import { storeEntry, validEntry } from '../storage.ts';
import { type AddedConsole, addedConsole, originsOf } from './address.ts';

const name = 'consoles';

/** The consoles that a person added, sorted by host. */
export async function addedConsoles(): Promise<AddedConsole[]> {
  return (await validEntry(name, v.array(addedConsole))) ?? [];
}

/** @throws Refusal `console-known` if its host is already a console */
async function keepConsole(added: AddedConsole): Promise<void> {
  const others = await addedConsoles();
  const known = [...Object.values(consoleHosts), ...others.map(({ host }) => host)];
  if (known.includes(added.host)) throw new Refusal('console-known', { host: added.host });
  const all = [...others, added].toSorted((one, other) => one.host.localeCompare(other.host));
  await storeEntry(name, all);
}

async function dropConsole(host: string): Promise<void> {
  const others = (await addedConsoles()).filter((added) => added.host !== host);
  await storeEntry(name, others);
}

/** The same script and options as the manifest declares for Payline's own consoles. */
export const script = { js: ['console.js'], runAt: 'document_start', allFrames: true } as const;

/**
 * Starts watching one more console. The browser must have granted the permission for its host.
 *
 * @throws Refusal `console-not-allowed` without that permission; `console-known`
 */
export async function watchConsole(added: AddedConsole): Promise<void> {
  if (!(await isAllowed(added))) throw new Refusal('console-not-allowed', { host: added.host });
  await keepConsole(added);
  await registerConsoles();
}

/** Stops watching a console and gives the permission for it back. */
export async function leaveConsole(host: string): Promise<void> {
  await dropConsole(host);
  await registerConsoles();
  await browser.permissions.remove(originsOf(host));
}

/**
 * Registers the script for all added consoles that the browser permits, and for no other host. Called again after an
 * update, which removes the registrations, and after a permission changes in the browser's settings.
 */
export function registerConsoles(): Promise<void> {
  lastRegistration = lastRegistration.then(register, register);
  return lastRegistration;
}

/**
 * Runs one registration at a time: the browser's start and an update may both ask for one, and registering a script
 * twice fails.
 */
let lastRegistration = Promise.resolve();

async function register(): Promise<void> {
  const allowedHosts = await allowedConsoles();
  const registered = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const surplus = registered.filter((id) => !allowedHosts.includes(id));
  if (surplus.length > 0) await browser.scripting.unregisterContentScripts({ ids: surplus });
  const missing = allowedHosts.filter((host) => !registered.includes(host));
  await browser.scripting.registerContentScripts(
    missing.map((host) => ({ ...script, js: [...script.js], id: host, matches: originsOf(host).origins })),
  );
}

/** The hosts that may be watched now. The others stay stored: the permission may come back. */
async function allowedConsoles(): Promise<string[]> {
  const allowed: string[] = [];
  for (const added of await addedConsoles()) if (await isAllowed(added)) allowed.push(added.host);
  return allowed;
}

function isAllowed({ host }: AddedConsole): Promise<boolean> {
  return browser.permissions.contains(originsOf(host));
}

import * as v from 'valibot';
import { type Environment, environments } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';

/** A console that a person added: its exact host, and the environment of its keys. */
export const addedConsole = v.strictObject({ host: v.string(), environment: v.picklist(environments) });

export type AddedConsole = v.InferOutput<typeof addedConsole>;

/** As `environmentOfUrl`, for added consoles. */
export function environmentOfAdded(url: string, added: readonly AddedConsole[]): Environment | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin } = new URL(url);
  return added.find(({ host }) => origin === `https://${host}`)?.environment;
}

const label = '[a-z0-9]([a-z0-9-]*[a-z0-9])?';
/** At least two labels, the last one not a number: a public host name, not an IP address. */
const hostName = new RegExp(`^(${label}\\.)+(?!\\d+$)${label}$`);

/**
 * Reads what a person typed or pasted as the address of a console.
 *
 * @returns its exact host, without port or path, as the browser writes it
 * @throws Refusal `console-address` if it is not https, contains a port or a user, or is not a single host
 */
export function hostOfAddress(typed: string): string {
  const text = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) throw new Refusal('console-address');
  const { protocol, hostname, port, username, password } = new URL(address);
  const isPlain = protocol === 'https:' && !port && !username && !password;
  if (!isPlain || !hostName.test(hostname)) throw new Refusal('console-address');
  return hostname;
}

/** The permission needed to watch this one host: all its pages, and no other host. */
export function originsOf(host: string): { origins: string[] } {
  return { origins: [`https://${host}/*`] };
}

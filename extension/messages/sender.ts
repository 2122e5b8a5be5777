import type { Runtime } from 'webextension-polyfill';
import { type Environment, environmentOfUrl } from '../../shared/environment.ts';
import { type AddedConsole, environmentOfAdded } from '../consoles/address.ts';

/** Who sent a message, as the browser reports it. Only the page's origin determines the environment. */
export type Sender =
  | { readonly kind: 'console'; readonly environment: Environment; readonly origin: string }
  | { readonly kind: 'window' };

/** Adds the property that the type package does not have yet. */
type ReportedSender = Runtime.MessageSender & { readonly origin?: string };

/**
 * Identifies a sender.
 *
 * @param self this extension's id and origin
 * @param added the consoles that a person added
 * @returns `undefined` for everyone else: another extension, another site, a frame from another site or inside one
 */
export function identify(
  { id, origin, url, frameId, tab }: ReportedSender,
  self: { readonly id: string; readonly origin: string },
  added: readonly AddedConsole[] = [],
): Sender | undefined {
  if (id !== self.id || origin === undefined || !url || originOf(url) !== origin) return undefined;
  if (origin === self.origin) return { kind: 'window' };
  const environment = environmentOfUrl(origin) ?? environmentOfAdded(origin, added);
  const isInTab = tab?.id !== undefined && frameId !== undefined;
  const isTopOrSameOrigin = frameId === 0 || originOf(tab?.url ?? '') === origin;
  return environment && isInTab && isTopOrSameOrigin ? { kind: 'console', environment, origin } : undefined;
}

function originOf(url: string): string | undefined {
  const scheme = /^(?:chrome|moz)-extension:\/\/[^/]+/.exec(url);
  if (scheme) return scheme[0];
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

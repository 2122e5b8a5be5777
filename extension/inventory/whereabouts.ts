import type { Environment } from '../../shared/environment.ts';
import type { Installed } from '../outbox/record.ts';
import type { InventoryKey } from './record.ts';

/**
 * Finds the installations of a key of the list, which knows no more of its value than the last three characters: by its
 * reference, or else where these three can mean one key only.
 *
 * @param keys all keys of the list in that environment
 * @returns none also where it cannot be told
 */
export function installationsOf(
  key: InventoryKey,
  environment: Environment,
  keys: readonly InventoryKey[],
  installed: readonly Installed[],
): readonly Installed[] {
  const alike = installed.filter(
    (other) => other.key.environment === environment && other.key.masked.slice(-3) === key.lastThree,
  );
  const named = alike.filter((other) => key.reference !== '' && other.key.reference === key.reference);
  if (named.length > 0) return named;
  // Where both have a reference, they are two keys.
  const nameless = alike.filter((other) => key.reference === '' || other.key.reference === '');
  const fingerprints = new Set(alike.map((other) => other.key.fingerprint));
  const rows = keys.filter(({ lastThree }) => lastThree === key.lastThree);
  return fingerprints.size === 1 && rows.length === 1 ? nameless : [];
}

import type { Environment } from '../../shared/environment.ts';
import type { InventoryKey } from './record.ts';

/** A place where a key is, and what is known of the key there. An unknown reference or fingerprint is empty. */
export interface KnownPlace {
  readonly environment: Environment;
  readonly reference: string;
  readonly masked: string;
  readonly fingerprint: string;
  readonly name: string;
  /** Missing for a key that waits in the outbox. */
  readonly project?: string;
}

/**
 * Finds the row of the list that shows a key.
 *
 * @returns `undefined` if there is none, or more than one
 */
export function rowOf(
  key: Omit<KnownPlace, 'name'>,
  keys: readonly InventoryKey[],
): InventoryKey | undefined {
  const place = { ...key, name: '' };
  const rows = keys.filter((row) => placesOf(row, key.environment, keys, [place]).length > 0);
  return rows.length === 1 ? rows[0] : undefined;
}

/**
 * Finds the places of a key of the list, which only has the last three characters of the value: by its reference, or
 * otherwise if only one key can have these three characters.
 *
 * @param keys all keys of the list in that environment
 * @returns empty also if the key cannot be identified
 */
export function placesOf(
  key: InventoryKey,
  environment: Environment,
  keys: readonly InventoryKey[],
  places: readonly KnownPlace[],
): readonly KnownPlace[] {
  const sameEnding = places.filter(
    (place) => place.environment === environment && place.masked.slice(-3) === key.lastThree,
  );
  const sameReference = sameEnding.filter(
    ({ reference }) => key.reference !== '' && reference === key.reference,
  );
  // The same key may also be in a place where its reference is not known.
  const sameReferenceFingerprints = new Set(
    sameReference.map(({ fingerprint }) => fingerprint).filter((print) => print !== ''),
  );
  if (sameReference.length > 0) {
    return sameEnding.filter(
      (place) => sameReference.includes(place) || sameReferenceFingerprints.has(place.fingerprint),
    );
  }
  // Two different references belong to two keys.
  const withoutConflict = sameEnding.filter(({ reference }) => key.reference === '' || reference === '');
  const fingerprints = new Set(sameEnding.map(({ fingerprint }) => fingerprint));
  const rows = keys.filter(({ lastThree }) => lastThree === key.lastThree);
  return fingerprints.size === 1 && rows.length === 1 ? withoutConflict : [];
}

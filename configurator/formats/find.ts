import { Refusal } from '../../shared/refusal.ts';
import type { Entry } from './format.ts';

/**
 * Takes the only entry of those that an address may mean.
 *
 * @returns `undefined` where there is none
 * @throws Refusal `entry-duplicate` with the lines where there are several
 */
export function onlyOne<E extends Entry>(found: readonly E[], address: string, file: string): E | undefined {
  if (found.length > 1) {
    throw new Refusal('entry-duplicate', { file, address, lines: found.map(({ line }) => line).join(', ') });
  }
  return found[0];
}

/**
 * Finds the entry of exactly this address, for formats whose addresses have one spelling.
 *
 * @returns `undefined` where there is none
 * @throws Refusal `entry-duplicate` with the lines
 */
export function findExact<E extends Entry>(
  entries: readonly E[],
  address: string,
  file: string,
): E | undefined {
  return onlyOne(
    entries.filter((entry) => entry.address === address),
    address,
    file,
  );
}

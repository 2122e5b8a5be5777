import { Refusal } from '../../../shared/refusal.ts';
import { onlyOne } from '../find.ts';
import type { Entry } from '../format.ts';
import type { TitledContext } from '../slot.ts';
import { parseXmlAddress } from './address.ts';
import { type AttributeValue, matchesAddress } from './match.ts';

/** Looks attributes up by address. The table is made at the first question: most addresses ask none. */
export function attributeValues(entries: readonly Entry[]): AttributeValue {
  let values: ReadonlyMap<string, string | undefined> | undefined;
  return (address) => {
    values ??= new Map(entries.map((entry) => [entry.address, entry.value]));
    return values.get(address);
  };
}

/**
 * Finds the one entry that an address means.
 *
 * @throws Refusal `address-malformed`; `entry-duplicate` where several fit, with their lines
 */
export function findByXmlAddress<E extends Entry>(
  entries: readonly E[],
  address: string,
  { file, title: format }: TitledContext,
): E | undefined {
  const wanted = parseXmlAddress(address);
  if (!wanted) throw new Refusal('address-malformed', { file, address, format });
  const textOf = attributeValues(entries);
  const last = wanted.attribute ?? wanted.steps.at(-1)?.name ?? '';
  const found = entries.filter((entry) => {
    // Few addresses hold the last name, and reading one takes much longer than looking for it.
    const path = entry.address.includes(last) ? parseXmlAddress(entry.address) : undefined;
    return path !== undefined && matchesAddress(wanted, path, textOf);
  });
  return onlyOne(found, address, file);
}

import { Refusal } from '../../../shared/refusal.ts';
import type { Entry, FormatContext } from '../format.ts';
import { type Address, matcher, type Path, parseAddress } from '../path-address.ts';
import { onlyOne } from '../slot.ts';
import { title } from './parse.ts';

/** The word for what a file exports as a whole. No variable can have this name. */
export const exported = 'default';

/** A path into what the file exports as a whole. */
function intoExport(address: Address): Address {
  return { ...address, segments: [exported, ...address.segments] };
}

/** @throws Refusal `address-malformed` */
export function parseScriptAddress(address: string, file: string): Address {
  const parsed = parseAddress(address);
  if (parsed && parsed.document === undefined) return parsed;
  throw new Refusal('address-malformed', { file, address, format: title });
}

/**
 * Finds the entry that an address means:
 *
 *     ACCESS_KEY                  a constant or variable; else a member of what the file exports
 *     payline.accessKey           a member of the object in `payline`; else of what the file exports
 *     Settings.ACCESS_KEY         a static field of the class, a member of the enumeration
 *     default.payline.accessKey   a member of what `export default` or `module.exports` gives, and of nothing else; also
 *                                 of a variable that it gives by its name
 *
 * Entries carry the full form.
 *
 * @returns `undefined` where there is none
 * @throws Refusal `address-malformed`, `entry-duplicate` with the lines
 */
export function findScript<E extends Entry>(
  entries: readonly E[],
  address: string,
  { file }: FormatContext,
): E | undefined {
  const wanted = parseScriptAddress(address, file);
  const meanings = [matcher(wanted), matcher(intoExport(wanted))];
  const fits = (path: Path) => meanings.some((matches) => matches(path));
  return onlyOne(
    entries.filter(({ address: full, also = full }) =>
      [full, also].some((each) => fits(parseAddress(each) ?? { segments: [] })),
    ),
    address,
    file,
  );
}

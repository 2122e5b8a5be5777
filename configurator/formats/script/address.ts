import { Refusal } from '../../../shared/refusal.ts';
import type { Entry, FormatContext } from '../format.ts';
import { type Address, matcher, type Path, parseAddress } from '../path-address.ts';
import { onlyOne } from '../slot.ts';
import { title } from './parse.ts';

/** The address of a file's export as a whole. No variable can have this name. */
export const exported = 'default';

/** The address inside the file's export. */
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
 * Finds the entry at an address:
 *
 *     ACCESS_KEY                  a constant or variable; else a member of the export
 *     payline.accessKey           a member of the object in `payline`; else of the export
 *     Settings.ACCESS_KEY         a static field of the class, a member of the enumeration
 *     default.payline.accessKey   only a member of `export default` or `module.exports`, or of a variable that is
 *                                 exported by its name
 *
 * Entries have the full form.
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

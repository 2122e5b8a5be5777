import { Refusal } from '../../../shared/refusal.ts';
import type { Entry } from '../format.ts';
import { type Address, flat, parseAddress, printPath, type Segment } from '../path-address.ts';
import { onlyOne, type TitledContext } from '../slot.ts';
import type { Pair } from './dialect.ts';
import { dialectOf } from './dialects.ts';

/** A section, '' before the first one; a key; the member that `key[member]` names. */
export type IniPath = readonly [section: string, ...key: Segment[]];

/** The canonical address of a pair: a key before the first section has no section name. */
export function addressOf({ section, key, member }: Pair): string {
  if (member !== undefined) return printPath({ segments: [section, key, member] });
  return printPath({ segments: section === '' ? [key] : [section, key] });
}

/** The path in an entry's address. */
export function pathOf({ address }: Pick<Entry, 'address'>): IniPath {
  const segments = parseAddress(address)?.segments ?? [address];
  return segments.length === 1 ? ['', ...segments] : [String(segments[0]), ...segments.slice(1)];
}

/**
 * Reads an address.
 *
 * @throws Refusal `address-malformed`
 */
export function readAddress(address: string, { file, title: format }: TitledContext): Address {
  // `env[NAME]`, as the file has it.
  const wanted = parseAddress(address.replace(/\[([A-Za-z_][\w-]*)\]$/, '.$1'));
  if (!wanted || wanted.document !== undefined || typeof wanted.segments[0] === 'number') {
    throw new Refusal('address-malformed', { file, address, format });
  }
  return wanted;
}

/** Prints paths in the form in which they are compared with this address. */
export function spellerOf({ quoted }: Address): (segments: readonly Segment[]) => string {
  return quoted ? (segments) => printPath({ segments }) : flat;
}

/**
 * Finds the one entry at an address: `section.key`, or `key` in any section, as a reader that ignores sections finds it;
 * `"".key` is a key before the first section.
 *
 * @throws Refusal `address-malformed`; `entry-duplicate` where several fit, with their lines; `entry-not-literal` where
 *   the key holds a list
 */
export function findByIniAddress<E extends Entry>(
  entries: readonly E[],
  address: string,
  context: TitledContext,
): E | undefined {
  const wanted = readAddress(address, context);
  const { fold } = dialectOf(context);
  const fits = fitting(wanted, fold);
  const name = hintOf(wanted, fold);
  const members: E[] = [];
  const found = entries.filter((entry) => {
    // A quick test first: few addresses contain the name, and parsing one is slow.
    if (!fold(entry.address).includes(name)) return false;
    const path = pathOf(entry);
    if (fits(path)) return true;
    if (path.length > 2 && fits([path[0], ...path.slice(1, -1)])) members.push(entry);
    return false;
  });
  const { file } = context;
  const [member] = members;
  // A later list hides an earlier text, and a later text an earlier list.
  if (found.length > 0) return onlyOne([...found, ...members], address, file);
  if (member) throw new Refusal('entry-not-literal', { file, address, line: member.line });
  return undefined;
}

/** A text that every matching address contains. */
function hintOf({ segments }: Address, fold: (key: string) => string): string {
  const last = segments.findLast((segment) => typeof segment === 'string') ?? '';
  return fold(/[\w-]*$/.exec(last)?.[0] ?? '');
}

/** Keys are compared as the reader does, sections letter by letter. */
function fitting(wanted: Address, fold: (key: string) => string): (path: IniPath) => boolean {
  const spell = spellerOf(wanted);
  const exact = spell(wanted.segments);
  const folded = fold(exact);
  return (path) => {
    const [section, ...key] = path;
    if (folded === fold(spell(key))) return true;
    return folded === fold(spell(path)) && exact.startsWith(spell([section]));
  };
}

import { type Field, mask, secretFields } from '../../shared/access-key.ts';
import type { DiffLine } from '../../shared/wire.ts';
import type { Assignment, Entry, Format, FormatContext } from '../formats/format.ts';

/** An assignment with its field of the key. */
export interface PlannedAssignment extends Assignment {
  readonly field: Field;
}

/** What was assigned in one file, and its entries before and after. It contains secrets: never print it. */
interface Change {
  readonly format: Format;
  readonly context: FormatContext;
  readonly assignments: readonly PlannedAssignment[];
  readonly original: readonly Entry[];
  readonly entries: readonly Entry[];
}

/** Old values that may be shown, because they look like values of the field. */
const harmless: Partial<Record<Field, RegExp>> = {
  merchantId: /^\d{1,14}$/,
  environment: /^(?:homo\w{0,12}|prod\w{0,12}|test|int|dev|true|false|[01])$/i,
};

/** Of a value with fewer characters than this, the last three reveal too much. */
const shortestMasked = 8;

/**
 * The changes of one file, entry by entry, in the order of the file. A diff line has only the address and the value, never
 * the rest of the file's line, which may be another secret, and never a value that a secret field has or had in clear.
 * Places that share an entry's value through a reference are shown after it.
 */
export function maskedDiff({ assignments, original, entries, format, context }: Change): DiffLine[] {
  const linesOf = (assignment: PlannedAssignment): DiffLine[] => {
    const { address, field } = assignment;
    const now = format.find(entries, address, context);
    const newValue = now?.ciphertext === undefined ? (now?.constant ?? now?.value) : assignment.value;
    if (now === undefined || newValue === undefined) return [];
    const after = { line: now.line, text: `${address} = ${shown(field, newValue)}` };
    const old = format.find(original, address, context);
    if (now.ciphertext === undefined && entryValue(old) === newValue) return [{ ...after, sign: 'same' }];
    const added: DiffLine = { ...after, sign: 'added' };
    if (old === undefined) return [added];
    const before = shownBefore(field, old);
    const removed: DiffLine = { sign: 'removed', line: old.line, text: `${address} = ${before}` };
    const followers = followersOf(now, entries).flatMap((place): DiffLine[] => [
      { sign: 'removed', line: place.line, text: `${place.address} = ${before}` },
      { sign: 'added', line: place.line, text: `${place.address} = ${shown(field, newValue)}` },
    ]);
    return [removed, added, ...followers];
  };
  return assignments
    .map(linesOf)
    .sort((a, b) => lineOf(a) - lineOf(b))
    .flat();
}

/** The line of an entry, after the change where it has one then. */
function lineOf(lines: readonly DiffLine[]): number {
  return lines.find(({ sign }) => sign !== 'removed')?.line ?? 0;
}

/** The places that share an entry's value, through a reference to it or to a collection that contains it. */
function followersOf({ address }: Entry, entries: readonly Entry[]): Pick<Entry, 'address' | 'line'>[] {
  return entries.flatMap(({ follows, line, ...follower }) => {
    if (follows === undefined || !address.startsWith(follows)) return [];
    const rest = address.slice(follows.length);
    return /^(?:$|[.[])/.test(rest) ? [{ line, address: `${follower.address}${rest}` }] : [];
  });
}

function entryValue(entry: Entry | undefined): string | undefined {
  return entry?.constant ?? entry?.value;
}

function shown(field: Field, value: string): string {
  return secretFields.has(field) ? mask(value) : value;
}

function shownBefore(field: Field, { value, constant, ciphertext }: Entry): string {
  if (constant !== undefined) return constant;
  return ciphertext === undefined ? shownOld(field, value ?? '') : mask('');
}

/** An old value of a file for display, masked unless it looks like a value of a field that is not secret. */
export function shownOld(field: Field, value: string): string {
  if (value === '') return '""';
  if (harmless[field]?.test(value)) return value;
  return value.length < shortestMasked ? mask('') : mask(value);
}

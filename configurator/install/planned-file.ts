import { type AccessKey, type Field, mask, secretFields } from '../../shared/access-key.ts';
import type { Environment } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { DiffLine } from '../../shared/wire.ts';
import { refuseForeignValue } from '../formats/foreign-value.ts';
import type { Assignment, Entry, Format, FormatContext } from '../formats/format.ts';
import { type Rewrite, rewrite } from '../formats/rewrite.ts';
import { environmentSign, saysPayline } from '../project/environment-signs.ts';
import { givenValue, projectFileConflict, type SameFileTargets, type Setting } from '../project/project.ts';
import { merchantIn } from './merchant-change.ts';
import { readingOf } from './targets/reading.ts';
import type { Snapshot } from './targets/snapshot.ts';

/** An assignment with its field of the key. */
interface PlannedAssignment extends Assignment {
  readonly field: Field;
}

/** One file of a plan, before and after. It contains secrets: never print it. */
export interface PlannedFile {
  /** As the project names it. */
  readonly file: string;
  readonly snapshot: Snapshot;
  readonly format: Format;
  readonly context: FormatContext;
  readonly assignments: readonly PlannedAssignment[];
  readonly rewrite: Pick<Rewrite, 'bytes' | 'changed' | 'encrypted'>;
  /** The fields of the key that it will contain. */
  readonly fields: readonly Field[];
  /** The merchants that it names now, without placeholders. */
  readonly merchants: readonly string[];
  /** The masked diff. */
  readonly diff: readonly DiffLine[];
  /** Messages about values in the file that contradict the key's environment and are not changed. */
  readonly notices: readonly Refusal[];
}

/**
 * Plans one file: all settings of its targets, in one rewrite.
 *
 * @param other the addresses that the project sets in the same file for the other environment
 * @throws Refusal of the format; `format-unknown`, `kit-unrecognised`, `project-file-…`
 */
export async function planFile(
  snapshot: Snapshot,
  targets: SameFileTargets,
  key: AccessKey,
  other: FormatContext['other'],
): Promise<PlannedFile> {
  const { format, context: read, settings } = await readingOf(snapshot, targets);
  const context = { ...read, ...(other && { other }) };
  const assignments = assign(settings, key);
  const [{ kit }] = targets;
  // A plan may have a thousand files, so only what is needed later is kept, not their entries.
  const { bytes, changed, encrypted, original, entries } = rewrite(
    format,
    snapshot.bytes,
    assignments,
    context,
  );
  refuseForeignValues(context.file, assignments, original, (entries, address) =>
    format.find(entries, address, context),
  );
  const written = assignments.filter(({ address }) => format.find(entries, address, context));
  return {
    file: context.file,
    snapshot,
    format,
    context,
    assignments,
    rewrite: { bytes, changed, encrypted },
    fields: [...new Set(written.map(({ field }) => field))],
    merchants: assignments.flatMap(({ address, field }) => {
      const current = format.find(original, address, context)?.value;
      return (current !== undefined && merchantIn(field, current)) || [];
    }),
    diff: maskedDiff({ format, context, assignments, original, entries }),
    notices: contradictingFlags(
      context.file,
      entries,
      written.map(({ address }) => format.find(entries, address, context)),
      key.environment,
      kit !== undefined,
    ),
  };
}

type Find = (entries: readonly Entry[], address: string) => Entry | undefined;

/** @throws Refusal `target-encrypted`, `entry-reference` where the value to replace is not in clear */
function refuseForeignValues(
  file: string,
  assignments: readonly Assignment[],
  original: readonly Entry[],
  find: Find,
): void {
  for (const { address, field } of assignments) {
    const entry = field === 'environment' ? undefined : find(original, address);
    if (entry) refuseForeignValue(file, entry);
  }
}

/**
 * Flags in a file for another environment than the key's that no target sets: with them the program would send the key to
 * the wrong server, or keep using the key of the other branch.
 *
 * @param ofPayline the whole file belongs to a kit
 */
function contradictingFlags(
  file: string,
  entries: readonly Entry[],
  set: readonly (Entry | undefined)[],
  environment: Environment,
  ofPayline: boolean,
): Refusal[] {
  return entries.flatMap((entry) => {
    // Only one branch of a condition is used.
    if (set.includes(entry) || entry.address.includes('@')) return [];
    const sign = environmentSign(entry, ofPayline || saysPayline(file));
    if (sign?.environment === undefined || sign.environment === environment) return [];
    const { address, line, value: said } = sign;
    return [new Refusal('flag-contradicts', { file, line, address, said, environment })];
  });
}

function assign(settings: readonly Setting[], key: AccessKey): PlannedAssignment[] {
  const assignments = new Map<string, PlannedAssignment>();
  for (const setting of settings) {
    const { address, field, optional, line } = setting;
    const value = givenValue(setting, key);
    const before = assignments.get(address);
    if (before && before.value !== value) throw projectFileConflict(line, address);
    assignments.set(address, { address, field, value, optional: optional && before?.optional !== false });
  }
  return [...assignments.values()];
}

type Change = Pick<PlannedFile, 'assignments' | 'format' | 'context'> & Pick<Rewrite, 'original' | 'entries'>;

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
function maskedDiff({ assignments, original, entries, format, context }: Change): DiffLine[] {
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

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

/** An assignment that says which field of the key it holds. */
interface PlannedAssignment extends Assignment {
  readonly field: Field;
}

/** One file of a plan: as it is and as it will be. Holds secrets: never print it. */
export interface PlannedFile {
  /** As the project names it. */
  readonly file: string;
  readonly snapshot: Snapshot;
  readonly format: Format;
  readonly context: FormatContext;
  readonly assignments: readonly PlannedAssignment[];
  readonly rewrite: Pick<Rewrite, 'bytes' | 'changed' | 'encrypted'>;
  /** The fields that it will hold. */
  readonly fields: readonly Field[];
  /** The merchants that it names now, placeholders left out. */
  readonly merchants: readonly string[];
  /** What may be shown of the change. */
  readonly diff: readonly DiffLine[];
  /** What the file goes on saying against the key's environment. */
  readonly notices: readonly Refusal[];
}

/**
 * Plans one file: all that its targets set, in one rewrite.
 *
 * @param other what the project sets in the same file for the other environment
 * @throws Refusal what the format refuses; `format-unknown`, `kit-unrecognised`, `project-file-…`
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
  // Of a thousand files, only what is asked for later is kept: not what each says.
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
      const held = format.find(original, address, context)?.value;
      return (held !== undefined && merchantIn(field, held)) || [];
    }),
    diff: maskedDiff({ format, context, assignments, original, entries }),
    notices: flagsAgainst(
      context.file,
      entries,
      written.map(({ address }) => format.find(entries, address, context)),
      key.environment,
      kit !== undefined,
    ),
  };
}

type Find = (entries: readonly Entry[], address: string) => Entry | undefined;

/** @throws Refusal `target-encrypted`, `entry-reference` where what would be replaced is no value in clear */
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
 * What a file says of another environment than the key's, in places that nothing sets: the program would send the key to
 * the wrong server, or go on with the key of the other branch.
 *
 * @param ofPayline the whole file belongs to a kit
 */
function flagsAgainst(
  file: string,
  entries: readonly Entry[],
  set: readonly (Entry | undefined)[],
  environment: Environment,
  ofPayline: boolean,
): Refusal[] {
  return entries.flatMap((entry) => {
    // Of the branches of a condition, only one is used.
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

/** Values that may be shown where they are about to be replaced: they look like what the field holds. */
const harmless: Partial<Record<Field, RegExp>> = {
  merchantId: /^\d{1,14}$/,
  environment: /^(?:homo\w{0,12}|prod\w{0,12}|test|int|dev|true|false|[01])$/i,
};

/** With fewer characters than this, the last three of a value say too much of it. */
const shortestMasked = 8;

/**
 * What a plan does to one file, entry by entry, in the order of the file. A line says address and value only, never
 * what else stands on the file's line, as that may be another secret; and no value that a secret field has or had. Places
 * that follow an entry by a reference are shown after it.
 */
function maskedDiff({ assignments, original, entries, format, context }: Change): DiffLine[] {
  const linesOf = (assignment: PlannedAssignment): DiffLine[] => {
    const { address, field } = assignment;
    const now = format.find(entries, address, context);
    const said = now?.ciphertext === undefined ? (now?.constant ?? now?.value) : assignment.value;
    if (now === undefined || said === undefined) return [];
    const after = { line: now.line, text: `${address} = ${shown(field, said)}` };
    const old = format.find(original, address, context);
    if (now.ciphertext === undefined && saidBy(old) === said) return [{ ...after, sign: 'same' }];
    const added: DiffLine = { ...after, sign: 'added' };
    if (old === undefined) return [added];
    const before = shownBefore(field, old);
    const removed: DiffLine = { sign: 'removed', line: old.line, text: `${address} = ${before}` };
    const followers = followersOf(now, entries).flatMap((place): DiffLine[] => [
      { sign: 'removed', line: place.line, text: `${place.address} = ${before}` },
      { sign: 'added', line: place.line, text: `${place.address} = ${shown(field, said)}` },
    ]);
    return [removed, added, ...followers];
  };
  return assignments
    .map(linesOf)
    .sort((a, b) => lineOf(a) - lineOf(b))
    .flat();
}

/** Where an entry stands, or will stand. */
function lineOf(lines: readonly DiffLine[]): number {
  return lines.find(({ sign }) => sign !== 'removed')?.line ?? 0;
}

/** Where an entry is read too, by a reference to it or to a collection that has it: what changes in it changes there. */
function followersOf({ address }: Entry, entries: readonly Entry[]): Pick<Entry, 'address' | 'line'>[] {
  return entries.flatMap(({ follows, line, ...follower }) => {
    if (follows === undefined || !address.startsWith(follows)) return [];
    const rest = address.slice(follows.length);
    return /^(?:$|[.[])/.test(rest) ? [{ line, address: `${follower.address}${rest}` }] : [];
  });
}

function saidBy(entry: Entry | undefined): string | undefined {
  return entry?.constant ?? entry?.value;
}

function shown(field: Field, value: string): string {
  return secretFields.has(field) ? mask(value) : value;
}

function shownBefore(field: Field, { value, constant, ciphertext }: Entry): string {
  if (constant !== undefined) return constant;
  return ciphertext === undefined ? shownOld(field, value ?? '') : mask('');
}

/** A value that stands in a file, masked unless it looks like what the field holds and is no secret. */
export function shownOld(field: Field, value: string): string {
  if (value === '') return '""';
  if (harmless[field]?.test(value)) return value;
  return value.length < shortestMasked ? mask('') : mask(value);
}

import type { AccessKey, Field } from '../../shared/access-key.ts';
import type { Environment } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { DiffLine } from '../../shared/wire.ts';
import { refuseForeignValue } from '../formats/foreign-value.ts';
import type { Assignment, Entry, Format, FormatContext } from '../formats/format.ts';
import { type Rewrite, rewrite } from '../formats/rewrite.ts';
import { environmentSign, saysPayline } from '../project/environment-signs.ts';
import { givenValue, projectFileConflict, type SameFileTargets, type Setting } from '../project/project.ts';
import { maskedDiff, type PlannedAssignment } from './masked-diff.ts';
import { merchantIn } from './merchant-change.ts';
import { readingOf } from './targets/reading.ts';
import type { Snapshot } from './targets/snapshot.ts';

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

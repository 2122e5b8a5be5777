import type { AccessKey, Field } from '../../shared/access-key.ts';
import type { DiffLine } from '../../shared/wire.ts';
import type { Assignment, Format, FormatContext } from '../formats/format.ts';
import { type Rewrite, rewrite } from '../formats/rewrite.ts';
import type { Setting, Target } from '../project/project.ts';
import { givenValue } from './given-value.ts';
import { maskedDiff } from './masked-diff.ts';
import { projectFileConflict } from './project-file-conflict.ts';
import type { Snapshot } from './snapshot.ts';
import { readingOf } from './target-reading.ts';

/** An assignment that says which field of the key it holds. */
export interface PlannedAssignment extends Assignment {
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
  readonly rewrite: Pick<Rewrite, 'bytes' | 'changed' | 'sealed'>;
  /** The fields that it will hold. */
  readonly fields: readonly Field[];
  /** What may be shown of the change. */
  readonly diff: readonly DiffLine[];
}

/** All targets that mean the same file, in the order of the project file. */
export type SameFileTargets = readonly [Target, ...Target[]];

/**
 * Plans one file: all that its targets set, in one rewrite.
 *
 * @throws Refusal what the format refuses; `format-unknown`, `kit-unrecognised`, `project-file-…`
 */
export async function planFile(
  snapshot: Snapshot,
  targets: SameFileTargets,
  key: AccessKey,
): Promise<PlannedFile> {
  const { format, context, settings } = await readingOf(snapshot, targets);
  const assignments = assign(settings, key);
  // Of a thousand files, only what is asked for later is kept: not what each says.
  const { bytes, changed, sealed, original, entries } = rewrite(format, snapshot.bytes, assignments, context);
  const written = assignments.filter(({ address }) => format.find(entries, address, context));
  return {
    file: context.file,
    snapshot,
    format,
    context,
    assignments,
    rewrite: { bytes, changed, sealed },
    fields: [...new Set(written.map(({ field }) => field))],
    diff: maskedDiff({ format, context, assignments, original, entries }),
  };
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

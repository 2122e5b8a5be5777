import { secretFields } from '../../../shared/access-key.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { decode } from '../../formats/encoding.ts';
import { encryptionOf } from '../../formats/encrypted-file.ts';
import type { Format, FormatContext } from '../../formats/format.ts';
import { type FormatName, formatOfFile, loadFormat } from '../../formats/registry.ts';
import { fittingShape, isConstantWord } from '../../project/kits/kit.ts';
import {
  projectFileConflict,
  projectFileName,
  type SameFileTargets,
  type Setting,
  type Target,
} from '../../project/project.ts';
import { oneOf } from '../../project/project-node.ts';

import type { Snapshot } from './snapshot.ts';

/** How to read a file, and the settings for it. */
export interface TargetReading {
  readonly format: Format;
  readonly context: FormatContext;
  readonly settings: readonly Setting[];
}

/**
 * Determines how to read a file: its format from its name or the project file, its dialect, and for a kit's file its shape.
 *
 * @throws Refusal `format-unknown`, `format-none`, `format-of-…`, `kit-unrecognised`, `file-unparsable`, `entry-duplicate`,
 *   `target-encrypted`, `project-file-…`
 */
export async function readingOf(
  snapshot: Pick<Snapshot, 'bytes'>,
  targets: SameFileTargets,
): Promise<TargetReading> {
  const [{ file }] = targets;
  refuseEncrypted(snapshot, targets);
  const loaded = await loadFormat(commonWord(targets, formatNameOf) ?? (await refuseUnknown(file, snapshot)));
  const format = (await loaded.forText?.(decode(snapshot.bytes, loaded, file).text)) ?? loaded;
  const dialect = commonWord(targets, (target) => dialectOf(target, format));
  const uncomment = commonWord(targets, (target) => uncommentOf(target, format)) === 'uncomment';
  const context = { file, dialect, uncomment };
  const settings = targets.flatMap((target) => settingsOf(target, snapshot, format, context));
  return { format, context, settings };
}

/** @throws Refusal `target-encrypted` */
function refuseEncrypted({ bytes }: Pick<Snapshot, 'bytes'>, targets: SameFileTargets): void {
  const [{ file }] = targets;
  const settings = targets.flatMap(({ shapes }) => shapes.flat());
  const address = settings.find(({ field }) => secretFields.has(field))?.address ?? '';
  const encryption = encryptionOf(file, bytes, address);
  if (encryption) throw new Refusal('target-encrypted', { file, ...encryption });
}

/** The one word on which all targets that have one agree. */
function commonWord<T extends string>(
  targets: SameFileTargets,
  wordOf: (target: Target) => T | undefined,
): T | undefined {
  let agreedWord: T | undefined;
  for (const target of targets) {
    const word = wordOf(target);
    if (word === undefined) continue;
    if (agreedWord !== undefined && agreedWord !== word) throw projectFileConflict(target.line, word);
    agreedWord = word;
  }
  return agreedWord;
}

function formatNameOf({ format, file }: Target): FormatName | undefined {
  return format ?? formatOfFile(file);
}

/** Loaded on demand: it tries every format. */
async function refuseUnknown(file: string, { bytes }: Pick<Snapshot, 'bytes'>): Promise<never> {
  const { unknownFormat } = await import('../../formats/unknown.ts');
  throw await unknownFormat(file, bytes);
}

function dialectOf({ dialect }: Target, format: Format): string | undefined {
  if (dialect === undefined) return undefined;
  const { title, dialects } = format;
  if (dialects.length > 0) return oneOf(dialect, dialects);
  throw new Refusal('dialect-none', { file: projectFileName, line: dialect.line, format: title });
}

function uncommentOf({ uncomment }: Target, { title, uncomments }: Format): 'uncomment' | undefined {
  if (uncomment === undefined) return undefined;
  if (uncomments) return 'uncomment';
  throw new Refusal('uncomment-none', { file: projectFileName, line: uncomment, format: title });
}

function settingsOf(
  { shapes, kit, file }: Target,
  { bytes }: Pick<Snapshot, 'bytes'>,
  format: Format,
  context: FormatContext,
): readonly Setting[] {
  const [only, ...others] = shapes;
  if (only && others.length === 0) return only;
  const entries = format.read(decode(bytes, format, file).text, context);
  const shape = fittingShape(
    shapes,
    (settings) =>
      settings
        .filter(({ optional }) => !optional)
        .map(({ address, field, environmentWord }) => ({
          address,
          isConstant: field === 'environment' && isConstantWord(environmentWord),
        })),
    (address) => format.find(entries, address, context),
  );
  if (shape === undefined) throw new Refusal('kit-unrecognised', { file, kit: kit ?? '' });
  return shape;
}

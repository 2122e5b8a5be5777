import { Buffer } from 'node:buffer';
import { decode } from '../../../../configurator/formats/encoding.ts';
import type { Entry, Format } from '../../../../configurator/formats/format.ts';
import { rewrite } from '../../../../configurator/formats/rewrite.ts';
import { Refusal } from '../../../../shared/refusal.ts';
import { assignments } from '../assign.ts';
import type { Specimen } from './found.ts';

/** One value of one file that was changed. */
export interface Change {
  readonly specimen: Specimen;
  readonly entry: Entry;
  readonly value: string;
  readonly bytes: Uint8Array;
}

/** The results: changed values, refused files and values, files with nothing to change. */
export interface Outcome {
  readonly changes: Change[];
  readonly refusedFiles: string[];
  readonly refusedValues: string[];
  readonly empty: string[];
}

const newValue = 'Zq7RtY2uPw9LkXc4VbN8';

/** Reads as text in any format: not as a number, keyword or date. */
const isText = ({ value = '' }: Entry) =>
  /[A-Za-z]{3}/.test(value) && !/^(?:true|false|null|none)$/i.test(value);

/** Changes the first, the middle and the last text of a file, each by itself, as an installation does. */
export function change(format: Format, specimen: Specimen, outcome: Outcome): void {
  const context = { file: specimen.file, dialect: undefined };
  const entries = entriesOf(format, specimen);
  if (!entries) {
    outcome.refusedFiles.push(specimen.file);
    return;
  }
  const texts = entries.filter(isText);
  const chosen = new Set([texts[0], texts[texts.length >> 1], texts.at(-1)]);
  if (texts.length === 0) outcome.empty.push(specimen.file);
  for (const entry of chosen) {
    if (!entry) continue;
    try {
      const { bytes } = rewrite(format, specimen.bytes, assignments({ [entry.address]: newValue }), context);
      outcome.changes.push({ specimen, entry, value: newValue, bytes });
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'verify-failed') throw error;
      outcome.refusedValues.push(`${specimen.file}: ${error.code}`);
    }
  }
}

/** The entries of a file, or `undefined` if it is refused: then nothing can be written into it either. */
function entriesOf(format: Format, { file, bytes }: Specimen): Entry[] | undefined {
  const context = { file, dialect: undefined };
  try {
    return format.read(decode(bytes, format, file).text, context);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  try {
    rewrite(format, bytes, assignments({ any: newValue }), context);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
  throw new Error(`${file} cannot be read and was written all the same`);
}

/**
 * The one range of bytes that differs.
 *
 * @returns the old and the new content of the range
 */
export function difference({ specimen, bytes }: Change): { readonly old: string; readonly now: string } {
  const before = Buffer.from(specimen.bytes);
  const after = Buffer.from(bytes);
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const cut = (buffer: Buffer) => buffer.subarray(start, buffer.length - end).toString('utf8');
  return { old: cut(before), now: cut(after) };
}

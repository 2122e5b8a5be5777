import type { Environment } from '../../shared/environment.ts';
import type { Charset } from './encoding.ts';

/** One value that stands in a file, as the file's consumer reads it. */
export interface Entry {
  /** The entry's full address in its format's own notation. Two entries of one address are duplicates. */
  readonly address: string;
  /** The decoded value; `undefined` where the file computes it (a call, an interpolation, a reference). */
  readonly value: string | undefined;
  /** The class constant that the file takes it from, by its last names: `Env::HOMO`. */
  readonly constant?: string;
  /** Line of the value, from 1. */
  readonly line: number;
  /** The address of what is read here too, by a reference: of a value, or of a collection that has it. */
  readonly follows?: string;
  /** A second full address of the same entry, as of a member of a variable that the file exports. */
  readonly also?: string;
  /** What stands there where the value is encrypted for someone else: it can be written, and not read. */
  readonly sealed?: string;
}

/** What a file shall say at an address. */
export interface Assignment {
  readonly address: string;
  readonly value: string;
  /** The name of the field, for error messages. */
  readonly field: string;
  /** Where the file has no place for it, leave it out instead of adding it. */
  readonly optional: boolean;
}

/** What a format must know beside the text. */
export interface FormatContext {
  /** The file's name as the project file gives it, for error messages. */
  readonly file: string;
  readonly dialect: string | undefined;
  /** A commented placeholder is to be filled in its place. */
  readonly uncomment?: boolean;
  /** The environment that the key is not for, and what the project file sets for it in this file. */
  readonly other?: { readonly environment: Environment; readonly addresses: readonly string[] };
}

/** A file format: text in, data out. No I/O, no state; texts come without BOM and with their own line ends. */
export interface Format {
  /** Its word in `format:` of the project file. */
  readonly name: string;
  /** How error messages call it, such as "YAML". */
  readonly title: string;
  /** Words that `dialect:` may have; the first is the default. Empty where the format has one dialect only. */
  readonly dialects: readonly string[];
  /**
   * `bytes`: the format's syntax is ASCII and other bytes pass through, so a file need not be UTF-8. A function where
   * the file declares it; it gives `undefined` for what we do not read.
   */
  readonly encoding: 'utf-8' | 'bytes' | ((bytes: Uint8Array) => Charset | undefined);
  /** Its readers take a byte order mark for a part of the text, where others skip it. */
  readonly byteOrderMark?: 'text';

  /**
   * Reads every entry, in the order of the file, duplicates included.
   *
   * @throws Refusal `file-unparsable` with the line
   */
  read(text: string, context: FormatContext): Entry[];

  /**
   * Finds the one entry that an address of the project file means.
   *
   * @returns `undefined` where there is none
   * @throws Refusal `entry-duplicate` with the lines, `address-malformed`
   */
  find(entries: readonly Entry[], address: string, context: FormatContext): Entry | undefined;

  /**
   * Plans the assignments as edits of the text. An existing value keeps its quote style where the new one allows; a
   * missing entry is added in the file's own style. What already holds its value gives no edit.
   *
   * @throws Refusal `file-unparsable`, `entry-duplicate`, `entry-missing`, `entry-not-literal`, `value-unrepresentable`
   */
  edit(text: string, assignments: readonly Assignment[], context: FormatContext): Edit[];

  /** Its files show in comments where a value belongs: `uncomment:` may be said of them. */
  readonly uncomments?: true;

  /**
   * The format for this text, where writing it needs a part that is loaded then only. Reading does without.
   */
  readonly forText?: (text: string) => Promise<Format>;

  /** Says whether a new entry belongs to an added one, as an attribute that tells its element does. */
  readonly comesWith?: (entry: Entry, added: Entry) => boolean;
}

/** A replacement in a text, in UTF-16 units of the original text. Several edits never see each other's result. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly content: string;
}

/**
 * Applies edits to the text that they were made against.
 *
 * @throws RangeError where an edit lies outside the text or two overlap: a bug of the format, never of the file
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits.toSorted((a, b) => a.offset - b.offset);
  const pieces: string[] = [];
  let position = 0;
  for (const { offset, length, content } of ordered) {
    if (offset < position || length < 0 || offset + length > text.length) {
      throw new RangeError(`edit at ${offset}+${length} overlaps another or leaves the text`);
    }
    pieces.push(text.slice(position, offset), content);
    position = offset + length;
  }
  return pieces.join('') + text.slice(position);
}

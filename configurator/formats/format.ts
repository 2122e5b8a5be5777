import type { Environment } from '../../shared/environment.ts';
import type { Charset } from './encoding.ts';

/** One value of a file, as the file's reader gets it. */
export interface Entry {
  /** The entry's full address in its format's notation. Two entries with one address are duplicates. */
  readonly address: string;
  /** The decoded value; `undefined` where the file computes it (a call, an interpolation, a reference). */
  readonly value: string | undefined;
  /** The class constant that gives the value, without its namespace: `Env::HOMO`. */
  readonly constant?: string;
  /** Line of the value, from 1. */
  readonly line: number;
  /** The address that a reference here points to: of a value, or of a collection that contains it. */
  readonly follows?: string;
  /** A second full address of the same entry, such as that of a member of an exported variable. */
  readonly also?: string;
  /** The encrypted value, which we can write but not read. */
  readonly ciphertext?: string;
}

/** The value that a file shall have at an address. */
export interface Assignment {
  readonly address: string;
  readonly value: string;
  /** The field of the key, for error messages. */
  readonly field: string;
  /** Leave it out rather than add it where the file has no place for it. */
  readonly optional: boolean;
}

/** What a format needs besides the text. */
export interface FormatContext {
  /** The file's name as the project file gives it, for error messages. */
  readonly file: string;
  readonly dialect: string | undefined;
  /** Replace a commented placeholder in place. */
  readonly uncomment?: boolean;
  /** The environment that the key is not for, and the addresses that the project file sets for it in this file. */
  readonly other?: { readonly environment: Environment; readonly addresses: readonly string[] };
}

/** A file format: text in, data out. No I/O, no state; texts come without BOM and with their own line ends. */
export interface Format {
  /** Its word in `format:` of the project file. */
  readonly name: string;
  /** Its name in error messages, such as "YAML". */
  readonly title: string;
  /** The values of `dialect:`; the first is the default. Empty where the format has only one dialect. */
  readonly dialects: readonly string[];
  /**
   * `bytes`: the format's syntax is ASCII and other bytes pass through, so a file need not be UTF-8. A function where
   * the file itself declares its charset; it returns `undefined` for one that we do not read.
   */
  readonly encoding: 'utf-8' | 'bytes' | ((bytes: Uint8Array) => Charset | undefined);
  /** To its readers a byte order mark is part of the text; other formats' readers skip it. */
  readonly byteOrderMark?: 'text';

  /**
   * Reads every entry, in the order of the file, duplicates included.
   *
   * @throws Refusal `file-unparsable` with the line
   */
  read(text: string, context: FormatContext): Entry[];

  /**
   * Finds the one entry at an address of the project file.
   *
   * @returns `undefined` where there is none
   * @throws Refusal `entry-duplicate` with the lines, `address-malformed`
   */
  find(entries: readonly Entry[], address: string, context: FormatContext): Entry | undefined;

  /**
   * Plans the assignments as edits of the text. An existing value keeps its quote style where the new one allows; a
   * missing entry is added in the file's own style. An entry that already has the value gets no edit.
   *
   * @throws Refusal `file-unparsable`, `entry-duplicate`, `entry-missing`, `entry-not-literal`, `value-unrepresentable`
   */
  edit(text: string, assignments: readonly Assignment[], context: FormatContext): Edit[];

  /** Its files may have commented placeholders, so `uncomment:` is allowed. */
  readonly uncomments?: true;

  /**
   * The format for writing this text, where that needs a module that is loaded on demand. Reading does not need it.
   */
  readonly forText?: (text: string) => Promise<Format>;

  /** Whether a new entry comes with an added one, such as the attribute that identifies an added element. */
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
 * @throws RangeError where an edit is outside the text or two overlap: a bug in the format, never in the file
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

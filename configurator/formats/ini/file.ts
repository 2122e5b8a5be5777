import type { Placeholder } from '../placeholder.ts';

/** What a reader makes of the text behind a separator. */
export interface Meaning {
  /** `undefined` where readers differ. */
  readonly value: string | undefined;
  /** Every reader takes it for this text. */
  readonly exact: boolean;
  /** The reader computes it; it cannot be replaced by a text. */
  readonly computed?: Placeholder;
  readonly quote: Quote;
  /** A word that the reader takes for true, false or nothing. */
  readonly word?: boolean;
}

/** What encloses a value; '' where nothing does. */
export type Quote = '' | '"' | "'";

/** A line, or several where the value goes on, that sets a key. */
export interface Pair extends Meaning {
  /** '' before the first section. */
  readonly section: string;
  /** As the reader has it. */
  readonly key: string;
  /** The member of a list or table that `key[]` or `key[name]` sets. */
  readonly member: string | number | undefined;
  readonly lineStart: number;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** The range of the value. */
  readonly start: number;
  readonly end: number;
  /** Where its last line ends, before the line break. */
  readonly lineEnd: number;
}

export interface Section {
  readonly name: string;
  readonly offset: number;
  readonly lineEnd: number;
}

/** An INI file, in its order. */
export interface IniFile {
  readonly pairs: readonly Pair[];
  readonly sections: readonly Section[];
}

/** Where an empty value goes: a blank behind the separator stays before it. */
export function emptyPlace(text: string, separatorEnd: number): number {
  return /[ \t]/.test(text[separatorEnd] ?? '') ? separatorEnd + 1 : separatorEnd;
}

import type { Placeholder } from '../literals.ts';

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
  readonly lineStartOffset: number;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** The range of the value. */
  readonly start: number;
  readonly end: number;
  /** Where its last line ends, before the line break. */
  readonly lineEndOffset: number;
}

export interface Section {
  readonly name: string;
  readonly offset: number;
  readonly lineEndOffset: number;
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

/** How one reader takes INI files, and how to write for it. */
export interface Dialect {
  readonly word: string;
  /**
   * Reads a file as the reader does.
   *
   * @param refuse is told the offset of what the reader refuses, or of what we cannot be sure of
   */
  readonly read: (text: string, refuse: (offset: number) => never) => IniFile;
  /**
   * Writes a value.
   *
   * @param quote what the value before it stood in, or that of its neighbour; kept where the value allows
   * @param tail what follows on the line, its line break included
   * @returns `undefined` where the reader would take every spelling for something else
   */
  readonly spell: (value: string, quote: Quote, tail: string) => string | undefined;
  /** How the reader tells keys apart. */
  readonly fold: (key: string) => string;
  /** Keys that can be added. */
  readonly key: RegExp;
  /** Keys may stand before the first section. */
  readonly global: boolean;
  /** A section that may be there several times. */
  readonly repeated?: string;
}

/** Says whether a bare word may replace another: both are true, false or nothing for the reader. */
export function keepsWord({ word }: Pick<Pair, 'word'>, value: string): boolean {
  return word === true && isWord(value);
}

/** Words that PHP reads as true, false or nothing, in any case. */
export function isWord(text: string): boolean {
  return /^(?:true|on|yes|false|off|no|none|null)$/i.test(text);
}

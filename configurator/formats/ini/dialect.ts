import type { Placeholder } from '../literals.ts';

/** How a reader understands the text after a separator. */
export interface Meaning {
  /** `undefined` where readers differ. */
  readonly value: string | undefined;
  /** Every reader gets exactly this text. */
  readonly exact: boolean;
  /** The reader computes the value, so it cannot be replaced. */
  readonly computed?: Placeholder;
  readonly quote: Quote;
  /** A word that means true, false or null to the reader. */
  readonly word?: boolean;
}

/** The quotes around a value; '' for none. */
export type Quote = '' | '"' | "'";

/** A line, or several where the value continues, that sets a key. */
export interface Pair extends Meaning {
  /** '' before the first section. */
  readonly section: string;
  /** As the reader names it. */
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

/** The place of an empty value: after the separator and one space, where there is one. */
export function emptyPlace(text: string, separatorEnd: number): number {
  return /[ \t]/.test(text[separatorEnd] ?? '') ? separatorEnd + 1 : separatorEnd;
}

/** How one program reads INI files, and how to write for it. */
export interface Dialect {
  readonly word: string;
  /**
   * Reads a file as the reader does.
   *
   * @param refuse is called with the offset of what the reader refuses, or might refuse
   */
  readonly read: (text: string, refuse: (offset: number) => never) => IniFile;
  /**
   * Writes a value.
   *
   * @param quote the quotes of the old value, or of its neighbour's; kept where the new value allows
   * @param tail what follows on the line, its line break included
   * @returns `undefined` where the reader would misread every spelling
   */
  readonly spell: (value: string, quote: Quote, tail: string) => string | undefined;
  /** Maps keys that are the same to the reader to one text. */
  readonly fold: (key: string) => string;
  /** Keys that can be added. */
  readonly key: RegExp;
  /** Keys may stand before the first section. */
  readonly global: boolean;
  /** A section that may appear several times. */
  readonly repeated?: string;
}

/** Whether a bare word may replace another: both mean true, false or null to the reader. */
export function keepsWord({ word }: Pick<Pair, 'word'>, value: string): boolean {
  return word === true && isWord(value);
}

/** Words that PHP reads as true, false or null, in any case. */
export function isWord(text: string): boolean {
  return /^(?:true|on|yes|false|off|no|none|null)$/i.test(text);
}

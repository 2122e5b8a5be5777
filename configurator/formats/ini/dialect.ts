import type { IniFile, Pair, Quote } from './file.ts';

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

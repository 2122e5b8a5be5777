import type { Quote, ReadValue } from './value.ts';

/** How one consumer reads `.env` files, and how to write for it. */
export interface Dialect {
  readonly word: string;
  /** Sticky: a line up to its value, after the indentation. First group: the name; second: the separator. */
  readonly head: RegExp;
  /** What a name may be. */
  readonly name: RegExp;
  readonly readValue: ReadValue;
  /** Says whether the consumer passes over a line that assigns nothing. */
  readonly skips: (line: string) => boolean;
  /** What the consumer takes in another way than a reader of lines does; a file that has it is refused. */
  readonly refused?: RegExp;
  /** Says whether the consumer would break a statement off, or run it on, elsewhere than we do. */
  readonly misreads?: (statement: string) => boolean;
  /** Which quotes to try for a value that cannot keep what is there, best first. */
  readonly quotes: readonly Quote[];
  /** Writes a body for quotes, `undefined` where it never can. The caller checks that the rest reads back. */
  readonly encode: (value: string, quote: Quote) => string | undefined;
}

/** The head of a line: `export` may stand before the name. */
export function head(name: string, separator: string): RegExp {
  return new RegExp(`(?:export[ \\t]+)?(${name})(${separator})`, 'y');
}

/** The whole of a name. */
export function whole(name: string): RegExp {
  return new RegExp(`^${name}$`);
}

/** Puts a backslash before each character of a set. */
export function backslash(value: string, characters: RegExp): string {
  return value.replace(characters, (character) => `\\${character}`);
}

/** Lines that hold no quote cannot open a string, and without `=` and `:` before a value they assign nothing. */
export function isInert(line: string): boolean {
  return !/['"`]|^\s*=|:\s*$/.test(line);
}

/** A name alone: the consumer takes its value from the environment. */
export function isBareName(line: string): boolean {
  return /^(?:export[ \t]+)?[A-Za-z_][\w.]*$/.test(line);
}

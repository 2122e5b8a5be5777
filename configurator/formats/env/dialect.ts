/** The quotes around a value; '' for none. */
export type Quote = '' | "'" | '"' | '`';

/** A value in the text of a `.env` file. */
export interface Value {
  /** The range of the literal, quotes included: what an edit replaces. */
  readonly start: number;
  readonly end: number;
  /** `undefined` for several literals in a row, such as `'it'\''s'`. */
  readonly quote: Quote | undefined;
  /** The value that the reader gets; `undefined` where the reader computes it. */
  readonly value: string | undefined;
  /** Where the line ends, after spaces and a comment. */
  readonly lineEndOffset: number;
}

/**
 * Reads the value that begins after a separator.
 *
 * @returns `undefined` where the line is an error for the reader, or something that we do not support
 */
export type ReadValue = (text: string, at: number) => Value | undefined;

/** Matches at an offset, without copying the text. The pattern is sticky. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

const restOfLine = /[^\S\r\n]*(?:#[^\r\n]*)?(?=[\r\n]|$)/y;

/** The end of a line on which only spaces and a comment follow; `undefined` where more does. */
export function endOfLine(text: string, at: number): number | undefined {
  const match = matchAt(restOfLine, text, at);
  return match && match.index + match[0].length;
}

/** How one program reads `.env` files, and how to write for it. */
export interface Dialect {
  readonly word: string;
  /** Sticky: a line up to its value, after the indentation. First group: the name; second: the separator. */
  readonly head: RegExp;
  /** What a name may be. */
  readonly name: RegExp;
  readonly readValue: ReadValue;
  /** Whether the reader skips a line that assigns nothing. */
  readonly skips: (line: string) => boolean;
  /** The file is a program, so lines other than assignments may be valid. */
  readonly isScript?: boolean;
  /** Text that this reader, unlike one that goes line by line, reads differently; a file that contains it is refused. */
  readonly refused?: RegExp;
  /** Whether the reader would end this statement elsewhere than we do. */
  readonly misreads?: (statement: string) => boolean;
  /** Which quotes to try for a value that cannot keep the present ones, best first. */
  readonly quotes: readonly Quote[];
  /** Writes the text between these quotes; `undefined` where that is impossible. The caller checks that it reads back. */
  readonly encode: (value: string, quote: Quote) => string | undefined;
}

/** The head of a line: `export` may stand before the name. */
export function head(name: string, separator: string): RegExp {
  return new RegExp(`(?:export[ \\t]+)?(${name})(${separator})`, 'y');
}

/** A pattern that matches a name as a whole. */
export function whole(name: string): RegExp {
  return new RegExp(`^${name}$`);
}

/** Puts a backslash before each character of a set. */
export function backslash(value: string, characters: RegExp): string {
  return value.replace(characters, (character) => `\\${character}`);
}

/** Without a quote a line cannot open a string, and without `=` or `:` before a value it assigns nothing. */
export function isInert(line: string): boolean {
  return !/['"`]|^\s*=|:\s*$/.test(line);
}

/** A name without a value: the reader takes the value from the environment. */
export function isBareName(line: string): boolean {
  return /^(?:export[ \t]+)?[A-Za-z_][\w.]*$/.test(line);
}

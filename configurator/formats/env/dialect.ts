/** What encloses a value; '' where nothing does. */
export type Quote = '' | "'" | '"' | '`';

/** A value as it stands in a `.env` file. */
export interface Value {
  /** Where the literal stands, quotes included: what an edit replaces. */
  readonly start: number;
  readonly end: number;
  /** `undefined` where the literal is several, one after the other: `'it'\''s'`. */
  readonly quote: Quote | undefined;
  /** What the consumer gets; `undefined` where it computes it. */
  readonly value: string | undefined;
  /** Where the line ends, after blanks and a comment. */
  readonly lineEndOffset: number;
}

/**
 * Reads the value that begins after a separator.
 *
 * @returns `undefined` where the consumer takes the line for an error or for something that we do not follow
 */
export type ReadValue = (text: string, at: number) => Value | undefined;

/** Matches at an offset, without copying the text. The pattern is sticky. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

const restOfLine = /[^\S\r\n]*(?:#[^\r\n]*)?(?=[\r\n]|$)/y;

/** The end of a line on which only blanks and a comment follow; `undefined` where more does. */
export function endOfLine(text: string, at: number): number | undefined {
  const match = matchAt(restOfLine, text, at);
  return match && match.index + match[0].length;
}

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
  /** The file is a program: what is no assignment may be valid all the same. */
  readonly isScript?: boolean;
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

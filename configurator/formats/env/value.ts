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
  readonly lineEnd: number;
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

import { endOfLine, matchAt, type Quote, type ReadValue, type Value } from './dialect.ts';

/** How a dialect reads what stands between two quotes. */
export interface Quoting {
  /** Says whether so many backslashes right before a quote keep it from closing. */
  readonly escaped: (backslashes: number) => boolean;
  /** An escaped quote closes all the same where nothing else would, as a regular expression's backtracking has it. */
  readonly backtracks?: boolean;
  readonly oneLine?: boolean;
  /** A body that the consumer refuses, and the whole file with it. */
  readonly refused?: RegExp;
  /** @returns `undefined` where the consumer computes the value */
  readonly decode: (body: string) => string | undefined;
}

/** How a dialect reads values: one literal, quoted or not, then a comment. */
interface Rules {
  readonly quotings: Partial<Record<Exclude<Quote, ''>, Quoting>>;
  /** Sticky: the literal without quotes, blanks at its end included. */
  readonly raw: RegExp;
  readonly decodeRaw: (body: string) => string | undefined;
}

function backslashesBefore(text: string, index: number, from: number): number {
  let start = index;
  while (start > from && text[start - 1] === '\\') start--;
  return index - start;
}

/** The offset of the quote that closes the body that begins at `from`, and where its line ends. */
function close(text: string, from: number, quote: string, quoting: Quoting): [number, number] | undefined {
  const escapedQuotes: number[] = [];
  const stop = quoting.oneLine ? (matchAt(/[^\r\n]*/y, text, from)?.[0].length ?? 0) + from : text.length;
  let index = text.indexOf(quote, from);
  while (index !== -1 && quoting.escaped(backslashesBefore(text, index, from))) {
    escapedQuotes.push(index);
    index = text.indexOf(quote, index + 1);
  }
  const unescaped = index === -1 ? [] : [index];
  const candidates = quoting.backtracks ? unescaped.concat(escapedQuotes.reverse()) : unescaped;
  for (const candidate of candidates) {
    const lineEndOffset = candidate < stop ? endOfLine(text, candidate + 1) : undefined;
    if (lineEndOffset !== undefined) return [candidate, lineEndOffset];
  }
  return undefined;
}

const blanks = /[^\S\r\n]*/y;

/** Makes a dialect's reader from its rules. */
export function quotedValues({ quotings, raw, decodeRaw }: Rules): ReadValue {
  const readQuoted = (
    text: string,
    start: number,
    quote: Exclude<Quote, ''>,
    quoting: Quoting,
  ): Value | undefined => {
    const found = close(text, start + 1, quote, quoting);
    if (!found) return undefined;
    const [closing, lineEndOffset] = found;
    const body = text.slice(start + 1, closing);
    if (quoting.refused?.test(body)) return undefined;
    return { start, end: closing + 1, quote, value: quoting.decode(body), lineEndOffset };
  };
  const readRaw = (text: string, at: number, start: number): Value | undefined => {
    const body = matchAt(raw, text, start)?.[0].trimEnd() ?? '';
    const end = start + body.length;
    const lineEndOffset = endOfLine(text, end);
    if (lineEndOffset === undefined) return undefined;
    // Before a comment the blank stays between the value and it: a value of `KEY= # note` goes right after the `=`.
    const place = body === '' && text[start] === '#' ? at : start;
    return { start: place, end: body === '' ? place : end, quote: '', value: decodeRaw(body), lineEndOffset };
  };
  return (text, at) => {
    const start = at + (matchAt(blanks, text, at)?.[0].length ?? 0);
    const quote = text[start] as Exclude<Quote, ''>;
    const quoting = Object.hasOwn(quotings, quote ?? '') ? quotings[quote] : undefined;
    return quoting ? readQuoted(text, start, quote, quoting) : readRaw(text, at, start);
  };
}

/** A part of a word: a quoted string, or plain characters. Parts that touch are one value, as in a shell. */
interface Part {
  readonly end: number;
  readonly quote: Quote;
  /** `undefined` where the consumer computes it. */
  readonly value: string | undefined;
}

/** Reads one part; `undefined` where none begins there. */
type ReadPart = (text: string, at: number) => Part | undefined;

/** How a part is written: a sticky pattern whose first group is the body. */
interface PartRule {
  readonly pattern: RegExp;
  readonly quote: Quote;
  readonly decode: (body: string) => string | undefined;
}

function partReader(rules: readonly PartRule[]): ReadPart {
  return (text, at) => {
    for (const { pattern, quote, decode } of rules) {
      const match = matchAt(pattern, text, at);
      if (match) return { end: at + match[0].length, quote, value: decode(match[1] ?? '') };
    }
    return undefined;
  };
}

/**
 * Makes the reader of a dialect whose values are words of a shell.
 *
 * @param rules the first that matches counts
 * @param rest sticky: what may follow a word on its line, up to the line's end
 * @param computed what the word as a whole may not look like, such as `~/key`
 */
export function wordValues(rules: readonly PartRule[], rest: RegExp, computed: RegExp): ReadValue {
  const readPart = partReader(rules);
  return (text, start) => {
    const parts: Part[] = [];
    let end = start;
    for (let part = readPart(text, end); part; part = readPart(text, end)) {
      parts.push(part);
      end = part.end;
    }
    const tail = matchAt(rest, text, end);
    if (!tail) return undefined;
    const known = parts.every(({ value }) => value !== undefined) && !computed.test(text.slice(start, end));
    return {
      start,
      end,
      quote: parts.length > 1 ? undefined : (parts[0]?.quote ?? ''),
      value: known ? parts.map(({ value }) => value).join('') : undefined,
      lineEndOffset: end + tail[0].length,
    };
  };
}

const line = /[^\r\n]*/y;

/** Docker's `--env-file`: everything after the `=` is the value, quotes and blanks and `#` included. */
export const verbatimValue: ReadValue = (text, start) => {
  const value = matchAt(line, text, start)?.[0] ?? '';
  const end = start + value.length;
  return { start, end, quote: '', value, lineEndOffset: end };
};

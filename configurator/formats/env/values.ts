import { endOfLine, matchAt, type Quote, type ReadValue, type Value } from './dialect.ts';

/** How a dialect reads the text between two quotes. */
export interface Quoting {
  /** Whether this number of backslashes right before a quote escapes it. */
  readonly escaped: (backslashes: number) => boolean;
  /** An escaped quote still closes where no other one would, as the reader's regular expression backtracks. */
  readonly backtracks?: boolean;
  readonly oneLine?: boolean;
  /** A body for which the reader refuses the whole file. */
  readonly refused?: RegExp;
  /** @returns `undefined` where the reader computes the value */
  readonly decode: (body: string) => string | undefined;
}

/** How a dialect reads values: one literal, quoted or not, then a comment. */
interface Rules {
  readonly quotings: Partial<Record<Exclude<Quote, ''>, Quoting>>;
  /** Sticky: an unquoted literal, trailing spaces included. */
  readonly raw: RegExp;
  readonly decodeRaw: (body: string) => string | undefined;
}

function backslashesBefore(text: string, index: number, from: number): number {
  let start = index;
  while (start > from && text[start - 1] === '\\') start--;
  return index - start;
}

/** The offset of the quote that closes the body beginning at `from`, and the end of its line. */
function findClosing(
  text: string,
  from: number,
  quote: string,
  quoting: Quoting,
): [number, number] | undefined {
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

const spaces = /[^\S\r\n]*/y;

/** Makes the `ReadValue` of a dialect with these rules. */
export function quotedValues({ quotings, raw, decodeRaw }: Rules): ReadValue {
  const readQuoted = (
    text: string,
    start: number,
    quote: Exclude<Quote, ''>,
    quoting: Quoting,
  ): Value | undefined => {
    const found = findClosing(text, start + 1, quote, quoting);
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
    // The space before a comment stays: the value of `KEY= # note` goes right after the `=`.
    const place = body === '' && text[start] === '#' ? at : start;
    return { start: place, end: body === '' ? place : end, quote: '', value: decodeRaw(body), lineEndOffset };
  };
  return (text, at) => {
    const start = at + (matchAt(spaces, text, at)?.[0].length ?? 0);
    const quote = text[start] as Exclude<Quote, ''>;
    const quoting = Object.hasOwn(quotings, quote ?? '') ? quotings[quote] : undefined;
    return quoting ? readQuoted(text, start, quote, quoting) : readRaw(text, at, start);
  };
}

/** A part of a word: a quoted string, or plain characters. Adjacent parts are one value, as in a shell. */
interface Part {
  readonly end: number;
  readonly quote: Quote;
  /** `undefined` where the reader computes it. */
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
 * Makes the `ReadValue` of a dialect whose values are shell words.
 *
 * @param rules the first that matches is used
 * @param rest sticky: what may follow a word on its line, up to the line's end
 * @param computed matches a whole word that the reader expands, such as `~/key`
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

/** Docker's `--env-file`: everything after the `=` is the value, quotes and spaces and `#` included. */
export const verbatimValue: ReadValue = (text, start) => {
  const value = matchAt(line, text, start)?.[0] ?? '';
  const end = start + value.length;
  return { start, end, quote: '', value, lineEndOffset: end };
};

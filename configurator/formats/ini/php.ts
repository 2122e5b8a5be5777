import { type Placeholder, placeholderIn } from '../literals.ts';
import {
  type Dialect,
  emptyPlace,
  type IniFile,
  isWord,
  type Meaning,
  type Pair,
  type Quote,
  type Section,
} from './dialect.ts';

/** The range of a value on its line, blanks and a comment left out. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Measures the value that begins behind a separator, as PHP does: a semicolon ends it, but not in quotes.
 *
 * @returns `undefined` where a quote stays open, or a dollar sign takes what ends the value: it then goes on over the
 *   lines below, for some of PHP's modes
 */
function measure(text: string, from: number, lineEndOffset: number): Range | undefined {
  let at = from;
  while (at < lineEndOffset && text[at] !== ';') {
    const quote = text[at];
    if (quote === '"' || quote === "'") {
      const closing = closingQuote(text, at, lineEndOffset);
      if (closing === undefined) return undefined;
      at = closing;
    }
    if (quote === '$' && !isHarmlessDollar(text.slice(at, lineEndOffset))) return undefined;
    at++;
  }
  const source = text.slice(from, at);
  const start = from + (source.length - source.trimStart().length);
  return { start, end: Math.max(start, from + source.trimEnd().length) };
}

/** A backslash keeps a double quote from closing, however many stand there, unless the line ends behind the quote. */
function closingQuote(text: string, open: number, lineEndOffset: number): number | undefined {
  const quote = text[open] ?? '';
  for (
    let at = text.indexOf(quote, open + 1);
    at !== -1 && at < lineEndOffset;
    at = text.indexOf(quote, at + 1)
  ) {
    if (quote === "'" || text[at - 1] !== '\\' || at + 1 === lineEndOffset) return at;
  }
  return undefined;
}

/** Without quotes, a dollar sign takes the character behind it, whatever that is. */
function isHarmlessDollar(source: string): boolean {
  return /^\$(?:\{[^{}"';]*\}|[^{\s;\\"'])/.test(source);
}

const line = /([^\r\n]*)(?:\r\n|[\r\n]|$)/g;
const nothing = /^[ \t]*(?:;.*)?$/;
const header = /^\[((?:[^\][\\"'$;]|\\(?=\w))+)\][ \t]*(?:;.*)?$/;
const label =
  /^([ \t]*)((?! )[^=\t;&|^$~(){}!"[\]\0]+?)[ \t]*(?:\[[ \t]*(?:"([\w.-]+)"|'([\w.-]+)'|([^\][\\"'$;]*))\][ \t]*)?(=|;.*$|$)/;

/**
 * PHP's `parse_ini_file`. What is written in double quotes or without quotes is the same in its three modes; in single
 * quotes it is not in INI_SCANNER_RAW, which takes them for a part of the value, so they are kept but never brought in.
 */
export const php: Dialect = {
  word: 'php',
  read,
  spell,
  fold: (key) => key,
  key: /^(?!(?:true|on|yes|false|off|no|none|null)$)[\w.-]+$/i,
  global: true,
};

function read(text: string, refuse: (offset: number) => never): IniFile {
  const pairs: Pair[] = [];
  const sections: Section[] = [];
  const counts = new Map<string, number>();
  for (const { 1: source = '', index: offset } of text.matchAll(line)) {
    if (nothing.test(source)) continue;
    const lineEndOffset = offset + source.length;
    const name = header.exec(source)?.[1];
    if (name !== undefined) {
      sections.push({ name, offset, lineEndOffset });
      continue;
    }
    const section = sections.at(-1)?.name ?? '';
    const pair = readPair(text, source, offset, section, refuse);
    if (!pair) continue;
    pairs.push(pair.member === '' ? { ...pair, member: nextIndex(counts, section, pair.key) } : pair);
  }
  return { pairs, sections };
}

function nextIndex(counts: Map<string, number>, section: string, key: string): number {
  const list = JSON.stringify([section, key]);
  const index = counts.get(list) ?? 0;
  counts.set(list, index + 1);
  return index;
}

/** @returns `undefined` for a line without separator: it sets nothing */
function readPair(
  text: string,
  source: string,
  offset: number,
  section: string,
  refuse: (offset: number) => never,
): Pair | undefined {
  const match = label.exec(source);
  if (!match) return refuse(offset);
  const [head, indent = '', key = '', inDouble, inSingle, bare, sign = ''] = match;
  const member = inDouble ?? inSingle ?? bare;
  if (isWord(key)) return refuse(offset);
  if (sign !== '=') return member === undefined ? undefined : refuse(offset);
  const lineEndOffset = offset + source.length;
  const separatorEnd = offset + head.length;
  const measured = measure(text, separatorEnd, lineEndOffset);
  if (!measured) return refuse(offset);
  const keyStart = offset + indent.length;
  const empty = measured.start === measured.end;
  const place = emptyPlace(text, separatorEnd);
  return {
    section,
    key,
    member,
    lineStartOffset: offset,
    keyStart,
    keyEnd: keyStart + head.trim().slice(0, -1).trimEnd().length,
    start: empty ? place : measured.start,
    end: empty ? place : measured.end,
    lineEndOffset,
    ...meaningOf(text.slice(measured.start, measured.end), text.slice(measured.end, lineEndOffset + 1)),
  };
}

/** In double quotes, INI_SCANNER_RAW leaves the backslash there and the other modes, in one version or another, do not. */
const escapes = /\\[\\"'$]/;

/** A text that the reader takes apart: strings beside each other, or what its modes cut off at different places. */
const apart: Placeholder = { variable: undefined };

/** At the very end of the file, blanks become a part of a value that stands in no double quotes. */
const runsOut = /^[ \t]+$/;

function meaningOf(literal: string, tail: string): Meaning {
  const quote = literal[0] === '"' || literal[0] === "'" ? literal[0] : '';
  if (literal !== '' && quote !== '"' && runsOut.test(tail)) return { value: undefined, exact: false, quote };
  if (quote === '') return bareMeaning(literal);
  const body = literal.slice(1, -1);
  const one = literal.length > 1 && literal.endsWith(quote) && !hasClosingInside(body, quote);
  if (!one || (quote === '"' && tail.includes('"'))) {
    return { value: undefined, exact: false, computed: apart, quote };
  }
  if (quote === "'") return { value: body, exact: true, quote };
  if (body.includes('${')) return computedMeaning(body, quote);
  const same = !escapes.test(body);
  return { value: same ? body : undefined, exact: same, quote };
}

function hasClosingInside(body: string, quote: string): boolean {
  return quote === "'" ? body.includes("'") : /(?:^|[^\\])"/.test(body);
}

function computedMeaning(body: string, quote: Quote): Meaning {
  return { value: undefined, exact: false, computed: placeholderIn(body) ?? apart, quote };
}

/** Characters that no mode gives a meaning to. */
const inert = /^[^$&|^~(){}!"'=;\p{Cc}]*$/u;

function bareMeaning(literal: string): Meaning {
  if (literal.includes('${')) return computedMeaning(literal, '');
  if (/["']/.test(literal)) return { value: undefined, exact: false, computed: apart, quote: '' };
  if (isWord(literal)) return { value: literal, exact: true, quote: '', word: true };
  const words = literal.split(/[ \t]+/);
  if (!inert.test(literal) || words.some(isWord)) return { value: undefined, exact: false, quote: '' };
  return { value: literal, exact: !words.some(mayBeConstant), quote: '' };
}

/** PHP puts a constant's value in place of its name; all of its own have an underscore, or no small letter. */
function mayBeConstant(word: string): boolean {
  return /^[A-Za-z_]\w*$/.test(word) && (word.includes('_') || !/[a-z]/.test(word));
}

/** What INI_SCANNER_TYPED turns into a number is no text any more, unless it prints as it was. */
function isBareText(value: string): boolean {
  if (/^[1-9]\d{0,14}$/.test(value)) return true;
  return (
    /^[A-Za-z0-9]+$/.test(value) && Number.isNaN(Number(value)) && !isWord(value) && !mayBeConstant(value)
  );
}

function spell(value: string, quote: Quote, tail: string): string | undefined {
  if (/[\p{Cc}\u2028\u2029]/u.test(value)) return undefined;
  const ends = !runsOut.test(tail);
  if (quote === '' && ends && isBareText(value)) return value;
  if (quote === "'" && ends && !value.includes("'")) return `'${value}'`;
  const alike = !/"|\\$|\$\{/.test(value) && !escapes.test(value) && !tail.includes('"');
  return alike ? `"${value}"` : undefined;
}

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

/** The range of a value on its line, without spaces and a comment. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the end of the value after a separator, as PHP does: a semicolon ends it, unless it is in quotes.
 *
 * @returns `undefined` where a quote stays open, or a dollar sign swallows the end of the value: in some of PHP's modes
 *   the value then continues on the following lines
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

/** Any number of backslashes escapes a double quote, unless the line ends after the quote. */
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

/** Outside quotes, a dollar sign swallows the next character, whatever it is. */
function isHarmlessDollar(source: string): boolean {
  return /^\$(?:\{[^{}"';]*\}|[^{\s;\\"'])/.test(source);
}

const line = /([^\r\n]*)(?:\r\n|[\r\n]|$)/g;
const nothing = /^[ \t]*(?:;.*)?$/;
const header = /^\[((?:[^\][\\"'$;]|\\(?=\w))+)\][ \t]*(?:;.*)?$/;
const label =
  /^([ \t]*)((?! )[^=\t;&|^$~(){}!"[\]\0]+?)[ \t]*(?:\[[ \t]*(?:"([\w.-]+)"|'([\w.-]+)'|([^\][\\"'$;]*))\][ \t]*)?(=|;.*$|$)/;

/**
 * PHP's `parse_ini_file`. Its three modes agree on values in double quotes or without quotes. In INI_SCANNER_RAW single
 * quotes are part of the value, so existing ones are kept but new ones never written.
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

/** In double quotes INI_SCANNER_RAW keeps the backslash; the other modes, in some versions, do not. */
const escapes = /\\[\\"'$]/;

/** Several strings in a row, or a text that PHP's modes end at different places. */
const ambiguous: Placeholder = { variable: undefined };

/** At the very end of the file, spaces become part of a value that is not in double quotes. */
const trailingSpaces = /^[ \t]+$/;

function meaningOf(literal: string, tail: string): Meaning {
  const quote = literal[0] === '"' || literal[0] === "'" ? literal[0] : '';
  if (literal !== '' && quote !== '"' && trailingSpaces.test(tail))
    return { value: undefined, exact: false, quote };
  if (quote === '') return bareMeaning(literal);
  const body = literal.slice(1, -1);
  const one = literal.length > 1 && literal.endsWith(quote) && !hasClosingInside(body, quote);
  if (!one || (quote === '"' && tail.includes('"'))) {
    return { value: undefined, exact: false, computed: ambiguous, quote };
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
  return { value: undefined, exact: false, computed: placeholderIn(body) ?? ambiguous, quote };
}

/** Characters without a special meaning in any mode. */
const inert = /^[^$&|^~(){}!"'=;\p{Cc}]*$/u;

function bareMeaning(literal: string): Meaning {
  if (literal.includes('${')) return computedMeaning(literal, '');
  if (/["']/.test(literal)) return { value: undefined, exact: false, computed: ambiguous, quote: '' };
  if (isWord(literal)) return { value: literal, exact: true, quote: '', word: true };
  const words = literal.split(/[ \t]+/);
  if (!inert.test(literal) || words.some(isWord)) return { value: undefined, exact: false, quote: '' };
  return { value: literal, exact: !words.some(mayBeConstant), quote: '' };
}

/** PHP replaces a constant's name by its value. All built-in constants have an underscore, or no lower-case letter. */
function mayBeConstant(word: string): boolean {
  return /^[A-Za-z_]\w*$/.test(word) && (word.includes('_') || !/[a-z]/.test(word));
}

/** INI_SCANNER_TYPED turns some texts into numbers, which must print as they were written. */
function isBareText(value: string): boolean {
  if (/^[1-9]\d{0,14}$/.test(value)) return true;
  return (
    /^[A-Za-z0-9]+$/.test(value) && Number.isNaN(Number(value)) && !isWord(value) && !mayBeConstant(value)
  );
}

function spell(value: string, quote: Quote, tail: string): string | undefined {
  if (/[\p{Cc}\u2028\u2029]/u.test(value)) return undefined;
  const ends = !trailingSpaces.test(tail);
  if (quote === '' && ends && isBareText(value)) return value;
  if (quote === "'" && ends && !value.includes("'")) return `'${value}'`;
  const alike = !/"|\\$|\$\{/.test(value) && !escapes.test(value) && !tail.includes('"');
  return alike ? `"${value}"` : undefined;
}

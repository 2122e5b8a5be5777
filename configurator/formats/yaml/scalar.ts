import { isScalar, type Scalar } from 'yaml';
import type { Edit } from '../format.ts';
import { doubleQuoted, numberText } from '../literals.ts';

/**
 * Plain (unquoted) scalars that every version of YAML reads as text. YAML 1.1 reads `yes`, `on` and `y` as booleans, `010`
 * as 8, `12:30:45` as 45045 and `1_000` as 1000; YAML 1.2 reads `1e3` and `0o17` as numbers. So these are words of letters,
 * digits and a few other characters in between that begin with a letter and are not reserved in either version, or that
 * begin with a digit and have a letter that no number has in any base.
 */
const words =
  /^[A-Za-z_][A-Za-z0-9_]*(?:[-./+=]+[A-Za-z0-9_]+)*=*(?: [A-Za-z_][A-Za-z0-9_]*(?:[-./+=]+[A-Za-z0-9_]+)*=*)*$/;
const digitsAndLetters = /^(?=.*[g-mp-wyzG-MP-WYZ])[0-9][A-Za-z0-9]*$/;
const reserved = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

/** Whether a value may stand without quotes. */
function isPlainText(value: string): boolean {
  if (digitsAndLetters.test(value)) return true;
  return words.test(value) && !reserved.test(value);
}

export function isNull(source: string): boolean {
  return /^(?:~|null|Null|NULL|)$/.test(source);
}

/** A boolean at least in YAML 1.1. */
function isBoolean(source: string): boolean {
  return /^(?:true|false|yes|no|on|off)$/i.test(source);
}

const mayBeRead = /^(?:[-+]?\.?[0-9]|[-+]?\.(?:inf|nan)$|=$|<<$)/i;

/**
 * The text that readers get from a plain scalar.
 *
 * @returns `undefined` where it depends on the reader
 */
function readPlain(source: string): string | undefined {
  if (isNull(source)) return '';
  if (source === 'true' || source === 'false' || isPlainText(source)) return source;
  const number = numberText(source);
  if (number !== undefined) return number;
  return isBoolean(source) || /^[yn]$/i.test(source) || mayBeRead.test(source) ? undefined : source;
}

export type QuoteStyle = 'plain' | 'single' | 'double';

/** What single quotes can hold in every version of YAML: printable characters on one line. */
const single = /^[^\p{Cc}\u00A0\u2028\u2029\uFEFF\uFFFE\uFFFF\p{Surrogate}]*$/u;

/** Spells a text as a scalar that every reader takes for that text, in the wanted quotes where they can hold it. */
export function spell(text: string, quote: QuoteStyle): string {
  if (quote === 'plain' && isPlainText(text)) return text;
  if (quote === 'single' && single.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return doubleQuoted(text);
}

export function quoteOf(scalar: Scalar): QuoteStyle {
  if (scalar.type === 'QUOTE_SINGLE') return 'single';
  return scalar.type === 'PLAIN' ? 'plain' : 'double';
}

interface ScalarText {
  /** `undefined` where readers differ. */
  readonly text: string | undefined;
  /** It is text to every reader, not a number, boolean or null. */
  readonly exact: boolean;
}

export function readScalar(scalar: Scalar.Parsed): ScalarText {
  const value = String(scalar.value);
  if (scalar.type !== 'PLAIN' || scalar.tag !== undefined) return { text: value, exact: true };
  const text = readPlain(value);
  return { text, exact: text !== undefined && text !== '' && !/^-?[0-9]+$/.test(text) };
}

/** Replaces a scalar by a text. A boolean stays a boolean, a block becomes one quoted line. */
export function replaceScalar(scalar: Scalar.Parsed, text: string, source: string): Edit[] {
  const [start, end] = scalar.range;
  if (scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED') {
    return replaceBlock(source, start, end, doubleQuoted(text));
  }
  const boolean = scalar.type === 'PLAIN' && isBoolean(String(scalar.value)) && /^(?:true|false)$/.test(text);
  const content = boolean ? text : spell(text, quoteOf(scalar));
  return [{ offset: start, length: end - start, content }];
}

/** The scalar replaces the header (`|2-`), so that a comment beside it stays; the lines below are removed. */
function replaceBlock(source: string, start: number, end: number, content: string): Edit[] {
  const header = /^[|>][-+0-9]*/.exec(source.slice(start, end))?.[0] ?? '';
  const headEnd = start + header.length;
  const firstBreak = source.indexOf('\n', headEnd);
  const edits: Edit[] = [{ offset: start, length: header.length, content }];
  if (firstBreak < 0 || firstBreak >= end) return edits;
  const headLineEnd = source[firstBreak - 1] === '\r' ? firstBreak - 1 : firstBreak;
  let bodyEnd = end;
  while (bodyEnd > headLineEnd && ' \t\r\n'.includes(source[bodyEnd - 1] ?? '')) bodyEnd--;
  return [...edits, { offset: headLineEnd, length: bodyEnd - headLineEnd, content: '' }];
}

/** The text of a scalar node, for reading only. */
export function textOf(node: unknown): string | undefined {
  return isScalar(node) ? String(node.value ?? '') : undefined;
}

import { type QuoteMark, quoted } from '../literals.ts';

/** The parts of a string literal. */
export interface StringLiteral {
  /** Letters before the quotes, in lower case. */
  readonly prefix: string;
  /** One quote, or three. */
  readonly quotes: string;
  readonly body: string;
}

/** How to write a string: like the one it replaces, or like its neighbours. */
export type StringStyle = Pick<StringLiteral, 'prefix' | 'quotes'>;

const opening = /^([A-Za-z]{0,2})("""|'''|"|')/;

export function takeApart(source: string): StringLiteral | undefined {
  const [head = '', prefix = '', quotes = ''] = opening.exec(source) ?? [];
  if (quotes === '' || source.length < head.length + quotes.length) return undefined;
  return { prefix: prefix.toLowerCase(), quotes, body: source.slice(head.length, -quotes.length) };
}

/** Whether a literal is terminated: the parser ends an open one with its line. */
export function isWholeString(source: string): boolean {
  const literal = takeApart(source);
  if (!literal || !source.endsWith(literal.quotes)) return false;
  const { body, quotes } = literal;
  return (
    quotes.length === 3 ||
    (backslashesAtEnd(body) % 2 === 0 && !/(?<!\\)(?:\\\\)*[\r\n]/.test(body.replaceAll('\\\r\n', '')))
  );
}

function backslashesAtEnd(body: string): number {
  let start = body.length;
  while (start > 0 && body[start - 1] === '\\') start--;
  return body.length - start;
}

/**
 * The value that Python reads.
 *
 * @returns `undefined` for bytes, f-strings, and named characters (`\N{…}`)
 */
export function decodeString({ prefix, body }: StringLiteral): string | undefined {
  const text = body.replace(/\r\n?/g, '\n');
  if (prefix === 'r') return text;
  if (prefix !== '' && prefix !== 'u') return undefined;
  let known = true;
  const decoded = text.replace(escapes, (source: string) => {
    const character = characterOf(source);
    if (character === undefined) known = false;
    return character ?? '';
  });
  return known ? decoded : undefined;
}

const escapes = /\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[0-7]{1,3}|[\s\S])/g;

const letters: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

function characterOf(source: string): string | undefined {
  const rest = source.slice(1);
  if (Object.hasOwn(letters, rest)) return letters[rest];
  if (/^[0-7]/.test(rest)) return String.fromCodePoint(Number.parseInt(rest, 8));
  // Without their digits these are errors, and only Python knows the names of characters.
  if (/^[xuUN]$/.test(rest)) return undefined;
  if (!/^[xuU]/.test(rest)) return source;
  const code = Number.parseInt(rest.slice(1), 16);
  return code > 0x10ffff ? undefined : String.fromCodePoint(code);
}

/** A literal that Python reads as exactly this value, in the given style where the value allows. */
export function writeString(value: string, { prefix, quotes }: StringStyle): string {
  const sign = quotes[0] as QuoteMark;
  if (/^r$/i.test(prefix) && holdsRaw(value, sign)) return prefix + quotes + value + quotes;
  const body = quoted(value, sign).slice(1, -1);
  return (/^u$/i.test(prefix) ? prefix : '') + quotes + body + quotes;
}

/** Whether a raw string, which has no escapes, can hold a value: no quote, no line break, no trailing backslash. */
function holdsRaw(value: string, sign: QuoteMark): boolean {
  return (
    !value.includes(sign) &&
    !value.endsWith('\\') &&
    /^[^\p{Cc}\u2028\u2029\uFEFF\p{Surrogate}]*$/u.test(value)
  );
}

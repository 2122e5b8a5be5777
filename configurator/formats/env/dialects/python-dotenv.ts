import { backslash, type Dialect, head, isInert, whole } from '../dialect.ts';
import { type Quoting, quotedValues } from '../values.ts';

const controls: Record<string, string> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Replaces a quotation's escapes. `${…}` is a variable in every quotation, and nothing escapes it. */
function decoder(escapes: RegExp): Quoting['decode'] {
  return (body) =>
    body.includes('${')
      ? undefined
      : body.replace(/\r\n?/g, '\n').replace(escapes, (_, letter: string) => controls[letter] ?? letter);
}

/** The reader looks at one backslash only: after `\\` a quote does not close. */
function quoting(escapes: RegExp): Quoting {
  return { escaped: (backslashes) => backslashes > 0, decode: decoder(escapes) };
}

const name = '[^=#\\s\'"`]+';

/** theskumar/python-dotenv. */
export const pythonDotenv: Dialect = {
  word: 'python-dotenv',
  head: head(name, '[^\\S\\r\\n]*='),
  name: whole(name),
  readValue: quotedValues({
    quotings: { "'": quoting(/\\(['\\])/g), '"': quoting(/\\([\\'"abfnrtv])/g) },
    raw: /(?:(?!\s#)[^\r\n])*/y,
    decodeRaw: (body) => (body.includes('${') ? undefined : body),
  }),
  skips: isInert,
  quotes: ['"', ''],
  encode: (value, quote) => {
    if (quote === "'") return backslash(value, /['\\]/g);
    return quote === '"' ? backslash(value, /["\\]/g) : value;
  },
};

import { backslash, type Dialect, head, whole } from '../dialect.ts';
import { wordValues } from '../values.ts';

/** `undefined` where there is a variable or a command. */
function decodeDouble(body: string): string | undefined {
  if (body.includes('$')) return undefined;
  const expanded = normalizeEol(body).replaceAll('\\"', '"').replaceAll('\\r', '\r').replaceAll('\\n', '\n');
  return expanded.replaceAll('\\\\', '\\');
}

function decodeRaw(body: string): string | undefined {
  if (body.includes('$')) return undefined;
  return body.replace(/\\(['"])/g, '$1').replaceAll('\\\\', '\\');
}

function normalizeEol(body: string): string {
  return body.replace(/\r\n?/g, '\n');
}

const name = '[A-Za-z_]\\w*';

/** Symfony's Dotenv component: values are words of a shell. */
export const symfony: Dialect = {
  word: 'symfony',
  head: head(name, '='),
  name: whole(name),
  readValue: wordValues(
    [
      { pattern: /'([^']*)'/y, quote: "'", decode: normalizeEol },
      { pattern: /"((?:[^"\\]|\\[\s\S])*)"/y, quote: '"', decode: decodeDouble },
      { pattern: /((?:[^\s'"\\#]|\\['"]?|(?<!^[^=\n]*=|[ \t])#)+)/my, quote: '', decode: decodeRaw },
    ],
    /(?:(?:[ \t]+|(?<=^[^=\n]*=))#[^\r\n]*|[ \t]*)(?=[\r\n]|$)/my,
    /(?!)/,
  ),
  skips: () => false,
  // After three backslashes the reader closes at a quote, although by pairs that quote is escaped.
  misreads: (statement) => statement.includes('\\\\\\"'),
  quotes: ["'"],
  encode: (value, quote) => {
    if (quote === "'") return value.replaceAll("'", "'\\''");
    return quote === '"' ? backslash(value, /"/g) : value;
  },
};

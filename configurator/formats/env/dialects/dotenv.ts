import { type Dialect, head, isInert, whole } from '../dialect.ts';
import { type Quoting, quotedValues } from '../values.ts';

/** The package reads CR LF and CR as LF, even inside quotes. */
function normalizeEol(body: string): string {
  return body.replace(/\r\n?/g, '\n');
}

/** In double quotes these are the only two escape sequences: not even `\"` and `\\` are. */
function expand(body: string): string {
  return normalizeEol(body).replaceAll('\\n', '\n').replaceAll('\\r', '\r');
}

function quoting(decode: Quoting['decode']): Quoting {
  return { escaped: (backslashes) => backslashes > 0, backtracks: true, decode };
}

/** dotenvx replaces `$NAME` and runs `$(command)` everywhere but in single quotes. */
function unlessExpanded(decode: (body: string) => string): Quoting['decode'] {
  return (body) => (body.includes('$') ? undefined : decode(body));
}

const name = '[\\w.-]+';
const raw = /[^#\r\n]*/y;

/**
 * npm's dotenv: literals, in which no quote can be escaped. Node's `--env-file` reads what we write in the same way, but
 * gets lost after some lines that the package skips.
 */
export const dotenv: Dialect = {
  word: 'dotenv',
  head: head(name, '[^\\S\\r\\n]*=|:(?=[ \\t])'),
  name: whole(name),
  readValue: quotedValues({
    quotings: { "'": quoting(normalizeEol), '"': quoting(expand), '`': quoting(normalizeEol) },
    raw,
    decodeRaw: (body) => body,
  }),
  skips: isInert,
  // These characters end a line for the package's regular expression only.
  refused: /[\u2028\u2029]/,
  quotes: ["'", '"', '`', ''],
  // After a backslash a quote stays open for the package and closes for Node, so a value never contains its own quotes.
  encode: (value, quote) => (quote !== '' && value.includes(quote) ? undefined : value),
};

/** dotenvx: as dotenv, with expansion, tabs, and a quote that a backslash keeps from closing. */
export const dotenvx: Dialect = {
  ...dotenv,
  word: 'dotenvx',
  readValue: quotedValues({
    quotings: {
      "'": quoting((body) => normalizeEol(body).replaceAll("\\'", "'")),
      '"': quoting(unlessExpanded((body) => expand(body).replaceAll('\\t', '\t'))),
      '`': quoting(unlessExpanded(normalizeEol)),
    },
    raw,
    decodeRaw: unlessExpanded((body) => body),
  }),
  quotes: ["'"],
};

import { type Dialect, head, isInert, whole } from '../dialect.ts';
import { type Quoting, quotedValues } from '../values.ts';

/** The package reads CR LF and CR as LF, also inside quotes. */
function normal(body: string): string {
  return body.replace(/\r\n?/g, '\n');
}

/** Double quotes know these two sequences and no others: not even `\"` and `\\`. */
function expand(body: string): string {
  return normal(body).replaceAll('\\n', '\n').replaceAll('\\r', '\r');
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
 * npm's dotenv: literals, where no quote can be escaped. Node's `--env-file` reads what we write alike; by itself it
 * goes astray after lines that the package passes over.
 */
export const dotenv: Dialect = {
  word: 'dotenv',
  head: head(name, '[^\\S\\r\\n]*=|:(?=[ \\t])'),
  name: whole(name),
  readValue: quotedValues({
    quotings: { "'": quoting(normal), '"': quoting(expand), '`': quoting(normal) },
    raw,
    decodeRaw: (body) => body,
  }),
  skips: isInert,
  // They end a line for the package's regular expression only.
  refused: /[\u2028\u2029]/,
  quotes: ["'", '"', '`', ''],
  // The package keeps a quote open after a backslash, Node closes it: a value never holds its own quotes.
  encode: (value, quote) => (quote !== '' && value.includes(quote) ? undefined : value),
};

/** dotenvx: as dotenv, with expansion, tabs, and a quote that a backslash keeps from closing. */
export const dotenvx: Dialect = {
  ...dotenv,
  word: 'dotenvx',
  readValue: quotedValues({
    quotings: {
      "'": quoting((body) => normal(body).replaceAll("\\'", "'")),
      '"': quoting(unlessExpanded((body) => expand(body).replaceAll('\\t', '\t'))),
      '`': quoting(unlessExpanded(normal)),
    },
    raw,
    decodeRaw: unlessExpanded((body) => body),
  }),
  quotes: ["'"],
};

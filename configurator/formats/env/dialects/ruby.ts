import { backslash, type Dialect, head, isInert, whole } from '../dialect.ts';
import { type Quoting, quotedValues } from '../values.ts';

/**
 * Versions differ in what a backslash means before anything but a quote or a dollar sign, and in whether a string may
 * contain a line break, so such a value counts as computed.
 */
function decodeDouble(body: string): string | undefined {
  if (/\\[^"$]|[\r\n]|(?<!\\)\$|\$\(/.test(body)) return undefined;
  return body.replace(/\\(["$])/g, '$1');
}

function decodeSingle(body: string): string | undefined {
  return /[\r\n]|\\'/.test(body) ? undefined : body;
}

function quoting(decode: Quoting['decode']): Quoting {
  return { escaped: (backslashes) => backslashes > 0, decode };
}

const name = '[\\w.]+';

/** Ruby's dotenv. */
export const ruby: Dialect = {
  word: 'ruby',
  head: head(name, '[ \\t]*=|:(?=[ \\t])'),
  name: whole(name),
  readValue: quotedValues({
    quotings: { "'": quoting(decodeSingle), '"': quoting(decodeDouble) },
    raw: /[^#\r\n]*/y,
    decodeRaw: (body) => (body.includes('$') ? undefined : body),
  }),
  skips: isInert,
  quotes: ["'", '"'],
  encode: (value, quote) => (quote === '"' ? backslash(value, /["$]/g) : value),
};

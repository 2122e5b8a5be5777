import { backslash, type Dialect, head, isBareName, whole } from '../dialect.ts';
import { quotedValues } from '../values.ts';

const unknownEscape = /(?<!\\)(?:\\\\)*\\[^"\\$fnrtv]/;
const controls: Record<string, string> = { f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** `undefined` where there is a variable. */
function decodeDouble(body: string): string | undefined {
  let computed = false;
  const value = body.replace(/\\([\s\S])|\$\{|\r\n?/g, (whole: string, character = '') => {
    computed ||= whole === '${';
    return whole.startsWith('\r') ? '\n' : (controls[character] ?? character);
  });
  return computed ? undefined : value;
}

function decodePlain(body: string): string | undefined {
  return body.includes('${') ? undefined : body;
}

/** How many quotes the reader counts in a line, before it looks at names and values. */
function countQuotes(line: string): number {
  if (line === '"') return 1;
  return line.replaceAll('\\\\', '').match(/(?=[^\\]")/g)?.length ?? 0;
}

/**
 * The reader first joins lines. A line with `="` and fewer than two quotes opens a string, even in a comment, in single
 * quotes or in an open string; any other line with a quote closes it. A statement must be exactly the lines it joins.
 */
function misreads(statement: string): boolean {
  const lines = statement.split(/\r\n|\n|\r/);
  let open = false;
  const last = lines.findIndex((line) => {
    const quotes = countQuotes(line);
    const opens = line.includes('="') && quotes < 2;
    open ||= opens;
    return !open || (!opens && quotes > 0);
  });
  return last !== lines.length - 1;
}

const name = '[\\w.]+';

/** vlucas/phpdotenv, as Laravel uses it. */
export const phpdotenv: Dialect = {
  word: 'phpdotenv',
  head: head(name, '[ \\t]*='),
  name: whole(name),
  readValue: quotedValues({
    quotings: {
      "'": { escaped: () => false, oneLine: true, decode: (body) => body },
      '"': { escaped: (backslashes) => backslashes % 2 === 1, refused: unknownEscape, decode: decodeDouble },
    },
    raw: /[^#\s]*/y,
    decodeRaw: decodePlain,
  }),
  skips: isBareName,
  misreads,
  quotes: ['"'],
  encode: (value, quote) => (quote === '"' ? backslash(value, /["\\$]/g) : value),
};

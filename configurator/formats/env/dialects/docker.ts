import { backslash, type Dialect, head, isBareName, whole } from '../dialect.ts';
import { type Quoting, quotedValues, verbatimValue } from '../values.ts';

/** A dollar sign that is neither doubled nor escaped begins a variable. */
const dollar = '$';
const escapes: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  $: '$',
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

/** Replaces `$$` and, in double quotes, backslash sequences. `undefined` where there is a variable or an octal escape. */
function interpolate(body: string, sequences: RegExp): string | undefined {
  let computed = false;
  const value = body.replace(sequences, (whole: string, character?: string) => {
    if (whole === '$$') return dollar;
    if (whole === dollar || character === '0') computed = true;
    return escapes[character ?? ''] ?? whole;
  });
  return computed ? undefined : value;
}

function paired(decode: Quoting['decode']): Quoting {
  return { escaped: (backslashes) => backslashes % 2 === 1, decode };
}

const name = '[A-Za-z_][\\w.]*';

/** Docker Compose's `.env` and `env_file`, as compose-go reads them. */
export const compose: Dialect = {
  word: 'compose',
  head: head(name, '[ \\t]*[=:]'),
  name: whole(name),
  readValue: quotedValues({
    quotings: {
      "'": paired((body) =>
        body.replace(/\\([\s\S])/g, (pair, character) => (character === "'" ? "'" : pair)),
      ),
      '"': paired((body) => interpolate(body, /\\([\s\S])|\$\$|\$/g)),
    },
    raw: /(?:(?!\s#)[^\r\n])*/y,
    decodeRaw: (body) => interpolate(body, /\$\$|\$/g),
  }),
  skips: isBareName,
  refused: /\r(?!\n)/,
  quotes: ['"'],
  encode: (value, quote) => (quote === '"' ? backslash(value, /["\\$]/g) : value),
};

const dockerName = '[^\\s=]+';

/** `docker run --env-file`. Quotes are part of the value in most releases and stripped in some. */
export const docker: Dialect = {
  word: 'docker',
  head: new RegExp(`(${dockerName})(=)`, 'y'),
  name: whole(dockerName),
  readValue: verbatimValue,
  skips: (line) => /^\s*[^\s=]+$/.test(line),
  refused: /\r(?!\n)/,
  quotes: [''],
  encode: (value) => (/^(['"]).*\1$/.test(value) ? undefined : value),
};

const short = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\f', '\\f'],
  ['\r', '\\r'],
]);

/**
 * What some reader takes for a line break, drops, or refuses when it stands unescaped: control characters, the no-break
 * space, Unicode's own line ends, the byte order mark, non-characters, halves of a surrogate pair. JSON.stringify and
 * the yaml library leave U+007F, U+0085, U+2028 and U+FEFF as they are, which PyYAML then reads otherwise.
 */
const unsafe = /["\\\p{Cc}\u00A0\u2028\u2029\uFEFF\uFFFE\uFFFF\p{Surrogate}]/gu;

/** A value in double quotes with those escapes only that JSON, YAML and JavaScript all read alike. */
export function doubleQuoted(value: string): string {
  const escaped = (character: string) =>
    short.get(character) ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return `"${value.replace(unsafe, escaped)}"`;
}

export type Sign = "'" | '"' | '`';

/** What double quotes escape and other quotes need not, and the other way round. */
const otherwise: Readonly<Record<Sign, RegExp>> = {
  '"': /(?!)/g,
  "'": /\\[\s\S]|'/g,
  '`': /\\[\s\S]|`|\$(?=\{)/g,
};

/** A value between quotes, with those escapes only that JavaScript and Python read alike; backticks are JavaScript's. */
export function quoted(value: string, sign: Sign): string {
  const body = doubleQuoted(value).slice(1, -1);
  const escaped = (source: string) => {
    if (source === '\\"') return '"';
    return source.startsWith('\\') ? source : `\\${source}`;
  };
  return sign + body.replace(otherwise[sign], escaped) + sign;
}

/**
 * Integers that every reader gives back as they stand: no leading zero, no sign in front of a zero, and below the 2^53
 * from which JavaScript rounds.
 */
const canonicalInteger = /^(?:0|-?[1-9][0-9]{0,14})$/;

/**
 * What a number's source says as text.
 *
 * @returns `undefined` where readers print it otherwise
 */
export function numberText(source: string): string | undefined {
  return canonicalInteger.test(source) ? source : undefined;
}

/** `%env(NAME)%` and `%env(int:NAME)%` (Symfony). */
const symfony = /%env\((?:[^()]*:)?([A-Za-z_]\w*)\)%/;

/** A value that is one placeholder, as Spring, Serverless, Maven and many more have it: `${NAME}`, `${NAME:default}`. */
const braces = /^\$\{[^{}]*\}$/;
const bracesName = /^\$\{(?:env[:.])?([A-Za-z_]\w*)/;

/** A text that its consumer replaces by something else. */
export interface Placeholder {
  /** The environment variable it stands for, where it names one. */
  readonly variable: string | undefined;
}

export function placeholderIn(text: string): Placeholder | undefined {
  const env = symfony.exec(text);
  if (env) return { variable: env[1] };
  return braces.test(text) ? { variable: bracesName.exec(text)?.[1] } : undefined;
}

/** What a slot says of a value that is computed. */
export function computedValue({ variable }: Placeholder): {
  readonly value: undefined;
  readonly exact: false;
  readonly variable?: string;
} {
  return { value: undefined, exact: false, ...(variable !== undefined && { variable }) };
}

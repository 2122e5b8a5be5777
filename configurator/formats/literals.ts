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
 * Characters that some readers drop, refuse or take for a line break unless they are escaped: control characters, the no-break
 * space, Unicode's own line ends, the byte order mark, non-characters, halves of a surrogate pair. JSON.stringify and
 * the yaml library leave U+007F, U+0085, U+2028 and U+FEFF as they are, which PyYAML then reads otherwise.
 */
const unsafe = /["\\\p{Cc}\u00A0\u2028\u2029\uFEFF\uFFFE\uFFFF\p{Surrogate}]/gu;

/** A value in double quotes, using only escapes that JSON, YAML and JavaScript read in the same way. */
export function doubleQuoted(value: string): string {
  const escaped = (character: string) =>
    short.get(character) ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return `"${value.replace(unsafe, escaped)}"`;
}

export type QuoteMark = "'" | '"' | '`';

/** For each quote mark: what it escapes and double quotes do not, and the other way round. */
const differences: Readonly<Record<QuoteMark, RegExp>> = {
  '"': /(?!)/g,
  "'": /\\[\s\S]|'/g,
  '`': /\\[\s\S]|`|\$(?=\{)/g,
};

/** A value in quotes, using only escapes that JavaScript and Python read in the same way; backticks are for JavaScript. */
export function quoted(value: string, mark: QuoteMark): string {
  const body = doubleQuoted(value).slice(1, -1);
  const escaped = (source: string) => {
    if (source === '\\"') return '"';
    return source.startsWith('\\') ? source : `\\${source}`;
  };
  return mark + body.replace(differences[mark], escaped) + mark;
}

/**
 * Integers that every reader prints as they are written: no leading zero, no sign before a zero, and below 2^53, above
 * which JavaScript rounds.
 */
const canonicalInteger = /^(?:0|-?[1-9][0-9]{0,14})$/;

/**
 * A number's source as text.
 *
 * @returns `undefined` where readers would print it differently
 */
export function numberText(source: string): string | undefined {
  return canonicalInteger.test(source) ? source : undefined;
}

/** `%env(NAME)%` and `%env(int:NAME)%` (Symfony). */
const symfony = /%env\((?:[^()]*:)?([A-Za-z_]\w*)\)%/;

/** A value that is one placeholder, as Spring, Serverless, Maven and many more have it: `${NAME}`, `${NAME:default}`. */
const braces = /^\$\{[^{}]*\}$/;
const bracesName = /^\$\{(?:env[:.])?([A-Za-z_]\w*)/;

/** A text that the file's reader replaces with something else. */
export interface Placeholder {
  /** The environment variable it stands for, where it names one. */
  readonly variable: string | undefined;
}

export function placeholderIn(text: string): Placeholder | undefined {
  const env = symfony.exec(text);
  if (env) return { variable: env[1] };
  return braces.test(text) ? { variable: bracesName.exec(text)?.[1] } : undefined;
}

/** The slot of a computed value. */
export function computedValue({ variable }: Placeholder): {
  readonly value: undefined;
  readonly exact: false;
  readonly variable?: string;
} {
  return { value: undefined, exact: false, ...(variable !== undefined && { variable }) };
}

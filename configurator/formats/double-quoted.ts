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

/** What XML has no spelling for, not even as a reference. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Blanks that readers turn into others, and whatever is not ASCII: the file may not be what its first line declares. */
const special = /[&<>"\t\n\r]|[^ -~]/gu;

const named = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

function reference(character: string): string {
  return named.get(character) ?? `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;
}

/**
 * Writes a value for an attribute.
 *
 * @param quote what it will stand between
 * @returns `undefined` where XML cannot hold it
 */
export function escapeAttribute(value: string, quote: string): string | undefined {
  if (forbidden.test(value)) return undefined;
  const escaped = value.replace(special, reference);
  return quote === "'" ? escaped.replaceAll("'", '&apos;') : escaped;
}

/**
 * Writes a value for the content of an element.
 *
 * @returns `undefined` where XML cannot hold it, or its readers drop it: many take blanks alone for layout
 */
export function escapeText(value: string): string | undefined {
  if (forbidden.test(value) || (value !== '' && value.trim() === '')) return undefined;
  return value.replace(special, (character) => (character === '"' ? character : reference(character)));
}

/** Says whether a value can stand in a CDATA section, where there are no references. */
export function fitsCdata(value: string): boolean {
  return /^[ -~]*[!-~][ -~]*$/.test(value) && !value.includes(']]>');
}

const letters = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['f', '\f'],
]);

/** @returns `undefined` where a `\u` has no four hexadecimal digits: Java then refuses the whole file */
export function decodeEscapes(text: string): string | undefined {
  let malformed = false;
  const decoded = text.replace(/\\(?:u([0-9A-Fa-f]{4})|([\s\S]))/g, (_escape, code?: string, letter = '') => {
    malformed ||= letter === 'u';
    return code === undefined
      ? (letters.get(letter) ?? letter)
      : String.fromCharCode(Number.parseInt(code, 16));
  });
  return malformed ? undefined : decoded;
}

/** Whatever is not printable ASCII: a reader may take the file for ISO-8859-1 or for UTF-8. */
const foreign = /[^ -~]/g;

function escapeCharacter(character: string): string {
  for (const [letter, meant] of letters) if (meant === character) return `\\${letter}`;
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

export function escapeKey(key: string): string {
  return key.replace(/[\\ =:#!]/g, '\\$&').replace(foreign, escapeCharacter);
}

/** A blank or a separator at the start would be taken for what separates, a blank at the end for a slip. */
export function escapeValue(value: string): string {
  return value
    .replaceAll('\\', '\\\\')
    .replace(/(?!^) $/, '\\u0020')
    .replace(/^[ =:]/, '\\$&')
    .replace(foreign, escapeCharacter);
}

const letters = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['f', '\f'],
]);

/** @returns `undefined` where four hexadecimal digits do not follow a `\u`: Java then refuses the whole file */
function decodeEscapes(text: string): string | undefined {
  let malformed = false;
  const decoded = text.replace(/\\(?:u([0-9A-Fa-f]{4})|([\s\S]))/g, (_escape, code?: string, letter = '') => {
    malformed ||= letter === 'u';
    return code === undefined
      ? (letters.get(letter) ?? letter)
      : String.fromCharCode(Number.parseInt(code, 16));
  });
  return malformed ? undefined : decoded;
}

/** Characters beyond printable ASCII: a reader may decode the file as ISO-8859-1 or as UTF-8. */
const foreign = /[^ -~]/g;

function escapeCharacter(character: string): string {
  for (const [letter, meant] of letters) if (meant === character) return `\\${letter}`;
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

export function escapeKey(key: string): string {
  return key.replace(/[\\ =:#!]/g, '\\$&').replace(foreign, escapeCharacter);
}

/** A space or separator at the start would belong to the separator; a space at the end looks like a mistake. */
export function escapeValue(value: string): string {
  return value
    .replaceAll('\\', '\\\\')
    .replace(/(?!^) $/, '\\u0020')
    .replace(/^[ =:]/, '\\$&')
    .replace(foreign, escapeCharacter);
}

/** A line as its reader sees it: without comments and blank lines, continued lines joined. */
interface LogicalLine {
  /** Without leading spaces and continuations; escapes are not decoded. */
  readonly text: string;
  /** The offset in the file of a character of `text`; the text's length gives its end. */
  readonly offsetOf: (index: number) => number;
  /** The end of the last line, with a trailing backslash that continues nothing. */
  readonly end: number;
}

interface Piece {
  readonly text: string;
  readonly offset: number;
  /** The end of its line, before the line break. */
  readonly end: number;
}

const blanks = /^[ \t\f]*/;
const ignored = /^[ \t\f]*(?:[#!]|$)/;

/** The line ends in a backslash that is not itself escaped. */
function continues(line: string): boolean {
  let end = line.length;
  while (line[end - 1] === '\\') end--;
  return (line.length - end) % 2 === 1;
}

/** The lines of a `java.util.Properties` file, joined as `load` joins them. */
function* logicalLines(text: string): Generator<LogicalLine> {
  let pieces: Piece[] = [];
  for (const [index, line] of naturalLines(text)) {
    // Without any text so far the line has not begun: this may be a comment.
    if (pieces.every(({ text }) => text === '')) pieces = [];
    if (pieces.length === 0 && ignored.test(line)) continue;
    const offset = index + (blanks.exec(line)?.[0].length ?? 0);
    const open = continues(line);
    const end = index + line.length;
    pieces.push({ text: text.slice(offset, open ? end - 1 : end), offset, end });
    if (open) continue;
    if (pieces.some(({ text }) => text !== '')) yield join(pieces);
    pieces = [];
  }
}

/** Every line with its offset, the empty one after the last line break included. */
function* naturalLines(text: string): Generator<readonly [offset: number, line: string]> {
  for (const { 1: line = '', index } of text.matchAll(/([^\r\n]*)(?:\r\n|[\r\n]|$)/g)) yield [index, line];
}

/** Blank lines at the end of a continuation are left out. */
function join(pieces: readonly Piece[]): LogicalLine {
  const filled = pieces.slice(0, pieces.findLastIndex(({ text }) => text !== '') + 1);
  const kept = filled.length > 0 ? filled : pieces.slice(0, 1);
  return {
    text: kept.map(({ text }) => text).join(''),
    offsetOf: (index) => offsetIn(kept, index),
    end: kept.at(-1)?.end ?? 0,
  };
}

function offsetIn(pieces: readonly Piece[], index: number): number {
  let before = 0;
  for (const { text, offset } of pieces) {
    if (index < before + text.length) return offset + index - before;
    before += text.length;
  }
  const last = pieces.at(-1);
  return last ? last.offset + last.text.length : 0;
}

/** A key and its value, as `java.util.Properties` reads them. */
export interface Property {
  /** `undefined` where an escape is malformed. */
  readonly key: string | undefined;
  readonly value: string | undefined;
  /** The text between key and value. Where it is empty, a value written there would become part of the key. */
  readonly separator: string;
  /** Where the key begins. */
  readonly offset: number;
  /** The range of the value. */
  readonly start: number;
  readonly end: number;
}

const keyPart = /^(?:[^\\ \t\f=:]+|\\[\s\S])*/;
const separatorPart = /^[ \t\f]*(?:[=:][ \t\f]*)?/;

export function properties(text: string): Property[] {
  return Array.from(logicalLines(text), cut);
}

function cut({ text, offsetOf, end }: LogicalLine): Property {
  const key = keyPart.exec(text)?.[0] ?? '';
  const separator = separatorPart.exec(text.slice(key.length))?.[0] ?? '';
  const valueAt = key.length + separator.length;
  return {
    key: decodeEscapes(key),
    value: decodeEscapes(text.slice(valueAt)),
    separator,
    offset: offsetOf(0),
    start: offsetOf(valueAt),
    end,
  };
}

const letters = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['f', '\f'],
]);

/** @returns `undefined` where a `\u` has no four hexadecimal digits: Java then refuses the whole file */
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

/** A line as its reader sees it: comments and blank lines are gone, continued lines are one. */
interface LogicalLine {
  /** Without leading blanks and without what continues it; escapes are still in. */
  readonly text: string;
  /** Where a character of `text` stands in the file; its length gives the end of the text. */
  readonly offsetOf: (index: number) => number;
  /** Where the last line ends, with the backslash of a continuation that nothing follows. */
  readonly end: number;
}

interface Piece {
  readonly text: string;
  readonly offset: number;
  /** Where its line ends, before the line break. */
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
    // What has no text yet is no line yet: a comment may still come.
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

/** Every line with its offset, the empty one behind the last line break included. */
function* naturalLines(text: string): Generator<readonly [offset: number, line: string]> {
  for (const { 1: line = '', index } of text.matchAll(/([^\r\n]*)(?:\r\n|[\r\n]|$)/g)) yield [index, line];
}

/** Blank lines at the end of a continuation hold nothing and stay out of it. */
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
  /** What stands between key and value; empty where nothing does, and a value put there would lengthen the key. */
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

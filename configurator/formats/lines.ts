import type { Edit } from './format.ts';

/** The line number of an offset, from 1. CR LF, LF and a lone CR each end a line. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let position = 0; position < offset; position++) {
    const code = text.charCodeAt(position);
    if (code === 10 || (code === 13 && text.charCodeAt(position + 1) !== 10)) line++;
  }
  return line;
}

/**
 * Prepares `lineAt` for many offsets of one text.
 *
 * @returns a function whose cost is logarithmic in the number of lines
 */
export function lineIndex(text: string): (offset: number) => number {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** The line break of a text: its first one; LF where there is none. */
export function eolOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** The start of an offset's line. LF and CR LF end a line here, a lone CR does not. */
export function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The end of an offset's line: its line break, or the end of the text. */
export function lineEndAfter(text: string, offset: number): number {
  const next = text.indexOf('\n', offset);
  if (next < 0) return text.length;
  return next > offset && text[next - 1] === '\r' ? next - 1 : next;
}

/** The start of the line after an offset; `undefined` where there is none. */
function nextLine(text: string, offset: number): number | undefined {
  const next = text.indexOf('\n', offset);
  return next < 0 ? undefined : next + 1;
}

/** Inserts whole lines after the line of an offset. A last line without line break stays without one. */
export function linesAfter(text: string, offset: number, lines: readonly string[]): Edit {
  const eol = eolOf(text);
  const next = nextLine(text, offset);
  if (next === undefined) return linesAtEnd(text, lines);
  return { offset: next, length: 0, content: lines.map((line) => line + eol).join('') };
}

/** Appends whole lines. A last line without line break stays without one. */
export function linesAtEnd(text: string, lines: readonly string[]): Edit {
  const eol = eolOf(text);
  const open = text !== '' && !/[\r\n]$/.test(text);
  const content = lines.map((line) => (open ? eol + line : line + eol)).join('');
  return { offset: text.length, length: 0, content };
}

/** Inserts whole lines before the line of an offset and the comment lines right above it. */
export function linesBefore(text: string, offset: number, lines: readonly string[], comment: string): Edit {
  const eol = eolOf(text);
  let start = startOfLine(text, offset);
  for (;;) {
    const above = start > 0 ? startOfLine(text, start - 1) : start;
    if (start === above || !text.slice(above, start).trimStart().startsWith(comment)) break;
    start = above;
  }
  return { offset: start, length: 0, content: lines.map((line) => line + eol).join('') };
}

/** The indentation of an offset's line. */
export function indentOf(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(startOfLine(text, offset), offset))?.[0] ?? '';
}

/**
 * The text between the start of a line and an offset, where it is only spaces.
 *
 * @returns `undefined` where there is anything else
 */
export function indentBefore(text: string, offset: number): string | undefined {
  let start = offset;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  const first = start === 0 || text[start - 1] === '\n' || text[start - 1] === '\r';
  return first ? text.slice(start, offset) : undefined;
}

/** Whether a range has a line to itself, apart from a comment that begins with `mark`. */
export function standsAlone(text: string, start: number, end: number, mark: string): boolean {
  const rest = new RegExp(`[ \\t]*(?:${mark}[^\\r\\n]*)?(?=[\\r\\n]|$)`, 'y');
  rest.lastIndex = end;
  return indentBefore(text, start) !== undefined && rest.test(text) && !/[\r\n]/.test(text.slice(start, end));
}

/** The line on which an offset stands, from 1. CR LF, LF and a lone CR each end a line. */
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

/** How a text ends its lines: as its first line does, LF where it has one line only. */
export function lineEnd(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

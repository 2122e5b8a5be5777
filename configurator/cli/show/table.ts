import { visible } from '../../../shared/outside-text.ts';

/** The rows of a table as lines, each column as wide as its contents in a terminal. */
export function alignedLines(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...rows.map((row) => widthOf(row[at] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/** The width of a text with terminal controls escaped. */
function widthOf(text: string): number {
  return visible(text).length;
}

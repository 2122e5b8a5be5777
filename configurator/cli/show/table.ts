import { visible } from '../../../shared/outside-text.ts';

/** The rows of a table as lines, each column as wide as what stands in it, as a terminal shows it. */
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

/** What acts on a terminal stands escaped there. */
function widthOf(text: string): number {
  return visible(text).length;
}

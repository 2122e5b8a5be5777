import { above, childrenOf, isShown, parentOf, queryAll, textOf, textsIn } from '../capture/dom.ts';

/** A masked key, as the console writes one. */
export const maskedValue = /^\s*[*•●]{3,}\s*\w{3}\s*$/u;

/** The heading of the column of masked keys, in any wording. */
const heading = /masqu|masked/iu;

/** Fewer columns do not make the list. */
const fewest = 4;
/** No cell of the list is longer, nor is any list. */
const [longest, most] = [200, 500];

/**
 * Reads the rows around a masked key, whatever they are built of: a row is what has as many children as the row of the
 * key. What the cells mean is settled elsewhere.
 *
 * @returns the texts of the cells, headings first; `undefined` where there are no headings
 */
export function gridAround(masked: Text): string[][] | undefined {
  let columns = 0;
  for (let at = parentOf(masked) as Element | null; at; at = above(at)) {
    const rows = columns > 0 ? rowsIn(at, columns) : [];
    const headings = rows.find((row) => heading.test(textOf(row, longest)));
    if (headings) return [headings, ...rows.filter((row) => row !== headings).slice(0, most)].map(cellsOf);
    const { length } = childElements(at);
    if (columns === 0 && length >= fewest) columns = length;
  }
  return undefined;
}

/** A box of rows may happen to hold as many of them as there are columns. */
function rowsIn(container: Element, columns: number): Element[] {
  return queryAll(container, '*').filter(
    (element) =>
      childElements(element).length === columns &&
      [...textsIn(element)].filter(({ data }) => maskedValue.test(data)).length <= 1 &&
      isShown(element),
  );
}

const cellsOf = (row: Element): string[] =>
  childElements(row).map((cell) => textOf(cell, longest).slice(0, longest));

const childElements = (element: Element): Element[] =>
  [...childrenOf(element)].filter((child) => child instanceof Element);

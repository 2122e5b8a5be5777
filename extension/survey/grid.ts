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
 * headings. What the cells mean is settled elsewhere.
 *
 * @returns the texts of the cells, headings first; `undefined` where there are no headings
 */
export function gridAround(masked: Text): string[][] | undefined {
  for (let at = parentOf(masked) as Element | null; at; at = above(at)) {
    const headings = headingsIn(at);
    if (headings) return rowsIn(at, headings);
  }
  return undefined;
}

function headingsIn(container: Element): Element | undefined {
  for (const text of textsIn(container)) {
    if (text.data.length > longest || !heading.test(text.data)) continue;
    for (let at = parentOf(text) as Element | null; at && at !== container; at = above(at)) {
      if (childElements(at).length >= fewest) return at;
    }
  }
  return undefined;
}

function rowsIn(container: Element, headings: Element): string[][] {
  const columns = childElements(headings).length;
  const rows = queryAll(container, '*').filter(
    (element) => element !== headings && childElements(element).length === columns && isRow(element),
  );
  return [headings, ...rows.slice(0, most)].map(cellsOf);
}

/** A box of rows may happen to hold as many of them as there are columns. */
function isRow(element: Element): boolean {
  const values = [...textsIn(element)].filter(({ data }) => maskedValue.test(data));
  return values.length <= 1 && isShown(element);
}

const cellsOf = (row: Element): string[] =>
  childElements(row).map((cell) => textOf(cell, longest).slice(0, longest));

const childElements = (element: Element): Element[] =>
  [...childrenOf(element)].filter((child) => child instanceof Element);

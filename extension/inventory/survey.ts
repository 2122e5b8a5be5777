import {
  above,
  childElements,
  isDialog,
  isShown,
  matches,
  parentOf,
  queryAll,
  textOf,
  textsIn,
} from '../capture/dom.ts';
import { type EditedKey, findEditedKey, mayContainTitle } from '../capture/find.ts';
import { piecesOf } from '../capture/pieces.ts';
import { read } from '../capture/reading.ts';
import { isEditTitle } from '../capture/words.ts';

/** A masked value, as the console writes it. */
const maskedValue = /^\s*[*•●]{3,}\s*\w{3}\s*$/u;

/** The heading of the column of masked keys, in any wording. */
const maskedHeading = /masqu|masked/iu;

/** The fewest columns that the list can have. */
const minColumns = 4;
/** The longest cell in characters, and the most rows, that are read. */
const [maxCellLength, maxRows] = [200, 500];

/**
 * Reads the rows around a masked value, whatever their elements: a row is any element with as many children as the row
 * of that value. `readList` interprets the cells.
 *
 * @returns the texts of the cells, headings first; `undefined` if there are no headings
 */
function gridAround(masked: Text): string[][] | undefined {
  let columns = 0;
  for (let at = parentOf(masked) as Element | null; at; at = above(at)) {
    const rows = columns > 0 ? rowsIn(at, columns) : [];
    const headings = rows.find((row) => maskedHeading.test(textOf(row, maxCellLength)));
    if (headings) return [headings, ...rows.filter((row) => row !== headings).slice(0, maxRows)].map(cellsOf);
    const { length } = childElements(at);
    if (columns === 0 && length >= minColumns) columns = length;
  }
  return undefined;
}

/**
 * Excludes an element that contains several masked values: a container may happen to have as many rows as there are
 * columns.
 */
function rowsIn(container: Element, columns: number): Element[] {
  return queryAll(container, '*').filter(
    (element) =>
      childElements(element).length === columns &&
      [...textsIn(element)].filter(({ data }) => maskedValue.test(data)).length <= 1 &&
      isShown(element),
  );
}

const cellsOf = (row: Element): string[] =>
  childElements(row).map((cell) => textOf(cell, maxCellLength).slice(0, maxCellLength));

/** Reads the edit form under a title; `undefined` while it shows no key, masked or not. */
function editedKeyUnder(title: Text): EditedKey | undefined {
  for (let form: Element | null = parentOf(title); form; form = above(form)) {
    const pieces = piecesOf(form);
    const reading = read(form, pieces);
    if (reading.kind === 'complete') return { form, shown: reading.shown };
    if (pieces.some(({ text }) => maskedValue.test(text))) return { form };
    if (isDialog(form) || matches(form, 'body, main')) break;
  }
  return undefined;
}

/** What a page shows besides pop-ups. */
export interface Survey {
  /** The cells of the list of keys. */
  readonly list?: string[][] | undefined;
  readonly edited?: EditedKey | undefined;
  /** The edit form is there, perhaps still without its key. */
  readonly isEditing: boolean;
}

/** Searches a page for the list of keys and for the form that edits one. */
export function survey(root: Node): Survey {
  let list: string[][] | undefined;
  let edited: EditedKey | undefined;
  let isEditing = false;
  for (const text of textsIn(root)) {
    if (maskedValue.test(text.data) && isTextShown(text)) list ??= gridAround(text);
    if (!mayContainTitle(text.data) || !isEditTitle(text.data) || !isTextShown(text)) continue;
    isEditing = true;
    edited ??= editedKeyUnder(text);
  }
  edited ??= findEditedKey(root);
  return { list, edited, isEditing };
}

function isTextShown(text: Text): boolean {
  const parent = parentOf(text);
  return parent !== null && isShown(parent);
}

/** How long a page must be quiet before it is surveyed, and how long a busy page can delay that, in milliseconds. */
const [quietTime, longestWait] = [400, 3000];

/**
 * Surveys a page each time it has changed and is quiet again: this is less urgent than a pop-up.
 *
 * @returns a function to call when the page has changed
 */
export function surveyor(see: (seen: Survey) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | undefined;

  const changed = () => {
    const now = performance.now();
    since ??= now;
    clearTimeout(timer);
    timer = setTimeout(look, now - since > longestWait ? 0 : quietTime);
  };
  const look = () => {
    since = undefined;
    const seen = survey(document);
    see(seen);
    // A value can appear in a control without a mutation, so keep looking.
    if (seen.isEditing) changed();
  };
  return changed;
}

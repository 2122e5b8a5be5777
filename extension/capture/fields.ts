import {
  above,
  attributeOf,
  childElements,
  closest,
  matches,
  parentOf,
  queryAll,
  rootOf,
  textOf,
} from './dom.ts';
import { isWithin, type Piece, textsAround } from './pieces.ts';
import { fieldOfLabel, type Labelled } from './words.ts';

/** Every text that names a control: an element it refers to, its own attributes, a label around it or for it. */
export function labelsOf(control: Element): string[] {
  const id = attributeOf(control, 'id');
  const labelsFor = id ? queryAll(rootOf(control), `label[for="${CSS.escape(id)}"]`) : [];
  return [
    ...namesOf(control),
    ...['placeholder', 'title'].map((name) => attributeOf(control, name) ?? ''),
    ...labelsFor.map((element) => textOf(element)),
    ...labelsAround(control),
  ].filter((text) => text.trim() !== '');
}

/** The names that an element has for a screen reader: `aria-labelledby` and `aria-label`. */
export function namesOf(element: Element): string[] {
  const ids = (attributeOf(element, 'aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const root = rootOf(element);
  return [
    ...ids.map((id) =>
      queryAll(root, `[id="${CSS.escape(id)}"]`)
        .map((named) => textOf(named))
        .join(' '),
    ),
    attributeOf(element, 'aria-label') ?? '',
  ];
}

/** A label around the control, or beside it in the same parent: a floating label comes after its control. */
function labelsAround(control: Element): string[] {
  const parent = parentOf(control);
  if (!parent) return [];
  if (matches(parent, 'label')) return [textOf(parent)];
  return queryAll(parent, 'label:not([for])').map((element) => textOf(element));
}

/** What a box shows for one field: the texts that may be its value, the shortest first. */
export interface Field {
  readonly candidates: readonly string[];
  /** The element that shows the value. */
  readonly element: Element;
}

interface Label {
  readonly field: Labelled;
  readonly element: Element;
  /** Indexes into the pieces: the label's first piece, and the one after its last. */
  readonly start: number;
  readonly end: number;
  /** The value, if it is in the same text as the label. */
  readonly inline?: string | undefined;
}

/** A longer text cannot be a label. */
const maxLabelLength = 80;

/** Finds the labelled fields of a box: controls by their names, texts by the label before them. */
export function fieldsOf(box: Element, pieces: readonly Piece[]): Map<Labelled, Field> {
  const found = new Map<Labelled, Field>();
  const labels = labelsIn(box, pieces);
  for (const label of labels) {
    const field = fieldAfter(label, labels, pieces);
    if (field && !found.has(label.field)) found.set(label.field, field);
  }
  // A control's own label is more reliable than the text that happens to come before it.
  for (const { kind, element, text } of pieces) {
    if (kind !== 'control') continue;
    const name = labelsOf(element).map(fieldOfLabel).find(Boolean);
    if (name) found.set(name, { candidates: [text], element });
  }
  return found;
}

function labelsIn(box: Element, pieces: readonly Piece[]): Label[] {
  const labels: Label[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const label = labelAt(box, pieces, at);
    if (!label) continue;
    labels.push(label);
    at = Math.max(at, label.end - 1);
  }
  return labels;
}

/** The largest element around a piece whose whole text is a label. */
function labelAt(box: Element, pieces: readonly Piece[], at: number): Label | undefined {
  const piece = pieces[at];
  if (piece?.kind !== 'text') return undefined;
  const inline = inlineLabel(piece, at);
  if (inline) return inline;
  let label: Label | undefined;
  for (let element: Element | null = piece.element; element && element !== box; element = above(element)) {
    const within = element;
    const inside = pieces.filter((other) => isWithin(other.element, within));
    const text = inside.map((other) => other.text).join(' ');
    if (text.length > maxLabelLength || inside.some((other) => other.kind === 'control')) break;
    const field = fieldOfLabel(text) ?? fieldOfLabel(inside.map((other) => other.text).join(''));
    if (field) label = { field, element, start: at, end: at + inside.length };
  }
  return label ?? bareLabel(piece, at);
}

/** A label in the same element as its value, but in a text node of its own. */
function bareLabel(piece: Piece, at: number): Label | undefined {
  const field = fieldOfLabel(piece.text);
  return field && { field, element: piece.element, start: at, end: at + 1 };
}

function inlineLabel(piece: Piece, at: number): Label | undefined {
  const [, name = '', inline] = /^([^:]{3,60}):\s*(\S.*)$/su.exec(piece.text) ?? [];
  const field = fieldOfLabel(name);
  return field && { field, element: piece.element, start: at, end: at + 1, inline };
}

const headCells = 'thead *, th + th, th:has(+ th), [role=columnheader], [role=columnheader] *';

/** The cell under a heading of a table, in the first row that has as many cells. */
function cellBelow(label: Element): Element | undefined {
  if (!matches(label, headCells)) return undefined;
  const head = closest(label, 'th, td, [role=columnheader]');
  const row = head && parentOf(head);
  const table = row && closest(row, 'table, [role=table], [role=grid]');
  if (!table) return undefined;
  const cells = childElements(row);
  const rows = queryAll(table, 'tr, [role=row]').map(childElements);
  const next = rows.find((other) => other.length === cells.length && other[0] !== cells[0]);
  return next?.[cells.indexOf(head)];
}

function fieldAfter(label: Label, labels: readonly Label[], pieces: readonly Piece[]): Field | undefined {
  if (label.inline !== undefined) return { candidates: [label.inline], element: label.element };
  const next = pieces[label.end];
  const below = cellBelow(label.element);
  if (below)
    return {
      candidates: pieces.filter(({ element }) => isWithin(element, below)).map(({ text }) => text),
      element: below,
    };
  if (!next || labels.some(({ start, end }) => start <= label.end && label.end < end)) return undefined;
  if (next.kind === 'control') return { candidates: [next.text], element: next.element };
  const holdsOneField = (element: Element) =>
    !labels.some((other) => isWithin(other.element, element)) &&
    !pieces.some((other) => other.kind === 'control' && isWithin(other.element, element));
  return { candidates: [...textsAround(pieces, next, holdsOneField)], element: next.element };
}

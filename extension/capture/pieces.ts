import { above, controlValue, matches, shownChildrenOf } from './dom.ts';
import { trimInvisible } from './text.ts';
import { fieldBefore } from './words.ts';

/** One thing that a person reads in a box: a run of text or the value of a control. */
export interface Piece {
  readonly kind: 'text' | 'control';
  readonly text: string;
  /** The control, or the element that contains the text. */
  readonly element: Element;
}

/** Never part of a value: scripts, pictures (an icon's name may be a text), buttons beside a value. */
const skippedElements =
  'script, style, template, noscript, svg, button, [role=button], [role=img], [aria-hidden=true]';

/** Reads a box in the order it is shown, shadow roots included. */
export function piecesOf(box: Element): Piece[] {
  return [...walk(box)];
}

function* walk(element: Element): Generator<Piece> {
  const value = controlValue(element);
  if (value !== undefined) {
    yield { kind: 'control', text: trimInvisible(value), element };
    return;
  }
  for (const child of shownChildrenOf(element)) {
    if (child instanceof Element && !matches(child, skippedElements)) yield* walk(child);
    if (child instanceof Text) yield* textsOf(child, element);
  }
}

/** The texts of a node: usually one, but it may contain several fields, each on its own line. */
function* textsOf({ data }: Text, element: Element): Generator<Piece> {
  const lines = data.split('\n');
  const isList = lines.some(fieldBefore);
  for (const line of isList ? lines : [data]) {
    const text = trimInvisible(line);
    if (text) yield { kind: 'text', text, element };
  }
}

/** Whether an element is `ancestor` or is inside it, across shadow roots. */
export function isWithin(element: Element | null, ancestor: Element): boolean {
  for (let at = element; at; at = above(at)) if (at === ancestor) return true;
  return false;
}

/** The texts of the elements around a piece, from the piece outwards, as long as `accept` accepts the element. */
export function* textsAround(
  pieces: readonly Piece[],
  piece: Piece,
  accept: (element: Element) => boolean,
): Generator<string> {
  yield piece.text;
  for (let at: Element | null = piece.element; at && accept(at); at = above(at)) {
    const within = at;
    yield joinPieces(pieces.filter((other) => other.kind === 'text' && isWithin(other.element, within)));
  }
}

/** Joins a value that was split. The space after `Basic` was trimmed as an outer one, so it is put back. */
function joinPieces(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => (text === 'Basic' ? `${text} ` : text)).join('');
}

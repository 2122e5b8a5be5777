import { above, childrenOf, controlValue, matches, shadowOf } from './dom.ts';
import { bare } from './text.ts';

/** One thing that a person reads in a box, in reading order: a run of text or what a control holds. */
export interface Piece {
  readonly kind: 'text' | 'control';
  readonly text: string;
  /** The control, or the element that the text stands in. */
  readonly element: Element;
}

/** What is no part of a value: programs, pictures (an icon's name may be a text), buttons beside a value. */
const skipped =
  'script, style, template, noscript, svg, button, [role=button], [role=img], [aria-hidden=true]';

/** Reads a box, open shadow roots included. */
export function piecesOf(box: Element): Piece[] {
  return [...walk(box)];
}

function* walk(element: Element): Generator<Piece> {
  const value = controlValue(element);
  if (value !== undefined) {
    yield { kind: 'control', text: bare(value), element };
    return;
  }
  const shadow = shadowOf(element);
  if (shadow) yield* walkChildren(shadow, element);
  yield* walkChildren(element, element);
}

function* walkChildren(parent: Node, element: Element): Generator<Piece> {
  for (const child of childrenOf(parent)) {
    if (child instanceof Text) {
      const text = bare(child.data);
      if (text) yield { kind: 'text', text, element };
    } else if (child instanceof Element && !matches(child, skipped)) {
      yield* walk(child);
    }
  }
}

/** Says whether an element or one of its ancestors is another, open shadow roots passed through. */
export function isWithin(element: Element | null, ancestor: Element): boolean {
  for (let at = element; at; at = above(at)) if (at === ancestor) return true;
  return false;
}

/** The texts that the elements around a piece show, from the piece outwards, while `accept` accepts the element. */
export function* textsAround(
  pieces: readonly Piece[],
  piece: Piece,
  accept: (element: Element) => boolean,
): Generator<string> {
  yield piece.text;
  for (let at: Element | null = piece.element; at && accept(at); at = above(at)) {
    const within = at;
    yield pieces
      .filter((other) => other.kind === 'text' && isWithin(other.element, within))
      .map((other) => other.text)
      .join('');
  }
}

import { asks, boxOf, dialogs } from './box.ts';
import { childrenOf, isShown, matches, parentOf, shadowOf } from './dom.ts';
import { overlayAround } from './overlay.ts';
import { isWithin, type Piece, piecesOf } from './pieces.ts';
import { type Reading, read } from './reading.ts';
import { titleAround, titleInName } from './titles.ts';
import { isEditTitle, isForeignAuthorization, type Language } from './words.ts';

/** A place that is, or may become, the pop-up. */
export interface Candidate {
  readonly element: Element;
  /** The language of its title; without a known title, only a key that proves itself makes it the pop-up. */
  readonly language: Language | undefined;
}

/** A pop-up that shows a new key, and what it shows now. */
export interface Finding {
  readonly box: Element;
  readonly language: Language | undefined;
  readonly reading: Reading;
}

/** Finds every place under a node that is worth a look, open shadow roots included; `onShadow` is told of those. */
export function* candidatesIn(node: Node, onShadow?: (root: ShadowRoot) => void): Generator<Candidate> {
  if (node instanceof Text) {
    const parent = parentOf(node);
    const title = titleAround(node);
    if (title) yield title;
    else if (parent && isForeignAuthorization(node.data)) yield { element: parent, language: undefined };
    return;
  }
  if (node instanceof Element) {
    if (matches(node, dialogs)) yield { element: node, language: undefined };
    const shadow = shadowOf(node);
    if (shadow) {
      onShadow?.(shadow);
      yield* candidatesIn(shadow, onShadow);
    }
  }
  for (const child of childrenOf(node)) yield* candidatesIn(child, onShadow);
}

/** Looks at a candidate: `undefined` while it is no pop-up that shows a new key, or nobody sees it. */
function look(candidate: Candidate): Finding | undefined {
  const { element } = candidate;
  const isDialog = matches(element, dialogs);
  if (isDialog && !isShown(element)) return undefined;
  const language = candidate.language ?? (isDialog ? titleInName(element) : undefined);
  if (!language) return isDialog ? foreign(element) : foreign(overlayAround(element));
  const box = boxOf(element);
  return box && isShown(box) ? { box, language, reading: read(box, piecesOf(box), true) } : undefined;
}

/** A pop-up in another language, as a browser translates one: only a key that proves itself makes it one. */
function foreign(box: Element | undefined): Finding | undefined {
  if (!box || !isShown(box)) return undefined;
  const pieces = piecesOf(box);
  if (!pieces.some(({ text }) => text.startsWith('Basic')) || isForm(box, pieces)) return undefined;
  const reading = read(box, pieces, false);
  return reading.kind === 'complete' ? { box, language: undefined, reading } : undefined;
}

/** The form that changes a key may show it again. */
function isForm(box: Element, pieces: readonly Piece[]): boolean {
  return asks(box) || pieces.some(({ text }) => isEditTitle(text));
}

/**
 * Looks again at a pop-up that was found, whose title may have been redrawn or translated since: `undefined` where none
 * of its fields is left.
 */
export function lookAgain({ box, language }: Finding): Finding | undefined {
  const reading = read(box, piecesOf(box), language !== undefined);
  const isThere = reading.elements.length > 0 || reading.kind === 'complete';
  return isThere ? { box, language, reading } : undefined;
}

/**
 * Finds the pop-ups that show a new key in a page. Which page it is does not matter here: the script runs on the
 * consoles only, and the background checks the sender's origin again.
 */
export function find(root: Node): Finding[] {
  return [...lookAtAll(candidatesIn(root)).values()];
}

/** Looks at candidates and gives each pop-up once, with the language of its title where one is known. */
export function lookAtAll(candidates: Iterable<Candidate>): Map<Element, Finding> {
  const found = new Map<Element, Finding>();
  for (const candidate of candidates) {
    const finding = look(candidate);
    if (finding && (finding.language || !found.has(finding.box))) found.set(finding.box, finding);
  }
  for (const [box, finding] of found) {
    if ([...found.values()].some((other) => isSurer(other, finding))) found.delete(box);
  }
  return found;
}

/** Of two boxes around the same pop-up the one with its title is surer, then the smaller one. */
function isSurer(other: Finding, finding: Finding): boolean {
  if (other === finding) return false;
  if (isWithin(other.box, finding.box)) return !finding.language || other.language !== undefined;
  return isWithin(finding.box, other.box) && !finding.language && other.language !== undefined;
}

import { boxOf, dialogs } from './box.ts';
import { childrenOf, isShown, matches, shadowOf } from './dom.ts';
import { piecesOf } from './pieces.ts';
import { type Reading, read } from './reading.ts';
import { titleAround, titleInName } from './titles.ts';
import { isEditTitle, type Language } from './words.ts';

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
    const title = titleAround(node);
    if (title) yield title;
    return;
  }
  if (node instanceof Element) {
    if (matches(node, dialogs)) yield titleInName(node) ?? { element: node, language: undefined };
    const shadow = shadowOf(node);
    if (shadow) {
      onShadow?.(shadow);
      yield* candidatesIn(shadow, onShadow);
    }
  }
  for (const child of childrenOf(node)) yield* candidatesIn(child, onShadow);
}

/** Looks at a candidate: `undefined` while it is no pop-up that shows a new key, or nobody sees it. */
function look({ element, language }: Candidate): Finding | undefined {
  const box = language ? boxOf(element) : element;
  if (!box || !isShown(box)) return undefined;
  const pieces = piecesOf(box);
  if (!language) {
    const proof = pieces.some(({ text }) => text.startsWith('Basic '));
    if (!proof || pieces.some(({ text }) => isEditTitle(text))) return undefined;
  }
  const reading = read(box, pieces);
  return language || reading.kind === 'complete' ? { box, language, reading } : undefined;
}

/**
 * Looks again at a pop-up that was found, whose title may have been redrawn or translated since: `undefined` where none
 * of its fields is left.
 */
export function lookAgain({ box, language }: Finding): Finding | undefined {
  const reading = read(box, piecesOf(box));
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
  return found;
}

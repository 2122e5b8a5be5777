import { asks, boxOf, dialogs, overlayAround } from './box.ts';
import {
  above,
  isShown,
  matches,
  mayHoldShadow,
  parentOf,
  queryAll,
  shadowOf,
  textOf,
  textsIn,
} from './dom.ts';
import { namesOf } from './fields.ts';
import { isWithin, type Piece, piecesOf } from './pieces.ts';
import { type Reading, read } from './reading.ts';
import { isEditTitle, isForeignAuthorization, type Language, titleLanguage } from './words.ts';

/** An element that reads as the title of the pop-up, and in which language it does. */
interface Title {
  readonly element: Element;
  readonly language: Language;
}

/** A word of every title in any of its spellings, so that a text without one costs a single test. */
const trigger = /cl[eé]|key|cr[eé]|HTTP/iu;

/** Says whether a text may have a title in it, or the label that a translated pop-up is found by. */
export const mayHoldTitle = (text: string): boolean => trigger.test(text);

const longestTitle = 120;
/** How many elements may stand around a part of a title that is split, as by a translation. */
const deepest = 4;

/** The title that a text is, or is a part of. */
function titleAround(text: Text): Title | undefined {
  if (text.data.length > longestTitle) return undefined;
  let element = parentOf(text) as Element | null;
  const own = titleLanguage(text.data);
  if (element && own) return { element, language: own };
  for (let level = 0; element && level < deepest; level++, element = above(element)) {
    const whole = textOf(element, longestTitle);
    if (whole.length > longestTitle) return undefined;
    const language = titleLanguage(whole);
    if (language) return { element, language };
  }
  return undefined;
}

/** The language of the title that a dialog has as its name only, which may stand outside it. */
function titleInName(dialog: Element): Language | undefined {
  return namesOf(dialog).map(titleLanguage).find(Boolean);
}

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

/**
 * Finds every place under a node that is worth a look, shadow roots included; `onShadow` is told of those. A page draws
 * thousands of nodes that are none: the browser's own search passes over them.
 */
export function* candidatesIn(node: Node, onShadow?: (root: ShadowRoot) => void): Generator<Candidate> {
  for (const text of textsIn(node)) if (mayHoldTitle(text.data)) yield* candidateAt(text);
  if (node instanceof CharacterData) return;
  const below = queryAll(node, mayHoldShadow);
  const elements = node instanceof Element ? [node, ...below] : below;
  for (const element of elements) {
    const shadow = shadowOf(element);
    if (!shadow) continue;
    onShadow?.(shadow);
    yield* candidatesIn(shadow, onShadow);
  }
  const self = node instanceof Element && matches(node, dialogs) ? [node] : [];
  for (const element of [...self, ...queryAll(node, dialogs)]) yield { element, language: undefined };
}

function* candidateAt(text: Text): Generator<Candidate> {
  const parent = parentOf(text);
  const title = titleAround(text);
  if (title) yield title;
  else if (parent && isForeignAuthorization(text.data)) yield { element: parent, language: undefined };
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

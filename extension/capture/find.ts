import { boxOf, canClose, isEditing, isPage, placeAround } from './box.ts';
import {
  above,
  attributesOf,
  closest,
  controlValue,
  dialogs,
  isDialog,
  isShown,
  matches,
  parentOf,
  queryAll,
  shadowsIn,
  textOf,
  textsIn,
} from './dom.ts';
import { namesOf } from './fields.ts';
import { isWithin, piecesOf } from './pieces.ts';
import { type Reading, read, readUnproven, type Shown } from './reading.ts';
import { fieldBefore, type Language, titleLanguage } from './words.ts';

/** An element that reads as the title of the pop-up, and in which language it does. */
interface Title {
  readonly element: Element;
  readonly language: Language;
}

/** A word of every title in any of its spellings, so that a text without one costs a single test. */
const trigger = /cl[eé]|key|cr[eé]/iu;

/** Says whether a text may have a title in it. */
export const mayHoldTitle = (text: string): boolean => trigger.test(text);

const longestTitle = 120;
/** How many elements may stand around a part of a title, or of a header, that is split, as by a translation. */
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
  readonly language?: Language | undefined;
  /** It names a key, which may be the first one: shown without an Authorization. */
  readonly isLabel?: boolean;
}

/** A pop-up that shows a new key, and what it shows now. */
export interface Finding {
  readonly box: Element;
  readonly language?: Language | undefined;
  readonly reading: Reading;
  /** The key may be changed where it stands: it is no new one. */
  readonly isEdited?: boolean;
}

/** Where the header of a key may stand, apart from texts: what a control holds may come without any mutation. */
const holders = `${dialogs}, input, textarea, [value^="Basic "], [title^="Basic "]`;

/**
 * Finds every place under a node that is worth a look, shadow roots included; `onShadow` is told of those. A page draws
 * thousands of nodes that are none: the browser's own search passes over them.
 */
export function* candidatesIn(node: Node, onShadow?: (root: ShadowRoot) => void): Generator<Candidate> {
  for (const text of textsIn(node)) yield* candidateAt(text);
  if (node instanceof CharacterData) return;
  for (const shadow of shadowsIn(node)) {
    onShadow?.(shadow);
    yield* candidatesIn(shadow, onShadow);
  }
  const self = node instanceof Element && matches(node, holders) ? [node] : [];
  for (const element of [...self, ...queryAll(node, holders)]) yield { element };
}

function* candidateAt(text: Text): Generator<Candidate> {
  const parent = parentOf(text);
  const title = mayHoldTitle(text.data) ? titleAround(text) : undefined;
  if (title) yield title;
  const isLabel = !title && fieldBefore(text.data) === 'accessKey';
  if (parent && isLabel) yield { element: parent, isLabel };
  if (parent && text.data.includes('Basic')) yield { element: parent, language: title?.language };
}

/** Looks at a candidate with a title: `undefined` while it is no pop-up that shows a new key, or nobody sees it. */
function titled({ element, language: known }: Candidate): Finding | undefined {
  const language = known ?? (isDialog(element) ? titleInName(element) : undefined);
  const box = language && isShown(element) ? boxOf(element) : undefined;
  return box && isShown(box) ? { box, language, reading: read(box, piecesOf(box)) } : undefined;
}

/**
 * Finds the place where a key proves itself: the smallest element around a header that also shows the key which the header
 * encodes. No title and no label need be known for it.
 */
function proving(seed: Element): Finding | undefined {
  const isWhole = isDialog(seed);
  if (!isShown(seed) || !(isWhole || mayHoldHeader(seed))) return undefined;
  for (let at: Element | null = seed; at; at = above(at)) {
    const reading = read(at, piecesOf(at));
    if (reading.kind === 'complete' && beginning.test(reading.shown.authorization)) return placed(at);
    if (isWhole || isPage(at)) return undefined;
  }
  return undefined;
}

/** How a header begins that is of a merchant: `MNO` are what a digit becomes first. What follows may be in other elements. */
const beginning = /Basic\s*(?:[MNO]|$)/;

const mayHoldHeader = (seed: Element): boolean =>
  [controlValue(seed) ?? textOf(seed, longestTitle), ...attributesOf(seed)].some((text) =>
    beginning.test(text),
  );

/** How far above the label of a key its value and its merchant id may be. */
const nearest = 8;
/** More texts than the place of one key has. */
const mostPieces = 60;

/**
 * Finds the place of a key that nothing proves: the first one, as the last step of the registration shows it, or one in an
 * old console. A key without a merchant id beside it cannot be read, and is said to be there.
 */
function unproven(label: Element): Finding | undefined {
  if (!isShown(label)) return undefined;
  let found: Finding | undefined;
  for (let at: Element | null = label, level = 0; at && level < nearest; at = above(at), level++) {
    const pieces = piecesOf(at);
    if (pieces.length > mostPieces) break;
    const reading = readUnproven(at, pieces);
    const isComplete = reading?.kind === 'complete';
    if (reading && (isComplete || !found)) found = { box: at, reading };
    if (isComplete || isPage(at)) break;
  }
  if (!found) return undefined;
  const box = placeAround(found.box);
  return isEditing(box) ? undefined : { ...found, box };
}

function placed(pair: Element): Finding | undefined {
  let box = placeAround(pair);
  // A sample in a text has both in one block.
  if (closest(pair, 'pre, code, samp') && !canClose(box)) return undefined;
  let reading = read(box, piecesOf(box));
  if (reading.kind === 'incomplete') [box, reading] = [pair, read(pair, piecesOf(pair))];
  return { box, reading, isEdited: isEditing(box) };
}

/**
 * Looks again at a pop-up that was found by its title, which may have been redrawn or translated since: `undefined` where
 * none of its fields is left.
 */
export function lookAgain({ box, language }: Finding): Finding | undefined {
  if (!language) return undefined;
  const reading = read(box, piecesOf(box));
  const isThere = reading.elements.length > 0 || reading.kind === 'complete';
  return isThere ? { box, language, reading } : undefined;
}

/**
 * Finds the pop-ups that show a new key in a page. Which page it is does not matter here: the script runs on the
 * consoles only, and the background checks the sender's origin again.
 */
export function find(root: Node): Finding[] {
  return [...lookAtAll(candidatesIn(root)).values()].filter(({ isEdited }) => !isEdited);
}

/** The key of the form that changes one; `shown` where the console shows it again, as it does in homologation. */
export interface EditedKey {
  readonly form: Element;
  readonly shown?: Shown;
}

/** Finds a key that proves itself in a place where it may be changed, whatever that is called. */
export function editedIn(root: Node): EditedKey | undefined {
  const found = [...lookAtAll(candidatesIn(root)).values()].find(({ isEdited }) => isEdited);
  return found?.reading.kind === 'complete' ? { form: found.box, shown: found.reading.shown } : undefined;
}

/** Looks at candidates and gives each pop-up once, with the language of its title where one is known. */
export function lookAtAll(candidates: Iterable<Candidate>): Map<Element, Finding> {
  const found = new Map<Element, Finding>();
  const others: Candidate[] = [];
  for (const candidate of candidates) {
    const finding = titled(candidate);
    if (finding) found.set(finding.box, finding);
    else others.push(candidate);
  }
  const boxes = [...found.keys()];
  for (const { element, isLabel } of others) {
    // What is in a box with a title was read with it.
    const isRead = boxes.some((box) => isWithin(element, box));
    const finding = isRead ? undefined : isLabel ? unproven(element) : proving(element);
    if (finding) found.set(finding.box, finding);
  }
  for (const [box, finding] of found) {
    if ([...found.values()].some((other) => isSurer(other, finding))) found.delete(box);
  }
  return found;
}

/** Of two boxes around the same pop-up the one that can be read is surer, then the one with its title, then the smaller. */
function isSurer(other: Finding, finding: Finding): boolean {
  const isInside = isWithin(other.box, finding.box);
  if (other === finding || !(isInside || isWithin(finding.box, other.box))) return false;
  const more = rank(other) - rank(finding);
  return more > 0 || (more === 0 && isInside);
}

const rank = ({ reading, language }: Finding) =>
  (reading.kind === 'complete' && reading.shown.merchantId === undefined ? 2 : 0) + (language ? 1 : 0);

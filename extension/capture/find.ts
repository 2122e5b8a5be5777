import { boxOf, canClose, isEditing, isPage, placeAround } from './box.ts';
import {
  above,
  attributesOf,
  closest,
  controlValue,
  dialogSelector,
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

/** An element whose text is the title of the pop-up, and the language of that title. */
interface Title {
  readonly element: Element;
  readonly language: Language;
}

/** Every title contains one of these words, so most texts cost a single test. */
const titleWord = /cl[eé]|key|cr[eé]/iu;

/** Whether a text may contain a title. */
export const mayContainTitle = (text: string): boolean => titleWord.test(text);

const maxTitleLength = 120;
/** How many elements may surround one part of a title that is split, for example by a translation. */
const maxSplitDepth = 4;

/** The title that a text node belongs to. */
function titleAround(text: Text): Title | undefined {
  if (text.data.length > maxTitleLength) return undefined;
  let element = parentOf(text) as Element | null;
  const own = titleLanguage(text.data);
  if (element && own) return { element, language: own };
  for (let level = 0; element && level < maxSplitDepth; level++, element = above(element)) {
    const whole = textOf(element, maxTitleLength);
    if (whole.length > maxTitleLength) return undefined;
    const language = titleLanguage(whole);
    if (language) return { element, language };
  }
  return undefined;
}

/** The language of a title that is only the dialog's accessible name, and may be outside the dialog. */
function titleInName(dialog: Element): Language | undefined {
  return namesOf(dialog).map(titleLanguage).find(Boolean);
}

/** A place that is, or may become, the pop-up. */
export interface Candidate {
  readonly element: Element;
  /** The language of its title; without a known title, only a value beside its Authorization makes it the pop-up. */
  readonly language?: Language | undefined;
  /** Its text labels a key that may be shown without an Authorization, as a merchant's first key is. */
  readonly isLabel?: boolean;
}

/** A pop-up that shows a new key, and what it shows now. */
export interface Finding {
  readonly box: Element;
  readonly language?: Language | undefined;
  readonly reading: Reading;
  /** The key is in a form that edits it, so it is not new. */
  readonly isEdited?: boolean;
}

/** Where an Authorization may be outside of text nodes. The value of a control can change without a mutation. */
const headerHolders = `${dialogSelector}, input, textarea, [value^="Basic "], [title^="Basic "]`;

/**
 * Finds every candidate under a node, shadow roots included; `onShadow` is called for each of those. Most nodes of a
 * page are no candidates, so the search is left to the browser's own selectors.
 */
export function* candidatesIn(node: Node, onShadow?: (root: ShadowRoot) => void): Generator<Candidate> {
  for (const text of textsIn(node)) yield* candidateAt(text);
  if (node instanceof CharacterData) return;
  for (const shadow of shadowsIn(node)) {
    onShadow?.(shadow);
    yield* candidatesIn(shadow, onShadow);
  }
  const self = node instanceof Element && matches(node, headerHolders) ? [node] : [];
  for (const element of [...self, ...queryAll(node, headerHolders)]) yield { element };
}

function* candidateAt(text: Text): Generator<Candidate> {
  const parent = parentOf(text);
  const title = mayContainTitle(text.data) ? titleAround(text) : undefined;
  if (title) yield title;
  const isLabel = !title && fieldBefore(text.data) === 'accessKey';
  if (parent && isLabel) yield { element: parent, isLabel };
  if (parent && text.data.includes('Basic')) yield { element: parent, language: title?.language };
}

/** Reads a candidate with a title; `undefined` while it is not a visible pop-up that shows a new key. */
function readByTitle({ element, language: known }: Candidate): Finding | undefined {
  const language = known ?? (isDialog(element) ? titleInName(element) : undefined);
  const box = language && isShown(element) ? boxOf(element) : undefined;
  return box && isShown(box) ? { box, language, reading: read(box, piecesOf(box)) } : undefined;
}

/**
 * Finds the smallest element around an Authorization that also shows the value which the Authorization encodes. It
 * needs no known title or label.
 */
function readByHeader(seed: Element): Finding | undefined {
  const isWhole = isDialog(seed);
  if (!isShown(seed) || !(isWhole || mayContainHeader(seed))) return undefined;
  for (let at: Element | null = seed; at; at = above(at)) {
    const reading = read(at, piecesOf(at));
    if (reading.kind === 'complete' && headerBeginning.test(reading.shown.authorization))
      return findingAround(at);
    if (isWhole || isPage(at)) return undefined;
  }
  return undefined;
}

/**
 * The beginning of a merchant's Authorization: in base64 a first digit becomes M, N or O. The rest may be in other
 * elements.
 */
const headerBeginning = /Basic\s*(?:[MNO]|$)/;

const mayContainHeader = (seed: Element): boolean =>
  [controlValue(seed) ?? textOf(seed, maxTitleLength), ...attributesOf(seed)].some((text) =>
    headerBeginning.test(text),
  );

/** How many levels above the label of a key its value and its merchant id may be. */
const maxLevelsAboveLabel = 8;
/** The place of one key has fewer texts than this. */
const maxPieces = 60;

/**
 * Finds a key without an Authorization: the first one, which the last step of the registration shows, or one in an old
 * console. Without a merchant id beside it, it cannot be read; the finding then reports it as incomplete.
 */
function readByLabel(label: Element): Finding | undefined {
  if (!isShown(label)) return undefined;
  let found: Finding | undefined;
  for (
    let at: Element | null = label, level = 0;
    at && level < maxLevelsAboveLabel;
    at = above(at), level++
  ) {
    const pieces = piecesOf(at);
    if (pieces.length > maxPieces) break;
    const reading = readUnproven(at, pieces);
    const isComplete = reading?.kind === 'complete';
    if (reading && (isComplete || !found)) found = { box: at, reading };
    if (isComplete || isPage(at)) break;
  }
  if (!found) return undefined;
  const box = placeAround(found.box);
  return isEditing(box) ? undefined : { ...found, box };
}

function findingAround(pair: Element): Finding | undefined {
  let box = placeAround(pair);
  // A code sample has both in one block.
  if (closest(pair, 'pre, code, samp') && !canClose(box)) return undefined;
  let reading = read(box, piecesOf(box));
  if (reading.kind === 'incomplete') [box, reading] = [pair, read(pair, piecesOf(pair))];
  return { box, reading, isEdited: isEditing(box) };
}

/**
 * Reads again a pop-up that was found by its title, which may have been redrawn or translated since; `undefined` if
 * none of its fields is left.
 */
export function readAgain({ box, language }: Finding): Finding | undefined {
  if (!language) return undefined;
  const reading = read(box, piecesOf(box));
  const hasFields = reading.elements.length > 0 || reading.kind === 'complete';
  return hasFields ? { box, language, reading } : undefined;
}

/**
 * Finds the pop-ups that show a new key in a page. It does not check which page this is: the script runs on the
 * consoles only, and the background checks the sender's origin again.
 */
export function find(root: Node): Finding[] {
  return [...readCandidates(candidatesIn(root)).values()].filter(({ isEdited }) => !isEdited);
}

/** A form that edits a key; `shown` if the console shows the key again, as it does in homologation. */
export interface EditedKey {
  readonly form: Element;
  readonly shown?: Shown;
}

/** Finds a key beside its Authorization in a form that edits it, whatever the title of that form. */
export function findEditedKey(root: Node): EditedKey | undefined {
  const found = [...readCandidates(candidatesIn(root)).values()].find(({ isEdited }) => isEdited);
  return found?.reading.kind === 'complete' ? { form: found.box, shown: found.reading.shown } : undefined;
}

/** Reads the candidates and returns each pop-up once, with the language of its title if that is known. */
export function readCandidates(candidates: Iterable<Candidate>): Map<Element, Finding> {
  const found = new Map<Element, Finding>();
  const others: Candidate[] = [];
  for (const candidate of candidates) {
    const finding = readByTitle(candidate);
    if (finding) found.set(finding.box, finding);
    else others.push(candidate);
  }
  const boxes = [...found.keys()];
  for (const { element, isLabel } of others) {
    // Anything inside a box with a title was read with that box.
    const isRead = boxes.some((box) => isWithin(element, box));
    const finding = isRead ? undefined : isLabel ? readByLabel(element) : readByHeader(element);
    if (finding) found.set(finding.box, finding);
  }
  for (const [box, finding] of found) {
    if ([...found.values()].some((other) => isPreferred(other, finding))) found.delete(box);
  }
  return found;
}

/**
 * Of two boxes around the same pop-up, prefers the one that can be read, then the one with its title, then the smaller.
 */
function isPreferred(other: Finding, finding: Finding): boolean {
  const isInside = isWithin(other.box, finding.box);
  if (other === finding || !(isInside || isWithin(finding.box, other.box))) return false;
  const more = rank(other) - rank(finding);
  return more > 0 || (more === 0 && isInside);
}

const rank = ({ reading, language }: Finding) =>
  (reading.kind === 'complete' && reading.shown.merchantId === undefined ? 2 : 0) + (language ? 1 : 0);

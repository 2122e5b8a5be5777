import { above, attributeOf, isDialog, isShown, matches, queryAll, shadowOf, shownTextOf } from './dom.ts';
import { labelsOf } from './fields.ts';
import { isWithin, type Piece, piecesOf } from './pieces.ts';
import { fieldBefore, isEditTitle, saysClose } from './words.ts';

/** Elements that only the page itself contains, never a box over it. */
const landmarks = 'main, nav, [role=main], [role=navigation], [role=banner]';

/** Whether an element is the page, or a part of it with a menu, rather than a box in it. */
export const isPage = (element: Element): boolean =>
  matches(element, `html, body, ${landmarks}`) || queryAll(element, landmarks).length > 0;

/** Finds the box around an element that lies over the page. Its CSS position tells: every framework has to set it. */
function overlayAround(element: Element): Element | undefined {
  for (let at: Element | null = element; at && !matches(at, 'html, body'); at = above(at)) {
    if (liesOver(at)) return isPage(at) ? undefined : at;
  }
  return undefined;
}

function liesOver(element: Element): boolean {
  if (matches(element, '[popover]')) return true;
  const { position } = getComputedStyle(element);
  return position === 'fixed' || position === 'absolute';
}

const buttons =
  'button, [role=button], input[type=button], input[type=submit], input[type=reset], input[type=image], a, [role=link]';
/** Old pages use pictures as buttons. */
const pressable = `${buttons}, img, area, [onclick]`;

/** Finds the button at an element: a button, or a custom element with one inside. */
export function buttonAt(element: Element, box: Element): Element | undefined {
  for (let at: Element | null = element; at && at !== box; at = above(at)) {
    const shadow = shadowOf(at);
    if (matches(at, pressable) || (shadow && queryAll(shadow, buttons).length === 1)) return at;
  }
  return undefined;
}

/** Every name of a button: its text, the text of its picture, its tooltip, its name for a screen reader. */
export function namesOfButton(button: Element): string[] {
  const named = [button, ...queryAll(button, '[alt], [title], [aria-label]')];
  const attributes = named.flatMap((element) =>
    ['value', 'alt', 'title', 'aria-label', 'label'].map((name) => attributeOf(element, name) ?? ''),
  );
  return [shownTextOf(button), ...attributes, ...labelsOf(button)];
}

/** For a box in the flow of the page: how many levels above its title it may begin. */
const maxLevelsAboveTitle = 8;
/** How many texts may come before the title of a dialog: a cross that closes it, the name of an icon. */
const maxTextsBeforeTitle = 4;

/**
 * Finds the pop-up that a title belongs to: the dialog around it or, in plain markup, the smallest element that also
 * contains the Authorization and a button. A text that only explains the pop-up has no such button.
 */
export function boxOf(title: Element): Element | undefined {
  const dialog = dialogAround(title);
  if (dialog) return isTitleOf(title, dialog) ? dialog : undefined;
  const overlay = overlayAround(title);
  let box: Element | null = title;
  for (let level = 0; box && (overlay || level < maxLevelsAboveTitle); level++, box = above(box)) {
    if (!overlay && isPage(box)) return undefined;
    const pieces = piecesOf(box);
    if (looksLikePopup(box, pieces, overlay !== undefined)) return box;
    if (box === overlay) return undefined;
  }
  return undefined;
}

function dialogAround(element: Element): Element | undefined {
  for (let at: Element | null = element; at; at = above(at)) if (isDialog(at)) return at;
  return undefined;
}

/** A help dialog may mention the pop-up's title under a title of its own. */
function isTitleOf(title: Element, dialog: Element): boolean {
  if (title === dialog) return true;
  const at = piecesOf(dialog).findIndex(({ element }) => isWithin(element, title));
  return at <= maxTextsBeforeTitle;
}

function looksLikePopup(box: Element, pieces: readonly Piece[], liesOver: boolean): boolean {
  if (!pieces.some(({ text }) => fieldBefore(text) === 'authorization')) return false;
  if (pieces.some(({ text }) => isEditTitle(text))) return false;
  const isPressed = shownIn(box, buttons).length > 0;
  if (liesOver) return isPressed;
  // In the flow of a page, a text that explains the pop-up may be followed by a button.
  return canClose(box) || (isPressed && pieces.some(({ kind }) => kind === 'control'));
}

function shownIn(box: Element, selector: string): Element[] {
  const shadow = shadowOf(box);
  return [...queryAll(box, selector), ...(shadow ? queryAll(shadow, selector) : [])].filter(isShown);
}

/** Whether a box has a button whose name promises to close it. */
export const canClose = (box: Element): boolean =>
  shownIn(box, pressable).some((button) => namesOfButton(button).some(saysClose));

const headings = 'h1, h2, h3, h4, [role=heading]';

/**
 * Finds the place that a part of a page belongs to: the dialog around it, the box over the page, or the section under
 * one heading; without any of these, the form or table around it.
 */
export function placeAround(element: Element): Element {
  let last = element;
  let fallback: Element | undefined;
  for (let at: Element | null = element; at && !matches(at, 'html, body'); at = above(at)) {
    const isWholePage = isPage(at);
    const hasHeading = matches(at, 'main, [role=main]') || !isWholePage;
    if (isDialog(at) || (liesOver(at) && !isWholePage)) return at;
    if (hasHeading && queryAll(at, headings).length > 0) return at;
    if (isWholePage) break;
    if (matches(at, 'form') || (!fallback && matches(at, 'table'))) fallback = at;
    last = at;
  }
  return fallback ?? last;
}

const choiceControls = 'select, [role=switch], [role=combobox], [role=radio]';
/** Where a page puts its global controls: language, search. */
const pageControls = 'header, nav, footer, [role=search]';

/**
 * Whether a place has controls to edit a key (a date, a choice, a switch, a field to fill in) or a title that says so.
 */
export function isEditing(place: Element): boolean {
  const pieces = piecesOf(place);
  const fields = pieces.filter(({ element }) => matches(element, writable));
  const countsAsEditing = (element: Element) =>
    isShown(element) && !matches(element, `:is(${pageControls}) *`);
  return (
    queryAll(place, choiceControls).some(countsAsEditing) ||
    fields.some(({ text, element }) => emptyOrDate.test(text) && countsAsEditing(element)) ||
    pieces.some(({ text }) => isEditTitle(text)) ||
    (!isDialog(place) && !liesOver(place) && isEditPage())
  );
}

const isEditPage = () =>
  queryAll(document, headings).some((heading) => isEditTitle(shownTextOf(heading)) && isShown(heading));

const fixed = ':not([readonly], [disabled], [type=search])';
/** The controls that a person can type into. */
export const writable = `input${fixed}, textarea${fixed}`;
/** The value of a field that is still empty, or a date. */
const emptyOrDate = /^$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/;

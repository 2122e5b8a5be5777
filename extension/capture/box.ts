import { above, attributeOf, isDialog, isShown, matches, queryAll, shadowOf, shownTextOf } from './dom.ts';
import { labelsOf } from './fields.ts';
import { isWithin, type Piece, piecesOf } from './pieces.ts';
import { fieldBefore, isEditTitle, saysClose } from './words.ts';

/** What only the page itself holds, and no box that lies over it. */
const landmarks = 'main, nav, [role=main], [role=navigation], [role=banner]';

/** Says whether an element is a page, or a part of one with a menu, rather than a box in it. */
export const isPage = (element: Element): boolean =>
  matches(element, `html, body, ${landmarks}`) || queryAll(element, landmarks).length > 0;

/** Finds the box around an element that lies over the page, by how it is placed: any framework has to place it so. */
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
/** Old pages have pictures that are pressed. */
const pressed = `${buttons}, img, area, [onclick]`;

/** Finds what is pressed where an element is: a button, or a custom element that has one inside. */
export function buttonAt(element: Element, box: Element): Element | undefined {
  for (let at: Element | null = element; at && at !== box; at = above(at)) {
    const shadow = shadowOf(at);
    if (matches(at, pressed) || (shadow && queryAll(shadow, buttons).length === 1)) return at;
  }
  return undefined;
}

/** All that a button is called, to whomever: its text, its picture's, its tooltip, its name for a screen reader. */
export function namesOfButton(button: Element): string[] {
  const named = [button, ...queryAll(button, '[alt], [title], [aria-label]')];
  const attributes = named.flatMap((element) =>
    ['value', 'alt', 'title', 'aria-label', 'label'].map((name) => attributeOf(element, name) ?? ''),
  );
  return [shownTextOf(button), ...attributes, ...labelsOf(button)];
}

/** How far above its title a box may begin that does not lie over the page. */
const highest = 8;
/** How many texts may stand before the title of a dialog: a cross that closes it, the name of an icon. */
const beforeTitle = 4;

/**
 * Finds the pop-up that a title belongs to: the dialog around it or, in plain markup, the smallest element that also
 * holds the Authorization and a button, which a text that only explains the pop-up does not have.
 */
export function boxOf(title: Element): Element | undefined {
  const dialog = dialogAround(title);
  if (dialog) return isTitleOf(title, dialog) ? dialog : undefined;
  const overlay = overlayAround(title);
  let box: Element | null = title;
  for (let level = 0; box && (overlay || level < highest); level++, box = above(box)) {
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

/** A dialog may explain the pop-up, under a title of its own. */
function isTitleOf(title: Element, dialog: Element): boolean {
  if (title === dialog) return true;
  const at = piecesOf(dialog).findIndex(({ element }) => isWithin(element, title));
  return at <= beforeTitle;
}

function looksLikePopup(box: Element, pieces: readonly Piece[], liesOver: boolean): boolean {
  if (!pieces.some(({ text }) => fieldBefore(text) === 'authorization')) return false;
  if (pieces.some(({ text }) => isEditTitle(text))) return false;
  const isPressed = shownIn(box, buttons).length > 0;
  if (liesOver) return isPressed;
  // In the flow of a page a text may explain the pop-up, with a button after it.
  return canClose(box) || (isPressed && pieces.some(({ kind }) => kind === 'control'));
}

function shownIn(box: Element, selector: string): Element[] {
  const shadow = shadowOf(box);
  return [...queryAll(box, selector), ...(shadow ? queryAll(shadow, selector) : [])].filter(isShown);
}

/** Says whether a box has a button whose name promises to close it. */
export const canClose = (box: Element): boolean =>
  shownIn(box, pressed).some((button) => namesOfButton(button).some(saysClose));

const headings = 'h1, h2, h3, h4, [role=heading]';

/**
 * Finds the place that a part of a page belongs to: the dialog around it, the box over the page, what stands under one
 * heading; where there is none, the form or table around it.
 */
export function placeAround(element: Element): Element {
  let last = element;
  let fallback: Element | undefined;
  for (let at: Element | null = element; at && !matches(at, 'html, body'); at = above(at)) {
    const isWhole = isPage(at);
    const hasHeading = matches(at, 'main, [role=main]') || !isWhole;
    if (isDialog(at) || (liesOver(at) && !isWhole)) return at;
    if (hasHeading && queryAll(at, headings).length > 0) return at;
    if (isWhole) break;
    if (matches(at, 'form') || (!fallback && matches(at, 'table'))) fallback = at;
    last = at;
  }
  return fallback ?? last;
}

const choices = 'select, [role=switch], [role=combobox], [role=radio]';
/** Where a page keeps what concerns all of it: its language, its search. */
const aside = 'header, nav, footer, [role=search]';

/** Says whether a place has controls to edit a key: a date, a choice, a switch, a field to fill in, or says so itself. */
export function isEditing(place: Element): boolean {
  const pieces = piecesOf(place);
  const fields = pieces.filter(({ element }) => matches(element, writable));
  const isIn = (element: Element) => isShown(element) && !matches(element, `:is(${aside}) *`);
  return (
    queryAll(place, choices).some(isIn) ||
    fields.some(({ text, element }) => unset.test(text) && isIn(element)) ||
    pieces.some(({ text }) => isEditTitle(text)) ||
    (!isDialog(place) && !liesOver(place) && isEditPage())
  );
}

const isEditPage = () =>
  queryAll(document, headings).some((heading) => isEditTitle(shownTextOf(heading)) && isShown(heading));

const fixed = ':not([readonly], [disabled], [type=search])';
/** What a person may write into. */
export const writable = `input${fixed}, textarea${fixed}`;
/** What a field holds that waits to be filled in, or a date. */
const unset = /^$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/;

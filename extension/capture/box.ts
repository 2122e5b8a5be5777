import { above, isShown, matches, queryAll, shadowOf, textOf } from './dom.ts';
import { isWithin, type Piece, piecesOf } from './pieces.ts';
import { fieldOfLabel, isEditTitle, saysClose } from './words.ts';

/** What only the page itself holds, and no box that lies over it. */
const landmarks = 'main, nav, [role=main], [role=navigation], [role=banner]';

/** Says whether an element is a page, or a part of one with a menu, rather than a box in it. */
const isPage = (element: Element): boolean =>
  matches(element, `html, body, ${landmarks}`) || queryAll(element, landmarks).length > 0;

/** Finds the box around an element that lies over the page, by how it is placed: any framework has to place it so. */
export function overlayAround(element: Element): Element | undefined {
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

export const dialogs = 'dialog, [role=dialog], [role=alertdialog], [aria-modal=true]';
export const buttons =
  'button, [role=button], input[type=button], input[type=submit], input[type=reset], a, [role=link]';

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
  for (let at: Element | null = element; at; at = above(at)) if (matches(at, dialogs)) return at;
  return undefined;
}

/** A dialog may explain the pop-up, under a title of its own. */
function isTitleOf(title: Element, dialog: Element): boolean {
  if (title === dialog) return true;
  const at = piecesOf(dialog).findIndex(({ element }) => isWithin(element, title));
  return at <= beforeTitle;
}

function looksLikePopup(box: Element, pieces: readonly Piece[], liesOver: boolean): boolean {
  if (!pieces.some(({ text }) => fieldOfLabel(text.split(':')[0] ?? '') === 'authorization')) return false;
  if (pieces.some(({ text }) => isEditTitle(text))) return false;
  const shadow = shadowOf(box);
  const shown = [...queryAll(box, buttons), ...(shadow ? queryAll(shadow, buttons) : [])].filter(isShown);
  if (liesOver) return shown.length > 0;
  // In the flow of a page a text may explain the pop-up, with a button after it.
  const closes = shown.some((button) => saysClose(textOf(button)));
  return shown.length > 0 && (closes || pieces.some(({ kind }) => kind === 'control'));
}

/** Says whether a box asks for something that the pop-up does not: a date, a choice, a switch. */
export const asks = (box: Element): boolean =>
  queryAll(box, 'select, input[type=date], [role=switch], [role=combobox], [role=radio]').length > 0;

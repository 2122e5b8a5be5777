import { above, closest, isShown, queryAll, rootOf, shadowOf } from './dom.ts';
import { piecesOf } from './pieces.ts';
import { fieldOfLabel } from './words.ts';

export const dialogs = 'dialog, [role=dialog], [role=alertdialog], [aria-modal=true]';
export const buttons =
  'button, [role=button], input[type=button], input[type=submit], input[type=reset], a, [role=link]';

/** How far above its title a box without the role of a dialog may begin. */
const highest = 8;

/**
 * Finds the pop-up that a title belongs to: the dialog around it or, in plain markup, the smallest element that also
 * holds the Authorization and a button, which a text that only explains the pop-up does not have.
 */
export function boxOf(title: Element): Element | undefined {
  const dialog = dialogAround(title);
  if (dialog) return dialog;
  let box: Element | null = title;
  for (let level = 0; box && level < highest; level++, box = above(box)) {
    if (looksLikePopup(box)) return box;
  }
  return undefined;
}

function dialogAround(element: Element): Element | null {
  const dialog = closest(element, dialogs);
  if (dialog) return dialog;
  const root = rootOf(element);
  return root instanceof ShadowRoot ? dialogAround(root.host) : null;
}

function looksLikePopup(box: Element): boolean {
  const shadow = shadowOf(box);
  const controls = [...queryAll(box, buttons), ...(shadow ? queryAll(shadow, buttons) : [])];
  if (!controls.some(isShown)) return false;
  return piecesOf(box).some(({ text }) => fieldOfLabel(text.split(':')[0] ?? '') === 'authorization');
}

import { buttons } from './box.ts';
import { above, closest, textOf } from './dom.ts';
import { labelsOf } from './labels.ts';
import { isWithin } from './pieces.ts';
import { keepsOpen, saysClose } from './words.ts';

/** What must stay open, and where its fields stand. */
export interface Held {
  readonly box: Element;
  readonly fields: readonly Element[];
}

/**
 * Says whether a press on an element may end the pop-up: on a button of it that neither copies nor reveals, on its own
 * surface (which is the backdrop of some), or anywhere outside it.
 */
export function mayClose(target: Element, { box, fields }: Held): boolean {
  if (target === box || !isWithin(target, box)) return true;
  const button = closest(target, buttons);
  if (!button || !isWithin(button, box)) return false;
  const names = [textOf(button), ...labelsOf(button)];
  if (names.some(saysClose)) return true;
  return !keepsOpen(names.join(' ')) && !fields.some((field) => isWithin(button, rowOf(field, box, fields)));
}

/** The largest element around one field that holds no other: its label, its copy icon. */
function rowOf(field: Element, box: Element, fields: readonly Element[]): Element {
  const others = fields.filter((other) => other !== field);
  let row = field;
  for (let at = above(field); at && at !== box && others.length > 0; at = above(at)) {
    const wider = at;
    if (others.some((other) => isWithin(other, wider))) break;
    row = wider;
  }
  return row;
}

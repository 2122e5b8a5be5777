import { dialogs } from '../capture/box.ts';
import { above, matches, parentOf } from '../capture/dom.ts';
import { piecesOf } from '../capture/pieces.ts';
import { read, type Shown } from '../capture/reading.ts';
import { maskedValue } from './grid.ts';

/** The key of the form that changes one; `shown` where the console shows it again, as it does in homologation. */
export interface EditedKey {
  readonly form: Element;
  readonly shown?: Shown;
}

/** Reads the form under a title; `undefined` while it shows no key, masked or not. */
export function editedKeyUnder(title: Text): EditedKey | undefined {
  for (let form: Element | null = parentOf(title); form; form = above(form)) {
    const pieces = piecesOf(form);
    const reading = read(form, pieces, false);
    if (reading.kind === 'complete') return { form, shown: reading.shown };
    if (pieces.some(({ text }) => maskedValue.test(text))) return { form };
    if (matches(form, `body, main, ${dialogs}`)) break;
  }
  return undefined;
}

import { isShown, parentOf, textsIn } from '../capture/dom.ts';
import { mayHoldTitle } from '../capture/titles.ts';
import { isEditTitle } from '../capture/words.ts';
import { type EditedKey, editedKeyUnder } from './edited-key.ts';
import { gridAround, maskedValue } from './grid.ts';

/** What a page shows beside pop-ups. */
export interface Seen {
  /** The cells of the list of keys. */
  readonly list?: string[][] | undefined;
  readonly edited?: EditedKey | undefined;
  /** The form is there, though its key may not be yet. */
  readonly isEditing: boolean;
}

/** Looks through a page for the list of keys and for the form that changes one. */
export function survey(root: Node): Seen {
  let list: string[][] | undefined;
  let edited: EditedKey | undefined;
  let isEditing = false;
  for (const text of textsIn(root)) {
    if (maskedValue.test(text.data) && isSeen(text)) list ??= gridAround(text);
    if (!mayHoldTitle(text.data) || !isEditTitle(text.data) || !isSeen(text)) continue;
    isEditing = true;
    edited ??= editedKeyUnder(text);
  }
  return { list, edited, isEditing };
}

function isSeen(text: Text): boolean {
  const parent = parentOf(text);
  return parent !== null && isShown(parent);
}

/** How long a page has to be quiet before it is looked through, and for how long it may keep that off, in milliseconds. */
const [quiet, longest] = [400, 3000];

/**
 * Looks through a page whenever it has changed and come to rest: nothing here is as urgent as a pop-up.
 *
 * @returns is told that the page has changed
 */
export function surveyor(see: (seen: Seen) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | undefined;

  const changed = () => {
    const now = performance.now();
    since ??= now;
    clearTimeout(timer);
    timer = setTimeout(look, now - since > longest ? 0 : quiet);
  };
  const look = () => {
    since = undefined;
    const seen = survey(document);
    see(seen);
    // A value that arrives in a control is no change that an observer is told of.
    if (seen.isEditing) changed();
  };
  return changed;
}

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

/** Looks through a page whenever it has changed and come to rest: nothing here is as urgent as a pop-up. */
export class Surveyor {
  readonly #see: (seen: Seen) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since: number | undefined;

  constructor(see: (seen: Seen) => void) {
    this.#see = see;
  }

  /** The page has changed. */
  changed(): void {
    const now = performance.now();
    this.#since ??= now;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), now - this.#since > longest ? 0 : quiet);
  }

  #look(): void {
    this.#since = undefined;
    const seen = survey(document);
    this.#see(seen);
    // A value that arrives in a control is no change that an observer is told of.
    if (seen.isEditing) this.changed();
  }
}

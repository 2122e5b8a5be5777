import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shown } from '../../../extension/capture/reading.ts';

/** What becomes of a page: its key is taken, a person is told that it cannot be, or nobody is bothered. */
export type Outcome = 'captured' | 'loud' | 'nothing';

/** A page that was saved, and the answer to it. */
export interface SavedPage {
  readonly file: string;
  readonly language: 'fr' | 'en';
  readonly expected: Outcome;
  /** False where only a label that is not known, or not beside it, would tell the reference from any other text. */
  readonly reference?: false;
  /** True where it takes what a document without a browser lacks: popovers, closed shadow roots, layout. */
  readonly browserOnly?: true;
  /** What a person presses to see the key. */
  readonly press?: string;
  /** What becomes of it as yet, where that is not what is expected. */
  readonly knownMiss?: Outcome;
}

/** The pages in a folder of this one, with their answers. */
export function savedPages(folder: 'variants' | 'others'): SavedPage[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, folder, 'index.json'), 'utf8'));
}

/** The text of a page, with a key in it: `{{accessKey}}`, or `{{accessKey 2 5}}` for a part, as `slice` counts. */
export function fillPage(folder: 'variants' | 'others', { file }: SavedPage, key: Shown): string {
  return fillText(readFileSync(join(import.meta.dirname, folder, file), 'utf8'), key);
}

export function fillText(text: string, key: Shown): string {
  return text.replace(
    /\{\{(\w+)(?: (\d+))?(?: (\d+))?\}\}/g,
    (_, name: 'accessKey' | 'reference' | 'authorization', start = 0, end?) =>
      key[name].slice(Number(start), end === undefined ? undefined : Number(end)),
  );
}

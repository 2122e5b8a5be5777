import { above, parentOf, textOf } from './dom.ts';
import { namesOf } from './labels.ts';
import { type Language, titleLanguage } from './words.ts';

/** An element that reads as the title of the pop-up, and in which language it does. */
export interface Title {
  readonly element: Element;
  readonly language: Language;
}

/** A word of every title in any of its spellings, so that a text without one costs a single test. */
const trigger = /cl[eé]|key|cr[eé]|HTTP/iu;

/** Says whether a text may have a title in it, or the label that a translated pop-up is found by. */
export const mayHoldTitle = (text: string): boolean => trigger.test(text);

const longestTitle = 120;
/** How many elements may stand around a part of a title that is split, as by a translation. */
const deepest = 4;

/** The title that a text is, or is a part of. */
export function titleAround(text: Text): Title | undefined {
  if (text.data.length > longestTitle) return undefined;
  let element = parentOf(text) as Element | null;
  const own = titleLanguage(text.data);
  if (element && own) return { element, language: own };
  for (let level = 0; element && level < deepest; level++, element = above(element)) {
    const whole = textOf(element, longestTitle);
    if (whole.length > longestTitle) return undefined;
    const language = titleLanguage(whole);
    if (language) return { element, language };
  }
  return undefined;
}

/** The language of the title that a dialog has as its name only, which may stand outside it. */
export function titleInName(dialog: Element): Language | undefined {
  return namesOf(dialog).map(titleLanguage).find(Boolean);
}

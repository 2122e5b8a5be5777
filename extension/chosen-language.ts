import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Language } from '../shared/wording.ts';
import { storeEntry, validEntry } from './storage.ts';

const name = 'language';

export const languageChoices = ['automatic', 'fr', 'en'] as const;

/** `automatic` follows the browser: French if the browser is in French, otherwise English. */
export type LanguageChoice = (typeof languageChoices)[number];

export async function languageChoice(): Promise<LanguageChoice> {
  return (await validEntry(name, v.picklist(languageChoices))) ?? 'automatic';
}

export async function chooseLanguage(choice: LanguageChoice): Promise<void> {
  await storeEntry(name, choice);
}

/** The language of the extension's texts. */
export async function chosenLanguage(): Promise<Language> {
  const choice = await languageChoice();
  if (choice !== 'automatic') return choice;
  return /^fr\b/i.test(browser.i18n.getUILanguage()) ? 'fr' : 'en';
}

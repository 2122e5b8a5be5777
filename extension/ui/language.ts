import browser from 'webextension-polyfill';
import { isCode, type Language, say } from '../../shared/messages.ts';
import { Refusal } from '../../shared/refusal.ts';
import { type Words, words } from './words.ts';

/** The language of the browser: French, or English for anyone else. */
export const language: Language = /^fr\b/i.test(browser.i18n.getUILanguage()) ? 'fr' : 'en';

export const t: Words = words[language];

/** What happened and the next step, each as a sentence of its own. Anything but a refusal is a bug of ours. */
export function sentencesOf(error: unknown): { what: string; next: string } {
  const { code, params } = error instanceof Refusal ? error : new Refusal('internal');
  const { what, next } = say(code, params, language);
  return { what: sentence(what), next: sentence(next) };
}

/** A warning of the host is a code where it has one. */
export function warningText(warning: string): string {
  return isCode(warning) ? Object.values(sentencesOf(new Refusal(warning))).join(' ') : warning;
}

export function dateText(date: string): string {
  return new Date(date).toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' });
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

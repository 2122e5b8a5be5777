import { receivedRefusal } from '../../shared/message-codes.ts';
import { say } from '../../shared/messages.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Plan } from '../../shared/wire.ts';
import type { Language } from '../../shared/wording.ts';
import { chosenLanguage } from '../chosen-language.ts';
import { type Words, words } from './words.ts';

export const language: Language = await chosenLanguage();

export const t: Words = words[language];

/** What happened and the next step, each as a sentence of its own. Anything but a refusal is a bug of ours. */
export function sentencesOf(error: unknown): { what: string; next: string } {
  const { code, params } = error instanceof Refusal ? error : new Refusal('internal');
  const { what, next } = say(code, params, language);
  return { what: sentence(what), next: sentence(next) };
}

/** A warning of the host is a code where it has one. */
export function warningText(warning: string): string {
  return noticeText({ code: warning, params: {} });
}

/** What the host noticed in the files, as one text. */
export function noticeText({ code, params }: NonNullable<Plan['notices']>[number]): string {
  const known = receivedRefusal(code, params);
  return known ? Object.values(sentencesOf(known)).join(' ') : code;
}

export function dateText(date: string): string {
  return withOrdinal(new Date(date).toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' }));
}

/** A day, whether a moment or a day of the calendar, `yyyy-mm-dd`, which is the same wherever the person is. */
export function dayText(date: string): string {
  const moment = new Date(/^[\d-]{10}$/.test(date) ? `${date}T00:00` : date);
  return withOrdinal(moment.toLocaleDateString(language, { dateStyle: 'long' }));
}

/** French says the first day of a month as an ordinal, the others not. */
function withOrdinal(day: string): string {
  return language === 'fr' ? day.replace(/^1 /, '1er ') : day;
}

/** A text of messages as a sentence of its own. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

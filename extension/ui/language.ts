import { receivedRefusal } from '../../shared/message-codes.ts';
import { entryMessages } from '../../shared/messages/entry.ts';
import { externalMessages } from '../../shared/messages/external.ts';
import { fileMessages } from '../../shared/messages/file.ts';
import { gitMessages } from '../../shared/messages/git.ts';
import { identityMessages } from '../../shared/messages/identity.ts';
import { kitMessages } from '../../shared/messages/kits.ts';
import { projectMessages } from '../../shared/messages/project.ts';
import { stateMessages } from '../../shared/messages/state.ts';
import { vaultMessages } from '../../shared/messages/vault.ts';
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

/** What is wrong with files and what is around them: who looks after those corrects it. */
const developers = {
  ...fileMessages,
  ...entryMessages,
  ...kitMessages,
  ...gitMessages,
  ...projectMessages,
  ...externalMessages,
  ...vaultMessages,
  ...stateMessages,
  ...identityMessages,
};

/** Of these, what whoever holds the key decides or does. */
const ones = new Set([
  'environment-mismatch',
  'merchant-mismatch',
  'merchant-changes',
  'merchant-other',
  'project-unknown',
  'project-silent',
  'file-in-use',
  'identity-locked',
  'identity-wrong-passphrase',
]);

/** Says whether a developer has to correct what was refused, so that a merchant is told no more than that. */
export function isForDeveloper(error: unknown): boolean {
  return error instanceof Refusal && Object.hasOwn(developers, error.code) && !ones.has(error.code);
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

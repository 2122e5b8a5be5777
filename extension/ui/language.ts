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

/** What happened and the next step, each as a sentence. Any other error than a refusal is a bug of the extension. */
export function sentencesOf(error: unknown): { what: string; next: string } {
  const { code, params } = error instanceof Refusal ? error : new Refusal('internal');
  const { what, next } = say(code, params, language);
  return { what: sentence(what), next: sentence(next) };
}

/** Problems with files, projects and the configurator, which a developer fixes. */
const developerMessages = {
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

/** The exceptions: codes on which the merchant decides or acts. */
const merchantCodes = new Set([
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

/** Whether a developer has to fix the problem; the merchant is then told only that. */
export function isForDeveloper(error: unknown): boolean {
  return (
    error instanceof Refusal && Object.hasOwn(developerMessages, error.code) && !merchantCodes.has(error.code)
  );
}

/** The text of a host's warning, which is a message code if one exists. */
export function warningText(warning: string): string {
  return noticeText({ code: warning, params: {} });
}

/** The text of a notice from the host. */
export function noticeText({ code, params }: NonNullable<Plan['notices']>[number]): string {
  const known = receivedRefusal(code, params);
  return known ? Object.values(sentencesOf(known)).join(' ') : code;
}

export function dateText(date: string): string {
  return withOrdinal(new Date(date).toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' }));
}

/** Formats a timestamp, or a calendar day `yyyy-mm-dd`, which does not depend on the time zone. */
export function dayText(date: string): string {
  const moment = new Date(/^[\d-]{10}$/.test(date) ? `${date}T00:00` : date);
  return withOrdinal(moment.toLocaleDateString(language, { dateStyle: 'long' }));
}

/** French writes the first day of a month as an ordinal, but not the others. */
function withOrdinal(day: string): string {
  return language === 'fr' ? day.replace(/^1 /, '1er ') : day;
}

/** Turns a message text into a sentence. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

import type { Language } from '../../../shared/wording.ts';

const locales = { en: 'en-GB', fr: 'fr-FR' } as const;

/**
 * A time for display: in the machine's time zone, in the language's order.
 *
 * @param time in ISO 8601
 * @returns such as `29 Nov 2026, 17:46`
 */
export function localTime(time: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short' });
  return format.format(new Date(time));
}

/**
 * A day of the calendar, which is the same in every zone, in the language's order.
 *
 * @param day as `yyyy-mm-dd`
 * @returns such as `29 Nov 2026`
 */
export function localDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium' }).format(new Date(`${day}T00:00`));
}

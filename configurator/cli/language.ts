import type { Language } from '../../shared/messages.ts';

/** The language of a locale's environment, by the rules of POSIX: `LC_ALL` wins over `LC_MESSAGES` over `LANG`. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = env;
  return /^fr(?:[_.@-]|$)/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'fr' : 'en';
}

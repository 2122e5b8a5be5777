import type { Language } from '../capture/words.ts';
import type { Notice } from './told.ts';

const words = {
  fr: [
    'Ne fermez pas : Clé en main ne répond pas.',
    'Copiez la clé avant de fermer, puis rechargez la page.',
  ],
  en: ['Do not close: Clé en main does not answer.', 'Copy the key before you close, then reload the page.'],
} as const;

/** Contrast 8. */
const style = 'font:15px sans-serif;padding:12px;background:#fdecea;color:#7a1410';

/** What the page says by itself where nobody finds other words: after an update, say, its extension is gone. */
export function lastResort(language: Language): Notice {
  const [title, text] = words[language];
  return { title, text, isAlert: true, style };
}

import type { Notice } from './told.ts';

/**
 * What the page says by itself where nobody finds other words: after an update, say, its extension is gone. In both
 * languages at once, as every page carries it. Its contrast is 8.
 */
export const lastResort: Notice = {
  title: 'Clé en main ne répond pas · does not answer',
  text: 'Copiez la clé avant de fermer. · Copy the key before you close.',
  isAlert: true,
  style: 'font:15px sans-serif;padding:12px;background:#fdecea;color:#7a1410',
};

import type { PageSettings } from '../document.ts';

const { lang, dataset } = document.documentElement;

/** What the server said in the document's root element. */
export const settings = { ...dataset, language: lang } as PageSettings;

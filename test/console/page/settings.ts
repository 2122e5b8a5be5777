import type { PageSettings } from '../document.ts';

const { lang, dataset } = document.documentElement;

/** The settings from the server, in the document's root element. */
export const settings = { ...dataset, language: lang } as PageSettings;

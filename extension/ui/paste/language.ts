import { language } from '../language.ts';
import { type PasteWords, words } from './words.ts';

export const k: PasteWords = words[language];

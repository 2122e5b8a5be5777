import { language } from '../language.ts';
import { type PopupWords, words } from './words.ts';

export const p: PopupWords = words[language];

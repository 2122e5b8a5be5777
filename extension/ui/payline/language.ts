import { language } from '../language.ts';
import { type PaylineWords, words } from './words.ts';

export const y: PaylineWords = words[language];

import { language } from '../language.ts';
import { type RecipientWords, words } from './words.ts';

export const r: RecipientWords = words[language];

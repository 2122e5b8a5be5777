import { language } from '../language.ts';
import { type RotationWords, words } from './words.ts';

export const r: RotationWords = words[language];

import type { Texts } from '../../../shared/wording.ts';

/** Asking Payline whether a key works. */
export const verifyTexts = {
  'verify-works': {
    en: 'the key works: Payline accepted it',
    fr: 'la clé marche : Payline l’a acceptée',
  },
  'verify-offer': {
    en: 'Ask Payline whether the key works?',
    fr: 'Demander à Payline si la clé marche ?',
  },
  'verify-more': { en: 'and {rest} more', fr: 'et {rest} autres' },
} as const satisfies Texts;

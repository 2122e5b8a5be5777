import type { Texts } from '../../../shared/wording.ts';

/** What doctor looked at, and repairs. */
export const doctorTexts = {
  'confirm-repair': { en: 'Repair this?', fr: 'Réparer cela ?' },
  'doctor-program': { en: 'this program', fr: 'ce programme' },
  'doctor-host': { en: 'what browsers start', fr: 'ce que lancent les navigateurs' },
  'doctor-answers': {
    en: 'what browsers start answers, version {version}',
    fr: 'ce que lancent les navigateurs répond, version {version}',
  },
  'doctor-no-browser': { en: 'no browser was found', fr: 'aucun navigateur trouvé' },
  'doctor-will': { en: 'to repair:', fr: 'à réparer :' },
  'doctor-unregister': {
    en: 'forget the project {dir}, which is gone',
    fr: 'oublier le projet {dir}, qui n’existe plus',
  },
  'doctor-well': { en: 'all is well', fr: 'tout va bien' },
} as const satisfies Texts;

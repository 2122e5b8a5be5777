import type { Texts } from '../../../shared/wording.ts';

/** Which key is in which file, and how long it lives. */
export const statusTexts = {
  'calendar-ends': {
    en: 'Payline key {key} ({environment}) ends',
    fr: 'La clé Payline {key} ({environment}) se termine',
  },
  'calendar-old': {
    en: 'Payline key {key} ({environment}) should be followed by another',
    fr: 'La clé Payline {key} ({environment}) est à remplacer',
  },
  'calendar-what-to-do': {
    en: 'Create another in the console, then: cle rotate',
    fr: 'Créez-en une autre dans la console, puis : cle rotate',
  },
  'calendar-written': {
    en: 'calendar written: {file}',
    fr: 'calendrier écrit : {file}',
  },
  'status-external-none': {
    en: '{name}: given no key from this machine',
    fr: '{name} : n’a reçu aucune clé de cette machine',
  },
  'status-external': {
    en: '{name}: was given {masked}, fingerprint {fingerprint}, at {time}; it is not asked what it holds now',
    fr: '{name} : a reçu {masked}, empreinte {fingerprint}, à {time} ; on ne lui demande pas ce qu’il contient',
  },
  'status-external-has': {
    en: '{name}: asked just now, has {masked}, fingerprint {fingerprint}, installed at {time}',
    fr: '{name} : interrogé à l’instant, a {masked}, empreinte {fingerprint}, installée à {time}',
  },
  'status-external-without': {
    en: '{name}: does not have {masked}, fingerprint {fingerprint}, which was installed at {time}',
    fr: '{name} : n’a pas {masked}, empreinte {fingerprint}, installée à {time}',
  },
  'status-external-may-have': {
    en: '{name}: may have {masked}, fingerprint {fingerprint}, installed at {time}',
    fr: '{name} : a peut-être {masked}, empreinte {fingerprint}, installée à {time}',
  },
  'status-key': {
    en: '{file}: {masked}, fingerprint {fingerprint}{more}',
    fr: '{file} : {masked}, empreinte {fingerprint}{more}',
  },
  'status-no-key': { en: '{file}: no key', fr: '{file} : pas de clé' },
  'status-reference': { en: ', reference {reference}', fr: ', référence {reference}' },
  'status-installed': { en: ', installed {time}', fr: ', installée le {time}' },
  'status-in-step': { en: ', in step', fr: ', en accord' },
  'status-out-of-step': { en: ', not in step', fr: ', en désaccord' },
  'status-unknown': { en: 'unknown', fr: 'inconnue' },
  'status-by-hand': {
    en: '{title}: by hand; which key it holds is not known',
    fr: '{title} : à la main ; on ne sait pas quelle clé il contient',
  },
  'status-not-known': {
    en: 'nothing wrong was found; whether the latest key is there is not known of: {names}',
    fr: 'rien d’anormal n’a été trouvé ; on ne sait pas si la dernière clé est dans : {names}',
  },
  'status-well': { en: 'all is well', fr: 'tout va bien' },
  'status-findings': { en: 'to look at: {count}', fr: 'à regarder : {count}' },
} as const satisfies Texts;

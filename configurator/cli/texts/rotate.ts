import type { Texts } from '../../../shared/wording.ts';

/** Replacing a key, step by step. */
export const rotateTexts = {
  'rotation-undo': {
    en: 'the old key still works: cle undo restores it',
    fr: 'l’ancienne clé marche encore : cle undo la remet',
  },
  'rotation-nowhere': {
    en: 'the old key {masked} was found nowhere any more in this machine’s projects',
    fr: 'l’ancienne clé {masked} n’a plus été trouvée dans les projets de cette machine',
  },
  'rotation-remaining': {
    en: 'the old key {masked} is still here:',
    fr: 'l’ancienne clé {masked} est encore ici :',
  },
  'rotation-elsewhere': {
    en: 'in the files of the project {name}',
    fr: 'dans les fichiers du projet {name}',
  },
  'rotation-open': {
    en: '1. open {address}, then Configuration > API key',
    fr: '1. ouvrez {address}, puis Configuration > Clé d’API',
  },
  'rotation-find': {
    en: '2. find the old key {key} ({masked}); make sure that no other machine uses it',
    fr: '2. trouvez l’ancienne clé {key} ({masked}) ; assurez-vous qu’aucune autre machine ne s’en sert',
  },
  'rotation-give-end': {
    en: '3. under End date enter a day, a few days from now, and save: until then, cle undo restores it',
    fr: '3. sous Date de fin, mettez un jour, dans quelques jours, puis Sauvegarder : d’ici là, cle undo la remet',
  },
  'rotation-ask-day': {
    en: 'Which end date did you give the old key? (2027-01-31; nothing: not yet)',
    fr: 'Quelle date de fin a l’ancienne clé ? (2027-01-31 ; rien : pas encore)',
  },
  'rotation-done': {
    en: 'rotation done: the old key {masked} ends on {day}',
    fr: 'rotation finie : l’ancienne clé {masked} se termine le {day}',
  },
  'rotation-confirmation-next': {
    en: 'add --yes',
    fr: 'ajoutez --yes',
  },
  'rotation-unread': {
    en: '{left} places could not be read, so it is not known whether {masked} is there: cle scan lists them',
    fr: '{left} endroits n’ont pas pu être lus, on ne sait donc pas si {masked} s’y trouve : cle scan les indique',
  },
} as const satisfies Texts;

import type { Messages } from '../wording.ts';

/** Recipients that keys are sealed to. */
export const recipientMessages = {
  'recipient-malformed': {
    en: {
      what: 'this is not a recipient',
      next: 'copy the whole line that cle recipient prints: it begins with cle1: or age1',
    },
    fr: {
      what: 'ce n’est pas un destinataire',
      next: 'copiez toute la ligne qu’affiche cle recipient : elle commence par cle1: ou age1',
    },
  },
  'recipient-unknown': {
    en: {
      what: 'one of the colleagues is no longer registered here',
      next: 'choose again, or add them and compare the code',
    },
    fr: {
      what: 'l’un des collègues n’est plus enregistré ici',
      next: 'choisissez à nouveau, ou ajoutez-le et comparez le code',
    },
  },
  'recipient-name': {
    en: {
      what: 'the name of the recipient is empty, longer than {limit}, or holds a character that no name needs',
      next: 'use letters, digits, spaces and . , - _ @',
    },
    fr: {
      what: 'le nom du destinataire est vide, dépasse {limit} caractères ou en contient un qui n’y a pas sa place',
      next: 'utilisez lettres, chiffres, espaces et . , - _ @',
    },
  },
} as const satisfies Messages;

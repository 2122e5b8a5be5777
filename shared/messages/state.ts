import type { Messages } from '../wording.ts';

/** What this program keeps for itself. */
export const stateMessages = {
  'state-failed': {
    en: {
      what: '"{file}", which this program keeps, cannot be used ({reason})',
      next: 'give your user the right to read and write it, or name another folder in CLE_HOME',
    },
    fr: {
      what: '« {file} », tenu par ce programme, est inutilisable ({reason})',
      next: 'donnez à votre compte le droit d’y lire et écrire, ou nommez un autre dossier dans CLE_HOME',
    },
  },
  'state-unreadable': {
    en: {
      what: '"{file}", which this program wrote, can no longer be read',
      next: 'move it away and run: cle init',
    },
    fr: {
      what: '« {file} », écrit par ce programme, est devenu illisible',
      next: 'déplacez-le et lancez : cle init',
    },
  },
  busy: {
    en: {
      what: 'another cle has been writing for 30 seconds',
      next: 'wait for it, or end it, and run again',
    },
    fr: {
      what: 'un autre cle écrit depuis 30 secondes',
      next: 'attendez-le, ou arrêtez-le, puis recommencez',
    },
  },
} as const satisfies Messages;

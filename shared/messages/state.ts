import type { Messages } from '../wording.ts';

/** The state folder. */
export const stateMessages = {
  'state-failed': {
    en: {
      what: '"{file}", which this program keeps, cannot be used ({reason})',
      next: 'give your user the right to read and write it, or name another folder in CLE_HOME',
    },
    fr: {
      what: '« {file} », tenu par ce programme, est inutilisable ({reason})',
      next: 'donnez à votre compte le droit d’y lire et d’y écrire, ou nommez un autre dossier dans CLE_HOME',
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
      next: 'wait for it, or stop it, and run again',
    },
    fr: {
      what: 'un autre cle écrit depuis 30 secondes',
      next: 'attendez-le, ou arrêtez-le, puis recommencez',
    },
  },
  'state-foreign': {
    en: {
      what: '"{file}" belongs to another user, who could have prepared it',
      next: 'run as that user, or name a folder of your own in CLE_HOME',
    },
    fr: {
      what: '« {file} » appartient à un autre utilisateur, qui a pu le préparer',
      next: 'lancez la commande en tant que cet utilisateur, ou nommez un dossier à vous dans CLE_HOME',
    },
  },
  'state-exposed': {
    en: {
      what: 'other users may change "{file}" (mode {mode})',
      next: 'look at what is in it, then run: chmod go-w "{file}"',
    },
    fr: {
      what: 'd’autres utilisateurs peuvent modifier « {file} » (mode {mode})',
      next: 'regardez son contenu, puis lancez : chmod go-w "{file}"',
    },
  },
  'state-linked': {
    en: {
      what: '"{file}" is a symbolic link or not an ordinary file',
      next: 'put a file or folder of your own there, or name another folder in CLE_HOME',
    },
    fr: {
      what: '« {file} » est un lien symbolique ou n’est pas un fichier ordinaire',
      next: 'mettez-y un fichier ou un dossier à vous, ou nommez un autre dossier dans CLE_HOME',
    },
  },
} as const satisfies Messages;

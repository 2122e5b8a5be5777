import type { Messages } from '../wording.ts';

/** This machine’s identity, and what protects it. */
export const identityMessages = {
  'identity-exposed': {
    en: {
      what: '"{file}" protects this machine’s identity, and others can open it',
      next: 'run: chmod {mode} "{file}"',
    },
    fr: {
      what: '« {file} » protège l’identité de cette machine, et d’autres peuvent l’ouvrir',
      next: 'lancez : chmod {mode} "{file}"',
    },
  },
  'identity-foreign': {
    en: {
      what: '"{file}" belongs to another user of this machine',
      next: 'run as that user, or name a folder of your own in CLE_HOME',
    },
    fr: {
      what: '« {file} » appartient à un autre compte de cette machine',
      next: 'utilisez ce compte, ou donnez un dossier à vous dans CLE_HOME',
    },
  },
  'identity-in-git': {
    en: {
      what: '"{folder}" would keep this machine’s identity inside the git repository "{repository}"',
      next: 'name a folder outside it in CLE_HOME',
    },
    fr: {
      what: '« {folder} » mettrait l’identité de cette machine dans le dépôt git « {repository} »',
      next: 'donnez un dossier hors du dépôt dans CLE_HOME',
    },
  },
  'identity-unreadable': {
    en: {
      what: '"{file}" is not an age identity',
      next: 'restore it from a copy, or move it away so that a new one is created',
    },
    fr: {
      what: '« {file} » n’est pas une identité age',
      next: 'restaurez-le depuis une copie, ou déplacez-le pour qu’une nouvelle identité soit créée',
    },
  },
  'identity-locked': {
    en: {
      what: 'this machine’s identity has a passphrase, and it cannot be asked for here',
      next: 'run cle apply in a terminal, with a sealed file',
    },
    fr: {
      what: 'l’identité de cette machine a un mot de passe, et il ne peut être demandé ici',
      next: 'lancez cle apply dans un terminal, avec un fichier chiffré',
    },
  },
  'identity-wrong-passphrase': {
    en: {
      what: 'the passphrase does not open this machine’s identity',
      next: 'type it again',
    },
    fr: {
      what: 'le mot de passe n’ouvre pas l’identité de cette machine',
      next: 'saisissez-le à nouveau',
    },
  },
  'keychain-silent': {
    en: {
      what: 'this system’s keychain did not return the passphrase of this machine’s identity',
      next: 'unlock the keychain, then run it again',
    },
    fr: {
      what: 'le trousseau du système n’a pas fourni le mot de passe de l’identité de cette machine',
      next: 'déverrouillez le trousseau, puis relancez',
    },
  },
  'identity-file-missing': {
    en: {
      what: '"{file}", which CLE_IDENTITY_FILE names, cannot be read ({reason})',
      next: 'correct CLE_IDENTITY_FILE',
    },
    fr: {
      what: '« {file} », que nomme CLE_IDENTITY_FILE, ne peut être lu ({reason})',
      next: 'corrigez CLE_IDENTITY_FILE',
    },
  },
  'identity-file-in-git': {
    en: {
      what: '"{file}", which CLE_IDENTITY_FILE names, lies inside the git repository "{repository}"',
      next: 'move it out of the repository, so that it cannot be committed',
    },
    fr: {
      what: '« {file} », que nomme CLE_IDENTITY_FILE, est dans le dépôt git « {repository} »',
      next: 'placez-le hors du dépôt, pour qu’il ne puisse être versionné',
    },
  },
} as const satisfies Messages;

import type { Messages } from '../../../shared/wording.ts';

/** Problems with the program that browsers start. */
export const launcherMessages = {
  'launcher-missing': {
    en: {
      what: '"{file}", which browsers start, does not exist',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} », que lancent les navigateurs, n’existe pas',
      next: 'lancez : cle doctor --fix',
    },
  },
  'launcher-unreadable': {
    en: {
      what: '"{file}", which browsers start, cannot be read ({reason})',
      next: 'move it away and run: cle doctor --fix',
    },
    fr: {
      what: '« {file} », que lancent les navigateurs, ne peut être lu ({reason})',
      next: 'déplacez-le puis lancez : cle doctor --fix',
    },
  },
  'launcher-outdated': {
    en: {
      what: '"{file}", which browsers start, was not written by this version',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} », que lancent les navigateurs, n’a pas été écrit par cette version',
      next: 'lancez : cle doctor --fix',
    },
  },
  'launcher-node-missing': {
    en: {
      what: '"{file}" starts the Node "{node}", which is gone',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} » lance le Node « {node} », qui n’existe plus',
      next: 'lancez : cle doctor --fix',
    },
  },
  'launcher-program-missing': {
    en: {
      what: '"{file}" starts "{program}", which is gone',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} » lance « {program} », qui n’existe plus',
      next: 'lancez : cle doctor --fix',
    },
  },
  'launcher-other-program': {
    en: {
      what: '"{file}" starts another installation of this program, "{program}"',
      next: 'if that is not the one you want, run: cle connect',
    },
    fr: {
      what: '« {file} » lance une autre installation de ce programme, « {program} »',
      next: 'si ce n’est pas la bonne, lancez : cle connect',
    },
  },
  'launcher-not-executable': {
    en: {
      what: '"{file}", which browsers start, is not executable (mode {mode})',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} », que lancent les navigateurs, n’est pas exécutable (mode {mode})',
      next: 'lancez : cle doctor --fix',
    },
  },
  'launcher-writable': {
    en: {
      what: '"{file}", which browsers start, may be changed by others (mode {mode})',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} », que lancent les navigateurs, peut être modifié par d’autres (mode {mode})',
      next: 'lancez : cle doctor --fix',
    },
  },
  'launcher-foreign': {
    en: {
      what: '"{file}", which browsers start, belongs to another user',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} », que lancent les navigateurs, appartient à un autre compte',
      next: 'lancez : cle doctor --fix',
    },
  },
  'launcher-unstartable': {
    en: {
      what: '"{file}" cannot be started ({reason})',
      next: 'if its disk is mounted "noexec", name another folder in CLE_HOME and run: cle connect',
    },
    fr: {
      what: '« {file} » ne peut être lancé ({reason})',
      next: 'si son disque est monté « noexec », donnez un autre dossier dans CLE_HOME et lancez : cle connect',
    },
  },
  'launcher-ended': {
    en: {
      what: '"{file}" exited with status {status} instead of answering',
      next: 'install cle-en-main again, then run: cle doctor --fix',
    },
    fr: {
      what: '« {file} » s’est arrêté avec le code {status} au lieu de répondre',
      next: 'réinstallez cle-en-main, puis lancez : cle doctor --fix',
    },
  },
  'launcher-noisy': {
    en: {
      what: 'the output of "{file}" is not an answer that a browser understands',
      next: 'install cle-en-main again, then run: cle doctor --fix',
    },
    fr: {
      what: 'la sortie de « {file} » n’est pas une réponse qu’un navigateur comprend',
      next: 'réinstallez cle-en-main, puis lancez : cle doctor --fix',
    },
  },
  'launcher-silent': {
    en: {
      what: '"{file}" did not answer within {seconds} seconds',
      next: 'try again when the machine is less busy',
    },
    fr: {
      what: '« {file} » n’a pas répondu en {seconds} secondes',
      next: 'réessayez quand la machine est moins occupée',
    },
  },
} as const satisfies Messages;

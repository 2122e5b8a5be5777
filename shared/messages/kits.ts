import type { Messages } from '../wording.ts';

/** Files of a project that do not fit their kit. */
export const kitMessages = {
  'kit-unrecognised': {
    en: {
      what: '"{file}" does not look like a file of the kit {kit}',
      next: 'name its addresses yourself, with "set:" in place of "kit:"',
    },
    fr: {
      what: '« {file} » ne ressemble pas à un fichier du kit {kit}',
      next: 'nommez ses adresses vous-même, avec « set: » au lieu de « kit: »',
    },
  },
  'kit-has-no-file': {
    en: {
      what: '"{file}" line {line}: {kit} keeps its key in a database, not in a file',
      next: 'remove "file:"; cle apply then lists the steps',
    },
    fr: {
      what: '« {file} » ligne {line} : {kit} garde sa clé en base de données, pas dans un fichier',
      next: 'enlevez « file: » ; cle apply indique alors les étapes',
    },
  },
  'target-by-hand': {
    en: {
      what: 'nothing to write for {environment}: {kit} keeps its key in a database',
      next: 'enter it by hand: cle init --kit {name} lists the steps',
    },
    fr: {
      what: 'rien à écrire pour {environment} : {kit} garde sa clé en base de données',
      next: 'saisissez-la à la main : cle init --kit {name} indique les étapes',
    },
  },
  'flag-contradicts': {
    en: {
      what: 'line {line} of "{file}" says {said} for {address}, which is not {environment}, and nothing sets it',
      next: 'change it there, or add it to "set:" of the file as the environment',
    },
    fr: {
      what: 'la ligne {line} de « {file} » dit {said} pour {address}, ce qui n’est pas {environment}, et rien ne le modifie',
      next: 'modifiez-la, ou ajoutez-la au « set: » du fichier comme environnement',
    },
  },
} as const satisfies Messages;

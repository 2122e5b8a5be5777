import type { Messages } from '../wording.ts';

/** What is found in a project’s tree, and what kits say of it. */
export const kitMessages = {
  'nothing-found': {
    en: {
      what: 'no file in "{dir}" is known to take a Payline key',
      next: 'write cle.config.yaml by hand, as README.md shows it, and run cle init again',
    },
    fr: {
      what: 'aucun fichier de « {dir} » n’est connu pour recevoir une clé Payline',
      next: 'écrivez cle.config.yaml à la main, d’après README.fr.md, puis relancez cle init',
    },
  },
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
      next: 'remove "file:"; cle apply then tells the steps',
    },
    fr: {
      what: '« {file} » ligne {line} : {kit} garde sa clé en base de données, pas dans un fichier',
      next: 'enlevez « file: » ; cle apply indique alors les étapes',
    },
  },
  'target-by-hand': {
    en: {
      what: 'nothing to write for {environment}: {kit} keeps its key in a database',
      next: 'enter it by hand: cle init --kit {name} tells the steps',
    },
    fr: {
      what: 'rien à écrire pour {environment} : {kit} garde sa clé en base de données',
      next: 'saisissez-la à la main : cle init --kit {name} indique les étapes',
    },
  },
  'file-example': {
    en: {
      what: '"{file}" only shows how the real file looks',
      next: 'copy it under the name that the product reads, then run: cle init',
    },
    fr: {
      what: '« {file} » montre seulement à quoi ressemble le vrai fichier',
      next: 'copiez-le sous le nom que le produit lit, puis lancez : cle init',
    },
  },
  'entry-ambiguous': {
    en: {
      what: '"{file}" has several places that may be for the key, lines {lines}',
      next: 'say in cle.config.yaml which is for which environment, with "set:"',
    },
    fr: {
      what: '« {file} » a plusieurs places possibles pour la clé, lignes {lines}',
      next: 'dites dans cle.config.yaml laquelle est pour quel environnement, avec « set: »',
    },
  },
  'entry-commented': {
    en: {
      what: '"{file}": "{address}" is commented out, so its value comes from elsewhere',
      next: 'name the file that sets it, such as .env.local, or give it to the product’s own secrets',
    },
    fr: {
      what: '« {file} » : « {address} » est en commentaire, sa valeur vient d’ailleurs',
      next: 'nommez le fichier qui la donne, comme .env.local, ou confiez-la aux secrets du produit',
    },
  },
  'file-texts': {
    en: {
      what: '"{file}" holds texts that people read, line {line}',
      next: 'nothing is to be done; where it does take a key, name it in cle.config.yaml',
    },
    fr: {
      what: '« {file} » contient des textes destinés à être lus, ligne {line}',
      next: 'il n’y a rien à faire ; s’il reçoit bien une clé, nommez-le dans cle.config.yaml',
    },
  },
  'file-overridden': {
    en: {
      what: '"{file}" takes the same key as "{other}", which stands beside it',
      next: 'nothing is to be done; to use it all the same, name it in cle.config.yaml',
    },
    fr: {
      what: '« {file} » reçoit la même clé que « {other} », qui est à côté',
      next: 'il n’y a rien à faire ; pour l’utiliser quand même, nommez-le dans cle.config.yaml',
    },
  },
  'environment-unclear': {
    en: {
      what: 'which environment "{file}" is for cannot be told: line {line}, {address} is {said}',
      next: 'run cle init without --yes, which asks, or name the file in cle.config.yaml',
    },
    fr: {
      what: 'on ne peut pas dire pour quel environnement est « {file} » : ligne {line}, {address} vaut {said}',
      next: 'lancez cle init sans --yes, qui pose la question, ou nommez le fichier dans cle.config.yaml',
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

import { AnyRefusal, type RefusalOf } from '../../../shared/refusal.ts';
import type { Messages } from '../../../shared/wording.ts';

/** What `cle init` finds in a project’s tree, and why it passes over a file. */
export const discoveryMessages = {
  'nothing-found': {
    en: {
      what: 'no file in "{dir}" is known to take a Payline key',
      next: 'write cle.config.yaml by hand, as configurator/docs/project-file.md shows it, and run cle init again',
    },
    fr: {
      what: 'aucun fichier de « {dir} » n’est connu pour recevoir une clé Payline',
      next: 'écrivez cle.config.yaml à la main, d’après configurator/docs/project-file.md, puis relancez cle init',
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
  'file-copy': {
    en: {
      what: '"{file}" is a copy that was kept of another file, by its name',
      next: 'nothing is to be done; to use it all the same, name it in cle.config.yaml',
    },
    fr: {
      what: '« {file} » est, d’après son nom, une copie gardée d’un autre fichier',
      next: 'il n’y a rien à faire ; pour l’utiliser quand même, nommez-le dans cle.config.yaml',
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
} as const satisfies Messages;

/** Why a file is passed over, which the command line alone says. */
export const DiscoveryRefusal: RefusalOf<typeof discoveryMessages> = AnyRefusal;

import { AnyRefusal, type RefusalOf } from '../../../shared/refusal.ts';
import type { Messages } from '../../../shared/wording.ts';

/** Messages of `cle init`: what it finds in a project’s tree, and why it skips a file. */
export const discoveryMessages = {
  'nothing-found': {
    en: {
      what: 'no file in "{dir}" is recognised as one that takes a Payline key',
      next: 'write cle.config.yaml by hand, as shown in configurator/docs/project-file.md, and run cle init again',
    },
    fr: {
      what: 'aucun fichier de « {dir} » n’est reconnu comme recevant une clé Payline',
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
      what: '"{file}" is, by its name, a copy of another file',
      next: 'nothing needs doing; to use it anyway, name it in cle.config.yaml',
    },
    fr: {
      what: '« {file} » est, d’après son nom, la copie d’un autre fichier',
      next: 'il n’y a rien à faire ; pour l’utiliser quand même, nommez-le dans cle.config.yaml',
    },
  },
  'entry-ambiguous': {
    en: {
      what: '"{file}" has several possible places for the key, on lines {lines}',
      next: 'in cle.config.yaml, set which one is for which environment, with "set:"',
    },
    fr: {
      what: '« {file} » a plusieurs places possibles pour la clé, lignes {lines}',
      next: 'précisez dans cle.config.yaml laquelle est pour quel environnement, avec « set: »',
    },
  },
  'entry-commented': {
    en: {
      what: '"{file}": "{address}" is commented out, so its value comes from elsewhere',
      next: 'name the file that sets it, such as .env.local, or put it in the product’s own secrets',
    },
    fr: {
      what: '« {file} » : « {address} » est en commentaire, sa valeur vient d’ailleurs',
      next: 'nommez le fichier qui la définit, comme .env.local, ou confiez-la aux secrets du produit',
    },
  },
  'file-texts': {
    en: {
      what: '"{file}" contains texts for people to read, line {line}',
      next: 'nothing needs doing; if it does take a key, name it in cle.config.yaml',
    },
    fr: {
      what: '« {file} » contient des textes destinés à être lus, ligne {line}',
      next: 'il n’y a rien à faire ; s’il reçoit bien une clé, nommez-le dans cle.config.yaml',
    },
  },
  'file-overridden': {
    en: {
      what: '"{file}" takes the same key as "{other}", which is beside it',
      next: 'nothing needs doing; to use it anyway, name it in cle.config.yaml',
    },
    fr: {
      what: '« {file} » reçoit la même clé que « {other} », qui est à côté',
      next: 'il n’y a rien à faire ; pour l’utiliser quand même, nommez-le dans cle.config.yaml',
    },
  },
  'environment-unclear': {
    en: {
      what: 'it is unclear which environment "{file}" is for: line {line}, {address} is {said}',
      next: 'run cle init without --yes, which asks, or name the file in cle.config.yaml',
    },
    fr: {
      what: 'l’environnement de « {file} » n’est pas clair : ligne {line}, {address} vaut {said}',
      next: 'lancez cle init sans --yes, qui pose la question, ou nommez le fichier dans cle.config.yaml',
    },
  },
} as const satisfies Messages;

/** Why a file is skipped: shown by the command line only. */
export const DiscoveryRefusal: RefusalOf<typeof discoveryMessages> = AnyRefusal;

import { AnyRefusal, type RefusalOf } from '../../shared/refusal.ts';
import type { Messages } from '../../shared/wording.ts';

/** Messages about the age and the end of installed keys. */
export const reminderMessages = {
  'key-old': {
    en: {
      what: 'the key {masked} for {environment} is {age} days old, and {most} are allowed',
      next: 'replace it: cle rotate',
    },
    fr: {
      what: 'la clé {masked} de {environment} a {age} jours, {most} sont permis',
      next: 'remplacez-la : cle rotate',
    },
  },
  'key-ends': {
    en: {
      what: 'the key {masked} for {environment} ends on {ends}',
      next: 'replace it before that: cle rotate',
    },
    fr: {
      what: 'la clé {masked} de {environment} se termine le {ends}',
      next: 'remplacez-la avant : cle rotate',
    },
  },
  'key-over': {
    en: {
      what: 'the key {masked} for {environment} ended on {ends}',
      next: 'create another in the console, then: cle apply',
    },
    fr: {
      what: 'la clé {masked} de {environment} s’est terminée le {ends}',
      next: 'créez-en une autre dans la console, puis : cle apply',
    },
  },
  'key-age-unknown': {
    en: {
      what: 'the age of the key {masked} for {environment} is not known: it was not installed from here',
      next: 'look up its date in the console, or replace it: cle rotate',
    },
    fr: {
      what: 'l’âge de la clé {masked} de {environment} est inconnu : elle n’a pas été installée d’ici',
      next: 'cherchez sa date dans la console, ou remplacez-la : cle rotate',
    },
  },
} as const satisfies Messages;

/** Messages about what a search of a repository could not read. */
export const scanMessages = {
  'git-shallow': {
    en: {
      what: 'the repository "{dir}" is a shallow clone: it lacks older commits, which were not searched',
      next: 'run git fetch --unshallow there, then scan again',
    },
    fr: {
      what: 'le dépôt « {dir} » est un clone superficiel : les commits plus anciens n’y sont pas, et n’ont pas été examinés',
      next: 'lancez-y git fetch --unshallow, puis relancez',
    },
  },
  'git-partial': {
    en: {
      what: 'the repository "{dir}" is a partial clone: it lacks {count} objects that its commits refer to, which were not searched',
      next: 'run git fetch --refetch --no-filter there, then scan again',
    },
    fr: {
      what: 'le dépôt « {dir} » est un clone partiel : {count} objets que nomment ses commits n’y sont pas, et n’ont pas été examinés',
      next: 'lancez-y git fetch --refetch --no-filter, puis relancez',
    },
  },
  'git-objects-unreadable': {
    en: {
      what: 'the repository "{dir}" keeps objects in "{file}", which cannot be read ({reason})',
      next: 'make it readable, or restore the folder that objects/info/alternates names, then scan again',
    },
    fr: {
      what: 'le dépôt « {dir} » garde des objets dans « {file} », qui ne peut être lu ({reason})',
      next: 'rendez-le lisible, ou remettez le dossier que nomme objects/info/alternates, puis relancez',
    },
  },
  'git-object-missing': {
    en: {
      what: 'git cannot read {count} objects of the repository "{dir}"',
      next: 'run git fsck there, then scan again',
    },
    fr: {
      what: 'git ne peut lire {count} objets du dépôt « {dir} »',
      next: 'lancez-y git fsck, puis relancez',
    },
  },
  'git-submodule-missing': {
    en: {
      what: 'the submodule "{file}" of the repository "{dir}" is not checked out here, and was not searched',
      next: 'run git submodule update --init there, then scan again',
    },
    fr: {
      what: 'le sous-module « {file} » du dépôt « {dir} » n’est pas ici, et n’a pas été examiné',
      next: 'lancez-y git submodule update --init, puis relancez',
    },
  },
} as const satisfies Messages;

/** Why a search is incomplete: shown by the command line only. */
export const ScanRefusal: RefusalOf<typeof scanMessages> = AnyRefusal;

import type { Texts } from '../../../shared/wording.ts';

/** Finding what takes a key, and registering the project. */
export const initTexts = {
  'confirmation-needed-init': {
    en: 'add --yes to write what is found',
    fr: 'ajoutez --yes pour écrire ce qui est trouvé',
  },
  'unknown-kit': { en: 'unknown kit', fr: 'kit inconnu' },
  'confirm-init': { en: 'Write cle.config.yaml?', fr: 'Écrire cle.config.yaml ?' },
  'init-already': {
    en: '{file} is there already and stays as it is; the project {name} is registered',
    fr: '{file} existe déjà et reste tel quel ; le projet {name} est enregistré',
  },
  'init-done': {
    en: '{file} is written; the project {name} is registered',
    fr: '{file} est écrit ; le projet {name} est enregistré',
  },
  'init-cut': {
    en: 'the tree is very large: not all of it was looked at',
    fr: 'l’arborescence est très grande : elle n’a pas été parcourue en entier',
  },
  'found-kit': { en: '{file}: a file of {kit}', fr: '{file} : un fichier de {kit}' },
  'found-names': { en: '{file}: sets {names}', fr: '{file} : contient {names}' },
  'init-above': {
    en: '{file} stands above, in {dir}; the project {name} is registered',
    fr: '{file} est au-dessus, dans {dir} ; le projet {name} est enregistré',
  },
  'init-next': {
    en: 'next: cle apply; or, for the extension in your browser: cle connect',
    fr: 'ensuite : cle apply ; ou, pour l’extension de votre navigateur : cle connect',
  },
  'init-commit': {
    en: 'commit {file} with the project: it holds no secret',
    fr: 'committez {file} avec le projet : il ne contient aucun secret',
  },
  'ask-merchant-of-project': {
    en: 'Merchant id whose keys this project takes (Enter: any)',
    fr: 'Identifiant du commerçant dont ce projet prend les clés (Entrée : tous)',
  },
  'merchant-digits': {
    en: 'a merchant id has 9 to 14 digits',
    fr: 'un identifiant de commerçant a de 9 à 14 chiffres',
  },
  'because-name': {
    en: 'for {environments}, as its name says',
    fr: 'pour {environments}, d’après son nom',
  },
  'because-neither': {
    en: 'for {environments}, as nothing in it says otherwise',
    fr: 'pour {environments}, car rien n’y dit le contraire',
  },
  'because-both': {
    en: 'for {environments}, as it holds a key of each',
    fr: 'pour {environments}, car il contient une clé de chacun',
  },
  'plugin-found': {
    en: '{file}: {title} keeps its key in a database; nothing is written for it',
    fr: '{file} : {title} garde sa clé en base de données ; rien n’y est écrit',
  },
  'passed-over': {
    en: 'not proposed:',
    fr: 'non proposés :',
  },
  'nearest-kit': {
    en: 'did you mean: cle init --kit {nearest}',
    fr: 'vouliez-vous dire : cle init --kit {nearest}',
  },
  'kits-are': { en: 'name one of {names}', fr: 'nommez l’un de : {names}' },
  'because-word': {
    en: 'for {environments}, as line {line} says: {address} is {said}',
    fr: 'pour {environments}, d’après la ligne {line} : {address} vaut {said}',
  },
  'because-address': {
    en: 'for {environments}, as its names say',
    fr: 'pour {environments}, d’après ses noms',
  },
  'because-unclear': {
    en: 'for which environment cannot be told: line {line}, {address} is {said}',
    fr: 'pour quel environnement, on ne peut pas le dire : ligne {line}, {address} vaut {said}',
  },
  'ask-environment-of': {
    en: 'Which environment is {file} for?',
    fr: 'Pour quel environnement est {file} ?',
  },
  'leave-out': { en: 'leave it out', fr: 'le laisser de côté' },
} as const satisfies Texts;

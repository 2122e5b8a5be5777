import type { Texts } from '../../../shared/wording.ts';

/** Finding the files that take a key, and registering the project. */
export const initTexts = {
  'confirmation-needed-init': {
    en: 'add --yes to write what is found',
    fr: 'ajoutez --yes pour écrire ce qui est trouvé',
  },
  'unknown-kit': { en: 'unknown kit', fr: 'kit inconnu' },
  'confirm-init': { en: 'Write cle.config.yaml?', fr: 'Écrire cle.config.yaml ?' },
  'init-already': {
    en: '{file} already exists and was not changed; the project {name} is registered',
    fr: '{file} existe déjà et reste tel quel ; le projet {name} est enregistré',
  },
  'init-done': {
    en: '{file} was written; the project {name} is registered',
    fr: '{file} est écrit ; le projet {name} est enregistré',
  },
  'init-cut': {
    en: 'the tree is very large: not all of it was searched',
    fr: 'l’arborescence est très grande : elle n’a pas été parcourue en entier',
  },
  'found-kit': { en: '{file}: a file of {kit}', fr: '{file} : un fichier de {kit}' },
  'found-names': { en: '{file}: sets {names}', fr: '{file} : contient {names}' },
  'init-above': {
    en: '{file} is in a parent folder, {dir}; the project {name} is registered',
    fr: '{file} est dans un dossier parent, {dir} ; le projet {name} est enregistré',
  },
  'init-next': {
    en: 'next: cle apply; or, for the extension in your browser: cle connect',
    fr: 'ensuite : cle apply ; ou, pour l’extension de votre navigateur : cle connect',
  },
  'init-commit': {
    en: 'commit {file} with the project: it contains no secret',
    fr: 'committez {file} avec le projet : il ne contient aucun secret',
  },
  'ask-merchant-of-project': {
    en: 'Merchant id whose keys this project accepts (Enter: any)',
    fr: 'Identifiant du commerçant dont ce projet accepte les clés (Entrée : tous)',
  },
  'merchant-digits': {
    en: 'a merchant id has 9 to 14 digits',
    fr: 'un identifiant de commerçant a de 9 à 14 chiffres',
  },
  'because-name': {
    en: 'for {environments}, by its name',
    fr: 'pour {environments}, d’après son nom',
  },
  'because-neither': {
    en: 'for {environments}, as nothing in it tells otherwise',
    fr: 'pour {environments}, car rien n’y indique le contraire',
  },
  'because-both': {
    en: 'for {environments}, as it has a key for each',
    fr: 'pour {environments}, car il contient une clé de chacun',
  },
  'plugin-found': {
    en: '{file}: {title} keeps its key in a database, so nothing is written',
    fr: '{file} : {title} garde sa clé en base de données, rien n’est donc écrit',
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
    en: 'for {environments}, by line {line}: {address} is {said}',
    fr: 'pour {environments}, d’après la ligne {line} : {address} vaut {said}',
  },
  'because-address': {
    en: 'for {environments}, by its names',
    fr: 'pour {environments}, d’après ses noms',
  },
  'because-unclear': {
    en: 'environment unclear: line {line}, {address} is {said}',
    fr: 'environnement incertain : ligne {line}, {address} vaut {said}',
  },
  'ask-environment-of': {
    en: 'Which environment is {file} for?',
    fr: 'Pour quel environnement est {file} ?',
  },
  'leave-out': { en: 'leave it out', fr: 'le laisser de côté' },
} as const satisfies Texts;

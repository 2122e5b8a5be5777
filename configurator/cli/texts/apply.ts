import type { Texts } from '../../../shared/wording.ts';

/** Installing a key: the plan and the result. */
export const applyTexts = {
  'key-line': {
    en: '{environment} key {masked} of merchant {merchantId}, fingerprint {fingerprint}',
    fr: 'clé {masked} de {environment}, commerçant {merchantId}, empreinte {fingerprint}',
  },
  'already-there': { en: 'already as it should be', fr: 'déjà comme il faut' },
  'external-run': {
    en: 'will be run, with {fields} on its standard input',
    fr: 'sera lancé, avec {fields} sur son entrée standard',
  },
  'external-changed': {
    en: 'will be given {fields}',
    fr: 'recevra {fields}',
  },
  'external-unchanged': {
    en: 'already there ({fields})',
    fr: 'déjà en place ({fields})',
  },
  'confirm-by-hand': {
    en: 'Is it entered by hand by now: {names}?',
    fr: 'Est-ce déjà saisi à la main : {names} ?',
  },
  'confirm-apply': { en: 'Write these files?', fr: 'Écrire ces fichiers ?' },
  'confirmation-needed-next': {
    en: 'add --yes, or --dry-run to only show the plan',
    fr: 'ajoutez --yes, ou --dry-run pour seulement voir le plan',
  },
  'in-place': { en: '{file}: in place ({fields})', fr: '{file} : en place ({fields})' },
  'given-to-command': {
    en: '{file}: completed ({fields})',
    fr: '{file} : terminé sans erreur ({fields})',
  },
  'plugin-steps': {
    en: '{title}, by hand:',
    fr: '{title}, à la main :',
  },
  'shape-pair': {
    en: 'it takes the merchant id and the value of the key, in two fields',
    fr: 'elle prend l’identifiant du commerçant et la valeur de la clé, en deux champs',
  },
  'shape-credentials': {
    en: 'it takes the Authorization (HTTP Header) without the word "Basic" and the space after it',
    fr: 'elle prend l’Authorization (HTTP Header) sans le mot « Basic » ni l’espace qui le suit',
  },
  'shape-authorization': {
    en: 'it takes the whole Authorization (HTTP Header), the word "Basic" included',
    fr: 'elle prend toute l’Authorization (HTTP Header), mot « Basic » compris',
  },
  'kit-hint': {
    en: '{title}: {hint}',
    fr: '{title} : {hint}',
  },
  'all-or-project': {
    en: '--all and --project exclude each other',
    fr: '--all et --project s’excluent',
  },
  'all-or-project-next': {
    en: 'leave one of them out',
    fr: 'retirez l’un des deux',
  },
  'verify-or-dry-run': {
    en: '--verify and --dry-run exclude each other',
    fr: '--verify et --dry-run s’excluent',
  },
  'verify-or-all': {
    en: '--verify and --all exclude each other',
    fr: '--verify et --all s’excluent',
  },
  'code-without-sealed': {
    en: '--code was given, but the key is not sealed',
    fr: '--code est donné, mais la clé n’est pas chiffrée',
  },
  'code-without-sealed-next': {
    en: 'give the sealed file, or leave out --code',
    fr: 'donnez le fichier chiffré, ou retirez --code',
  },
  'merchant-change': {
    en: 'the merchant changes: {from} before, {to} now',
    fr: 'le commerçant change : {from} avant, {to} maintenant',
  },
  'confirm-merchant': {
    en: 'Replace merchant {from} by merchant {to}?',
    fr: 'Remplacer le commerçant {from} par le commerçant {to} ?',
  },
} as const satisfies Texts;

import type { Messages } from '../wording.ts';

/** The key itself, as it is entered. */
export const keyMessages = {
  'key-malformed': {
    en: {
      what: 'the key is not one JSON object, nor an Authorization',
      next: 'give {"environment":…,"merchantId":…,"accessKey":…} on standard input, or a line "Authorization: Basic …"',
    },
    fr: {
      what: 'la clé n’est pas un objet JSON',
      next: 'recommencez depuis la console',
    },
  },
  'key-unknown-field': {
    en: {
      what: 'the key has an unknown field',
      next: 'use only {fields}',
    },
    fr: { what: 'la clé a un champ inconnu', next: 'n’utilisez que {fields}' },
  },
  'key-not-text': {
    en: {
      what: 'the field "{field}" of the key is not text',
      next: 'put it in quotes: a number loses its leading zeros',
    },
    fr: {
      what: 'le champ « {field} » de la clé n’est pas un texte',
      next: 'mettez-le entre guillemets',
    },
  },
  'key-too-long': {
    en: {
      what: 'the field "{field}" of the key is too long',
      next: 'copy it again from the console',
    },
    fr: {
      what: 'le champ « {field} » de la clé est trop long',
      next: 'copiez-le à nouveau depuis la console',
    },
  },
  'key-value-missing': {
    en: {
      what: 'the value of the key is missing',
      next: 'give it as "accessKey"',
    },
    fr: {
      what: 'la valeur de la clé manque',
      next: 'attendez qu’elle s’affiche, ou créez une autre clé',
    },
  },
  'key-merchant-missing': {
    en: {
      what: 'the merchant id is missing',
      next: 'give "merchantId", or the "authorization" that holds it',
    },
    fr: {
      what: 'l’identifiant du commerçant manque',
      next: 'vérifiez le champ Authorization de la console',
    },
  },
  'key-environment-unknown': {
    en: {
      what: 'the environment of the key is not known',
      next: 'give "environment": "homologation" or "production"; in a terminal, add --environment',
    },
    fr: {
      what: 'l’environnement de la clé est inconnu',
      next: 'choisissez homologation ou production',
    },
  },
  'key-masked': {
    en: {
      what: 'the field "{field}" is masked or a placeholder, not a real value',
      next: 'create a new key: a masked one cannot be recovered',
    },
    fr: {
      what: 'le champ « {field} » est masqué, ce n’est pas une vraie valeur',
      next: 'créez une nouvelle clé : une clé masquée ne se récupère pas',
    },
  },
  'key-characters': {
    en: {
      what: 'the field "{field}" contains a space or a character that no key has',
      next: 'copy it again from the console',
    },
    fr: {
      what: 'le champ « {field} » contient une espace ou un caractère qu’aucune clé ne contient',
      next: 'copiez-le à nouveau depuis la console',
    },
  },
  'key-authorization-malformed': {
    en: {
      what: 'the Authorization is not "Basic" and the base64 of a merchant id and a key',
      next: 'copy it again from the console',
    },
    fr: {
      what: 'l’Authorization n’est pas « Basic » suivi du base64 d’un identifiant et d’une clé',
      next: 'copiez-la à nouveau depuis la console',
    },
  },
  'key-authorization-mismatch': {
    en: {
      what: 'the Authorization and the value do not belong to the same key',
      next: 'copy all fields again from one pop-up',
    },
    fr: {
      what: 'l’Authorization et la valeur ne viennent pas de la même clé',
      next: 'copiez à nouveau tous les champs d’une même fenêtre',
    },
  },
  'key-unusual': {
    en: {
      what: 'the key is not 18 to 20 letters and digits, as keys usually are',
      next: 'compare it with the console before you go on',
    },
    fr: {
      what: 'la clé ne fait pas 18 à 20 lettres et chiffres comme les autres',
      next: 'comparez-la avec la console avant de continuer',
    },
  },
  'key-of-other-environment': {
    en: {
      what: 'this same key was installed for the other environment before',
      next: 'compare its environment with the console before you go on',
    },
    fr: {
      what: 'cette même clé a déjà été installée pour l’autre environnement',
      next: 'comparez son environnement avec la console avant de continuer',
    },
  },
  'merchant-unusual': {
    en: {
      what: 'the merchant id is not 9 to 14 digits, as merchant ids usually are',
      next: 'compare it with the console',
    },
    fr: {
      what: 'l’identifiant du commerçant ne fait pas 9 à 14 chiffres',
      next: 'comparez-le avec la console',
    },
  },
} as const satisfies Messages;

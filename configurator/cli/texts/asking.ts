import type { Texts } from '../../../shared/wording.ts';

/** Prompts for keys and passphrases, and messages for when nobody can answer. */
export const askingTexts = {
  'source-needed': {
    en: 'no key: there is no terminal to ask for one',
    fr: 'pas de clé, ni de terminal où la demander',
  },
  'source-needed-next': {
    en: 'name a sealed file, or "-" for a key on standard input: as JSON, or a line "Authorization: Basic …"',
    fr: 'nommez un fichier chiffré, ou « - » pour une clé sur l’entrée standard : en JSON, ou une ligne « Authorization: Basic … »',
  },
  'confirmation-needed': {
    en: 'there is no one to confirm: standard input is not a terminal, or carries the key',
    fr: 'impossible de demander confirmation : l’entrée standard n’est pas un terminal, ou porte la clé',
  },
  cancelled: { en: 'cancelled; nothing was changed', fr: 'annulé ; rien n’a changé' },
  'cancelled-next': { en: 'run it again when you want to', fr: 'relancez quand vous voulez' },
  'ask-environment': { en: 'Environment of the key', fr: 'Environnement de la clé' },
  'ask-merchant': {
    en: 'Merchant id (may be empty with the Authorization)',
    fr: 'Identifiant du commerçant (facultatif avec l’Authorization)',
  },
  'ask-key': { en: 'Value of the key', fr: 'Valeur de la clé' },
  'ask-authorization': {
    en: 'Authorization (HTTP Header), to check the others; may be empty',
    fr: 'Authorization (HTTP Header), pour vérifier le reste ; facultatif',
  },
  'choices-yes': { en: '(Y/n)', fr: '(O/n)' },
  'choices-no': { en: '(y/N)', fr: '(o/N)' },
  'answer-unclear': { en: 'answer yes or no', fr: 'répondez oui ou non' },
  'environment-which': {
    en: 'the project has keys of several environments',
    fr: 'le projet a des clés de plusieurs environnements',
  },
  'environment-which-next': {
    en: 'name one with --environment',
    fr: 'nommez-en un avec --environment',
  },
  'age-wrong': {
    en: 'this is not a number of days',
    fr: 'ce n’est pas un nombre de jours',
  },
  'age-wrong-next': {
    en: 'write it as 90d',
    fr: 'écrivez-le comme 90d',
  },
  'day-wrong': {
    en: 'this is not a date',
    fr: 'ce n’est pas une date',
  },
  'day-wrong-next': {
    en: 'write it as 2027-01-31',
    fr: 'écrivez-le comme 2027-01-31',
  },
  'ask-file-passphrase': { en: 'Passphrase of the sealed key', fr: 'Mot de passe de la clé chiffrée' },
  'ask-identity-passphrase': {
    en: 'Passphrase of this machine’s identity',
    fr: 'Mot de passe de l’identité de cette machine',
  },
  'ask-new-passphrase': {
    en: 'New passphrase, {shortest} characters or more',
    fr: 'Nouveau mot de passe, {shortest} caractères ou plus',
  },
  'ask-passphrase-again': { en: 'Repeat the passphrase', fr: 'Répétez le mot de passe' },
  'passphrase-short': { en: 'at least {shortest} characters', fr: 'au moins {shortest} caractères' },
  'passphrase-differs': { en: 'not the same as before', fr: 'différent du premier' },
  'passphrase-unaskable': {
    en: 'there is no terminal to ask for a passphrase',
    fr: 'il n’y a pas de terminal où demander un mot de passe',
  },
  'passphrase-unaskable-next': {
    en: 'run it in a terminal, with nothing on standard input',
    fr: 'lancez-le dans un terminal, sans rien sur l’entrée standard',
  },
} as const satisfies Texts;

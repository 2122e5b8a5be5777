import type { Texts } from '../../../shared/wording.ts';

/** Sealing a key for a colleague, and comparing its code. */
export const sealTexts = {
  'code-not-digits': {
    en: '--code takes the 18 digits that the sender sees',
    fr: '--code prend les 18 chiffres que voit l’expéditeur',
  },
  'code-not-digits-next': {
    en: 'give it as --code "482 019 773 650 118 904"',
    fr: 'donnez-le ainsi : --code "482 019 773 650 118 904"',
  },
  'confirmation-code': { en: 'confirmation code {code}', fr: 'code de confirmation {code}' },
  'confirmation-code-read-out': {
    en: 'read it aloud to whoever opens the file; never send it with the file',
    fr: 'dites-le de vive voix à qui ouvrira le fichier ; ne l’envoyez jamais avec le fichier',
  },
  'confirm-sender': {
    en: 'Did the sender read out exactly this code to you?',
    fr: 'L’expéditeur vous a-t-il dit exactement ce code ?',
  },
  'seal-for-whom': {
    en: 'no recipient is named for the sealed key',
    fr: 'aucun destinataire n’est indiqué pour la clé à chiffrer',
  },
  'seal-for-whom-next': {
    en: 'add --to with what cle recipient prints on the other machine, or --passphrase',
    fr: 'ajoutez --to avec ce qu’affiche cle recipient sur l’autre machine, ou --passphrase',
  },
  'seal-for-both': { en: '--to and --passphrase exclude each other', fr: '--to et --passphrase s’excluent' },
  'seal-for-both-next': {
    en: 'use one of them; age does not allow both',
    fr: 'choisissez-en un ; age ne permet pas les deux',
  },
  'days-wrong': { en: '--expires-in takes 1 to {most} days', fr: '--expires-in prend de 1 à {most} jours' },
  'days-wrong-next': {
    en: 'give a number, such as --expires-in 7',
    fr: 'donnez un nombre, comme --expires-in 7',
  },
  'sealed-for': {
    en: 'sealed for {name}, control code {code}',
    fr: 'chiffrée pour {name}, code de contrôle {code}',
  },
  'sealed-file': {
    en: '{file}: sealed, valid until {time}',
    fr: '{file} : clé chiffrée, valable jusqu’au {time}',
  },
  'code-older': {
    en: 'these eight digits are a code of an older version; codes have 18 digits now',
    fr: 'ces huit chiffres sont un code d’une version plus ancienne ; les codes ont maintenant 18 chiffres',
  },
  'code-older-next': {
    en: 'ask the sender to update the extension, or cle, to seal the key again and to tell you the new code',
    fr: 'demandez à l’expéditeur de mettre à jour l’extension, ou cle, de chiffrer à nouveau la clé et de vous dire le nouveau code',
  },
} as const satisfies Texts;

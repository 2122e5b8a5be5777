import type { Messages } from '../wording.ts';

/** A key sealed for somebody else, and opening it. */
export const sealedMessages = {
  'sealed-unreadable': {
    en: {
      what: 'the sealed key cannot be opened on this machine',
      next: 'capture or seal it again for this machine',
    },
    fr: {
      what: 'la clé chiffrée ne s’ouvre pas sur cette machine',
      next: 'chiffrez-la à nouveau pour elle',
    },
  },
  'sealed-expired': {
    en: {
      what: 'the sealed key has expired',
      next: 'seal it again, or create a new key',
    },
    fr: {
      what: 'la clé chiffrée a expiré',
      next: 'chiffrez-la à nouveau, ou créez une autre clé',
    },
  },
  'sealed-malformed': {
    en: {
      what: 'the sealed file does not contain a key that was sealed by this program',
      next: 'ask for it to be sealed again with cle seal, or by the extension',
    },
    fr: {
      what: 'le fichier chiffré ne contient pas de clé chiffrée par ce programme',
      next: 'demandez qu’elle soit chiffrée à nouveau avec cle seal ou l’extension',
    },
  },
  'sealed-newer': {
    en: {
      what: 'the key was sealed by a newer version of this program',
      next: 'update cle-en-main, then run it again',
    },
    fr: {
      what: 'la clé a été chiffrée par une version plus récente de ce programme',
      next: 'mettez cle-en-main à jour, puis relancez',
    },
  },
  'sealed-not-age': {
    en: {
      what: 'this is not a sealed key: it does not begin like an age file',
      next: 'ask for the whole file, as it was downloaded',
    },
    fr: {
      what: 'ce n’est pas une clé chiffrée : elle ne commence pas comme un fichier age',
      next: 'demandez le fichier entier, tel qu’il a été téléchargé',
    },
  },
  'sealed-damaged': {
    en: {
      what: 'the sealed key was changed or cut off on its way',
      next: 'ask for the file again; nothing from this one was used',
    },
    fr: {
      what: 'la clé chiffrée a été modifiée ou tronquée en chemin',
      next: 'demandez le fichier à nouveau ; rien de celui-ci n’a servi',
    },
  },
  'sealed-several': {
    en: {
      what: 'more than one sealed key was given at once',
      next: 'give one at a time',
    },
    fr: {
      what: 'plusieurs clés chiffrées ont été données à la fois',
      next: 'donnez-en une seule à la fois',
    },
  },
  'sealed-other-recipient': {
    en: {
      what: 'the key is sealed to another machine, or was changed on its way',
      next: 'send the sender what cle recipient prints here, and have it sealed to that',
    },
    fr: {
      what: 'la clé est chiffrée pour une autre machine, ou a été modifiée en chemin',
      next: 'envoyez à l’expéditeur ce qu’affiche cle recipient ici, pour qu’il la chiffre à nouveau',
    },
  },
  'sealed-wrong-passphrase': {
    en: {
      what: 'the passphrase does not open this sealed key',
      next: 'type it again, or ask whoever sealed it',
    },
    fr: {
      what: 'le mot de passe n’ouvre pas cette clé chiffrée',
      next: 'saisissez-le à nouveau, ou demandez à qui l’a chiffrée',
    },
  },
  'sealed-replayed': {
    en: {
      what: 'this sealed key was installed in this project before, and the files hold it',
      next: 'nothing is left to do; to install it once more, run cle undo first, or have it sealed again',
    },
    fr: {
      what: 'cette clé chiffrée a déjà été installée dans ce projet, et les fichiers la contiennent',
      next: 'il n’y a plus rien à faire ; pour la remettre, lancez d’abord cle undo, ou faites-la chiffrer à nouveau',
    },
  },
  'sealed-superseded': {
    en: {
      what: 'this sealed key was installed in this project before, and another key has replaced it',
      next: 'to put it back, run cle undo, or have it sealed again',
    },
    fr: {
      what: 'cette clé chiffrée a déjà été installée dans ce projet, et une autre clé après elle',
      next: 'pour la remettre, lancez cle undo, ou faites-la chiffrer à nouveau',
    },
  },
  'sealed-too-long': {
    en: {
      what: 'the sealed key is not open for a time of up to {most} days from when it was sealed',
      next: 'have it sealed again, for fewer days',
    },
    fr: {
      what: 'la clé chiffrée ne s’ouvre pas pendant {most} jours au plus depuis qu’elle a été chiffrée',
      next: 'faites-la chiffrer à nouveau, pour moins de jours',
    },
  },
  'sealed-from-future': {
    en: {
      what: 'by this machine’s clock, the sealed key was sealed more than a day in the future',
      next: 'correct the clock that is wrong, here or where it was sealed, and have it sealed again',
    },
    fr: {
      what: 'selon l’horloge de cette machine, la clé a été chiffrée plus d’un jour dans le futur',
      next: 'réglez l’horloge qui se trompe, ici ou là où elle a été chiffrée, et faites-la chiffrer à nouveau',
    },
  },
  'sealed-too-slow': {
    en: {
      what: 'one try of the passphrase takes too much work (scrypt 2^{factor}; at most 2^{most})',
      next: 'have it sealed again with age’s default work factor',
    },
    fr: {
      what: 'un seul essai du mot de passe demande trop de calcul (scrypt 2^{factor} ; au plus 2^{most})',
      next: 'faites-la chiffrer à nouveau, avec le facteur de travail par défaut d’age',
    },
  },
} as const satisfies Messages;

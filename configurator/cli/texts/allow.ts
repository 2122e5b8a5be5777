import type { Texts } from '../../../shared/wording.ts';

/** Allowing a project file its commands and servers. */
export const allowTexts = {
  'allow-none': {
    en: 'cle.config.yaml names files only: there is nothing to allow',
    fr: 'cle.config.yaml ne nomme que des fichiers : rien à autoriser',
  },
  'allow-shown': {
    en: '{environment}, line {line}: {name} gets {fields}',
    fr: '{environment}, ligne {line} : {name} reçoit {fields}',
  },
  'allow-revoked': {
    en: 'nothing is allowed for {dir} any more',
    fr: 'plus rien n’est autorisé pour {dir}',
  },
  allowed: {
    en: 'allowed for {dir}, until cle.config.yaml changes by one byte',
    fr: 'autorisé pour {dir}, jusqu’à ce que cle.config.yaml change d’un octet',
  },
  'confirm-allow': {
    en: 'Allow this, until the file changes?',
    fr: 'Autoriser cela, jusqu’à ce que le fichier change ?',
  },
  'confirmation-needed-allow': {
    en: 'look at the project file, then add --yes',
    fr: 'regardez le fichier de projet, puis ajoutez --yes',
  },
} as const satisfies Texts;

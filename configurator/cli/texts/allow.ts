import type { Texts } from '../../../shared/wording.ts';

/** Allowing the commands and servers of a project file. */
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
    en: 'allowed for {dir}, until cle.config.yaml, or a file that its commands name, changes by one byte',
    fr: 'autorisé pour {dir}, jusqu’à ce que cle.config.yaml, ou un fichier que ses commandes nomment, change d’un octet',
  },
  'allow-content': {
    en: '(a file of the project: allowed with its current contents)',
    fr: '(un fichier du projet : autorisé avec son contenu actuel)',
  },
  'confirm-allow': {
    en: 'Allow this, until the project file or a file named here changes?',
    fr: 'Autoriser cela, jusqu’à ce que le fichier de projet ou un fichier nommé ici change ?',
  },
  'confirmation-needed-allow': {
    en: 'review the project file, then add --yes',
    fr: 'relisez le fichier de projet, puis ajoutez --yes',
  },
} as const satisfies Texts;

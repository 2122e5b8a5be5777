import type { Messages } from '../wording.ts';

/** Changing files, reading them back, and undoing a change. */
export const installMessages = {
  'undo-none': {
    en: {
      what: 'there is nothing left to undo in "{dir}"',
      next: 'see what is there with: cle status',
    },
    fr: {
      what: 'il n’y a plus rien à annuler dans « {dir} »',
      next: 'voyez ce qui s’y trouve avec : cle status',
    },
  },
  'undo-changed': {
    en: {
      what: '"{file}" was changed after the key was written: restoring it would lose that change',
      next: 'revert that change, then undo; or set the previous value by hand',
    },
    fr: {
      what: '« {file} » a été modifié après l’écriture de la clé : le rétablir perdrait cette modification',
      next: 'retirez cette modification puis annulez, ou remettez l’ancienne valeur à la main',
    },
  },
  'undo-key-over': {
    en: {
      what: 'undoing would put back into "{file}" a key that ended on {ends}',
      next: 'leave the key that is there, or install another that works',
    },
    fr: {
      what: 'annuler remettrait dans « {file} » une clé terminée le {ends}',
      next: 'laissez la clé en place, ou installez-en une autre qui fonctionne',
    },
  },
  'undo-not-last': {
    en: {
      what: 'this key is not the one that was installed last in "{dir}"',
      next: 'undo one by one, the latest first: cle undo',
    },
    fr: {
      what: 'cette clé n’est pas la dernière qui a été installée dans « {dir} »',
      next: 'annulez une à une, en commençant par la dernière : cle undo',
    },
  },
  'undo-not-kept': {
    en: {
      what: 'this key is no longer kept here, so undoing its installation would lose it',
      next: 'make sure that you have it elsewhere, then undo in a terminal: cle undo',
    },
    fr: {
      what: 'cette clé n’est plus gardée ici : annuler son installation la perdrait',
      next: 'assurez-vous de l’avoir ailleurs, puis annulez dans un terminal : cle undo',
    },
  },
  'verify-failed': {
    en: {
      what: '"{file}": the changed text did not read back as planned, so it was not written',
      next: 'report it with the kind of file (never its contents)',
    },
    fr: {
      what: '« {file} » : la relecture du texte modifié a échoué, rien n’a été écrit',
      next: 'signalez-le avec le genre de fichier (jamais son contenu)',
    },
  },
  'file-changed': {
    en: {
      what: '"{file}" was changed by another program in the meantime',
      next: 'look at it, then run again',
    },
    fr: { what: '« {file} » a été modifié entre-temps', next: 'recommencez' },
  },
  'write-failed': {
    en: {
      what: '"{file}" could not be written ({reason}); every file is as it was before',
      next: 'fix the cause and run again',
    },
    fr: {
      what: '« {file} » n’a pu être écrit ({reason}) ; rien n’a changé',
      next: 'corrigez la cause et recommencez',
    },
  },
  'write-unfinished': {
    en: {
      what: '"{file}" could not be written ({reason}), nor could the others be put back: some have the new key',
      next: 'fix the cause and run any cle command: it finishes the change first',
    },
    fr: {
      what: '« {file} » n’a pu être écrit ({reason}) et les autres n’ont pu être remis en état',
      next: 'corrigez la cause et relancez cle, qui terminera d’abord ce changement',
    },
  },
  'read-back-failed': {
    en: {
      what: '"{file}" did not contain what was written when it was read back; the others were restored',
      next: 'check whether another program changes it, then run again',
    },
    fr: {
      what: '« {file} » relu ne contient pas ce qui a été écrit ; les autres ont été remis en état',
      next: 'voyez si un autre programme le modifie, puis recommencez',
    },
  },
  'plan-stale': {
    en: {
      what: 'the plan has changed since it was shown',
      next: 'review the new plan and confirm it',
    },
    fr: {
      what: 'le plan a changé depuis son affichage',
      next: 'relisez le nouveau plan et confirmez',
    },
  },
} as const satisfies Messages;

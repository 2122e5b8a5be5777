import type { Texts } from '../../../shared/wording.ts';

/** Taking an installation back. */
export const undoTexts = {
  'confirm-undo': { en: 'Restore these files?', fr: 'Rétablir ces fichiers ?' },
  'confirmation-needed-undo': {
    en: 'add --yes to restore the files',
    fr: 'ajoutez --yes pour rétablir les fichiers',
  },
  'undo-plan': {
    en: 'was installed at {time}; will be taken out again of: {files}',
    fr: 'installée le {time} ; sera retirée de : {files}',
  },
  restored: { en: '{file}: restored', fr: '{file} : rétabli' },
  'undo-left': {
    en: 'earlier applies that can still be undone: {left}',
    fr: 'applications antérieures encore annulables : {left}',
  },
  'undo-external-command': {
    en: '{name}: cannot be taken back; run it again with the key before',
    fr: '{name} : ne peut être repris ; relancez-le avec la clé d’avant',
  },
  'undo-external-unknown': {
    en: '{name}: may have the new key, and keeps it then; look there',
    fr: '{name} : a peut-être la nouvelle clé, et la garde alors ; regardez-y',
  },
  'undo-external-vault': {
    en: '{name}: keeps the new key; the version before is {before}: vault kv rollback',
    fr: '{name} : garde la nouvelle clé ; la version d’avant est {before} : vault kv rollback',
  },
} as const satisfies Texts;

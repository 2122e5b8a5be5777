import type { Texts } from '../../../shared/wording.ts';

/** Undoing an installation. */
export const undoTexts = {
  'confirm-undo': { en: 'Restore these files?', fr: 'Rétablir ces fichiers ?' },
  'confirmation-needed-undo': {
    en: 'add --yes to restore the files',
    fr: 'ajoutez --yes pour rétablir les fichiers',
  },
  'undo-plan': {
    en: 'was installed at {time}; will be removed from: {files}',
    fr: 'installée le {time} ; sera retirée de : {files}',
  },
  restored: { en: '{file}: restored', fr: '{file} : rétabli' },
  'undo-left': {
    en: 'earlier applies that can still be undone: {left}',
    fr: 'applications antérieures encore annulables : {left}',
  },
  'undo-external-command': {
    en: '{name}: cannot be undone; run it again with the previous key',
    fr: '{name} : ne peut être annulé ; relancez-le avec la clé précédente',
  },
  'undo-external-unknown': {
    en: '{name}: may have the new key, and would keep it; check there',
    fr: '{name} : a peut-être la nouvelle clé, et la garderait ; vérifiez-y',
  },
  'undo-external-vault': {
    en: '{name}: keeps the new key; the previous version is {before}: vault kv rollback',
    fr: '{name} : garde la nouvelle clé ; la version précédente est {before} : vault kv rollback',
  },
} as const satisfies Texts;

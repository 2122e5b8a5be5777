import type { Texts } from '../../../shared/wording.ts';

/** Connecting browsers. */
export const connectTexts = {
  'confirm-connect': { en: 'Write these?', fr: 'Écrire cela ?' },
  'confirmation-needed-connect': {
    en: 'add --yes to connect the browsers',
    fr: 'ajoutez --yes pour relier les navigateurs',
  },
  'confirm-disconnect': { en: 'Remove these?', fr: 'Retirer cela ?' },
  connected: { en: 'connected: {titles}', fr: 'reliés : {titles}' },
  disconnected: { en: 'disconnected', fr: 'plus rien n’est relié' },
  'nothing-connected': { en: 'nothing was connected', fr: 'rien n’était relié' },
  'pairing-code': {
    en: 'control code {code}: the extension’s window shows the same one when it connects to this program',
    fr: 'code de contrôle {code} : la fenêtre de l’extension montre le même quand elle se connecte à ce programme',
  },
  'connect-unchanged': { en: 'already as it should be', fr: 'déjà comme il faut' },
} as const satisfies Texts;

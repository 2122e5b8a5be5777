import type { Texts } from '../../../shared/wording.ts';

/** This machine’s identity and its recipient. */
export const identityTexts = {
  'control-code': { en: 'control code {code}', fr: 'code de contrôle {code}' },
  'recipient-rotated': {
    en: 'the recipient is new: send it to whoever seals to you, and connect the extension again',
    fr: 'le destinataire est nouveau : envoyez-le à qui chiffre des clés pour vous, et reliez l’extension à nouveau',
  },
  'recipient-protected': {
    en: 'the identity is protected: your browser can no longer install keys on its own',
    fr: 'l’identité est protégée : le navigateur ne peut plus installer de clé de lui-même',
  },
  'recipient-in-keychain': {
    en: 'the identity is protected: it opens while this system’s keychain is unlocked',
    fr: 'l’identité est protégée : elle s’ouvre tant que le trousseau du système est déverrouillé',
  },
  'guard-both': {
    en: '--passphrase and --keychain exclude each other',
    fr: '--passphrase et --keychain s’excluent',
  },
  'guard-both-next': { en: 'use one of them', fr: 'choisissez-en un' },
} as const satisfies Texts;

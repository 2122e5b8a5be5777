import type { Messages } from '../wording.ts';

/** Frames between the extension and the configurator. */
export const wireMessages = {
  'frame-too-large': {
    en: {
      what: 'a message is larger than 64 KiB',
      next: 'update the extension and the configurator',
    },
    fr: {
      what: 'un message dépasse 64 Kio',
      next: 'mettez à jour l’extension et le configurateur',
    },
  },
  'frame-truncated': {
    en: { what: 'a message was cut off', next: 'try again' },
    fr: { what: 'un message a été coupé', next: 'réessayez' },
  },
  'frame-malformed': {
    en: {
      what: 'a message is not one JSON object in UTF-8',
      next: 'try again',
    },
    fr: {
      what: 'un message n’est pas un objet JSON en UTF-8',
      next: 'réessayez',
    },
  },
  'message-invalid': {
    en: {
      what: 'a message does not have the form of its type',
      next: 'update the extension and the configurator',
    },
    fr: {
      what: 'un message n’a pas la forme prévue',
      next: 'mettez à jour l’extension et le configurateur',
    },
  },
  'message-type-unknown': {
    en: {
      what: 'a message has an unknown type',
      next: 'update the configurator',
    },
    fr: {
      what: 'un message a un type inconnu',
      next: 'mettez à jour le configurateur',
    },
  },
  'version-unsupported': {
    en: {
      what: 'the extension and the configurator speak different versions',
      next: 'update the older one',
    },
    fr: {
      what: 'l’extension et le configurateur n’ont pas la même version',
      next: 'mettez à jour le plus ancien',
    },
  },
  'reply-too-large': {
    en: {
      what: 'the answer is larger than 1 MiB',
      next: 'install the key in a terminal: cle apply',
    },
    fr: {
      what: 'la réponse dépasse 1 Mio',
      next: 'installez la clé dans un terminal : cle apply',
    },
  },
  internal: {
    en: {
      what: 'an unexpected error occurred',
      next: 'report the steps that led to it, never the key',
    },
    fr: {
      what: 'une erreur imprévue est survenue',
      next: 'signalez les étapes qui y mènent, jamais la clé',
    },
  },
} as const satisfies Messages;

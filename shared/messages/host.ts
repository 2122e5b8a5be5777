import type { Messages } from '../wording.ts';

/** The configurator, as the extension sees it. */
export const hostMessages = {
  'host-unprotected': {
    en: {
      what: 'the code of this configurator was not compared, or no keychain protects its identity',
      next: 'compare the codes, run: cle recipient --keychain, then try again',
    },
    fr: {
      what: 'le code de ce configurateur n’a pas été comparé, ou aucun trousseau ne protège son identité',
      next: 'comparez les codes, lancez : cle recipient --keychain, puis réessayez',
    },
  },
  'caller-unknown': {
    en: {
      what: 'the program that started the host is not the extension',
      next: 'run: cle connect',
    },
    fr: {
      what: 'le programme qui a lancé l’hôte n’est pas l’extension',
      next: 'relancez : cle connect',
    },
  },
  'host-missing': {
    en: {
      what: 'the browser does not find the configurator',
      next: 'run: cle connect',
    },
    fr: {
      what: 'le navigateur ne trouve pas le configurateur',
      next: 'installez-le (cle connect) ; la clé reste gardée ici, chiffrée',
    },
  },
  'host-silent': {
    en: {
      what: 'the configurator did not answer in time',
      next: 'try again, or run: cle doctor; the key is still kept here, encrypted',
    },
    fr: {
      what: 'le configurateur n’a pas répondu à temps',
      next: 'réessayez, ou lancez cle doctor ; la clé reste gardée ici, chiffrée',
    },
  },
  'host-stopped': {
    en: {
      what: 'the configurator stopped before it answered',
      next: 'run: cle doctor; the key is still kept here, encrypted',
    },
    fr: {
      what: 'le configurateur s’est arrêté avant de répondre',
      next: 'lancez cle doctor ; la clé reste gardée ici, chiffrée',
    },
  },
  'host-unreadable': {
    en: {
      what: 'the configurator’s answer cannot be understood',
      next: 'run: cle doctor, or update the extension and the configurator; the key is still kept here, encrypted',
    },
    fr: {
      what: 'la réponse du configurateur est incompréhensible',
      next: 'lancez cle doctor, ou mettez à jour l’extension et le configurateur ; la clé reste gardée ici, chiffrée',
    },
  },
  'host-changed': {
    en: {
      what: 'this is not the configurator that this browser first connected to',
      next: 'nothing was sent; if you did not reinstall it, ask who did',
    },
    fr: {
      what: 'ce n’est pas le configurateur auquel ce navigateur s’est connecté la première fois',
      next: 'rien n’a été envoyé ; si vous ne l’avez pas réinstallé, demandez qui l’a fait',
    },
  },
  'host-not-allowed': {
    en: {
      what: 'the browser may not talk to the configurator yet',
      next: 'press “Connect” and allow it; until then the key is kept here, encrypted',
    },
    fr: {
      what: 'le navigateur n’a pas encore le droit de parler au configurateur',
      next: 'appuyez sur « Connecter » et acceptez ; d’ici là, la clé reste gardée ici, chiffrée',
    },
  },
  'receipt-mismatch': {
    en: {
      what: 'the receipt does not prove that this key is in these files',
      next: 'run: cle status; the key is still kept here, encrypted',
    },
    fr: {
      what: 'le reçu ne prouve pas que cette clé est dans ces fichiers',
      next: 'lancez cle status ; la clé reste gardée ici, chiffrée',
    },
  },
} as const satisfies Messages;

import type { Messages } from '../wording.ts';

/** What the extension keeps, and the consoles it watches. */
export const extensionMessages = {
  'capture-unknown': {
    en: {
      what: 'this key is no longer waiting here',
      next: 'it was installed or forgotten in another window',
    },
    fr: {
      what: 'cette clé n’est plus en attente ici',
      next: 'elle a été installée ou oubliée dans une autre fenêtre',
    },
  },
  'capture-sealed-away': {
    en: {
      what: 'only your configurator can open this key',
      next: 'install it in a project',
    },
    fr: {
      what: 'seul votre configurateur peut ouvrir cette clé',
      next: 'installez-la dans un projet',
    },
  },
  'seal-failed': {
    en: {
      what: 'the key could not be sealed and stored',
      next: 'copy it by hand before you close the pop-up',
    },
    fr: {
      what: 'la clé n’a pas pu être chiffrée et gardée',
      next: 'copiez-la à la main avant de fermer la fenêtre',
    },
  },
  'captures-too-many': {
    en: {
      what: 'this console shows more new keys than a person would create: 5 in a minute, or 50 waiting',
      next: 'copy this one by hand, check who else has access to the console, then install or forget the waiting keys',
    },
    fr: {
      what: 'cette console montre plus de nouvelles clés qu’une personne n’en crée : 5 en une minute, ou 50 en attente',
      next: 'copiez celle-ci à la main, vérifiez qui d’autre a accès à la console, puis installez ou oubliez les clés en attente',
    },
  },
  'console-address': {
    en: {
      what: 'this is not the https address of one host',
      next: 'copy it from the address bar of the console, such as https://payments.example.com',
    },
    fr: {
      what: 'ce n’est pas l’adresse https d’un seul site',
      next: 'copiez-la depuis la barre d’adresse de la console, par exemple https://paiement.exemple.fr',
    },
  },
  'console-known': {
    en: {
      what: '"{host}" is already known',
      next: 'create a key there, or remove it first to change its environment',
    },
    fr: {
      what: '« {host} » est déjà connu',
      next: 'créez-y une clé, ou retirez-le d’abord pour changer son environnement',
    },
  },
  'console-not-allowed': {
    en: {
      what: 'the browser was not allowed to watch "{host}"',
      next: 'add it again and allow it',
    },
    fr: {
      what: 'le navigateur n’a pas reçu l’autorisation de surveiller « {host} »',
      next: 'ajoutez-le à nouveau et acceptez',
    },
  },
} as const satisfies Messages;

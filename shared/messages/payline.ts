import type { Messages } from '../wording.ts';

/** Asking Payline whether a key works, and replacing a key. */
export const paylineMessages = {
  'verify-refused': {
    en: {
      what: '"{host}" refuses the key',
      next: 'check in the console that it is active and for this environment; if not, install another',
    },
    fr: {
      what: '« {host} » refuse la clé',
      next: 'vérifiez dans la console qu’elle est active et de cet environnement ; sinon, installez-en une autre',
    },
  },
  'verify-unreachable': {
    en: {
      what: '"{host}" cannot be reached ({reason}), so nothing is known about the key',
      next: 'check the network, or name its proxy in HTTPS_PROXY, then try again',
    },
    fr: {
      what: '« {host} » est injoignable ({reason}) : on ne sait rien de la clé',
      next: 'vérifiez le réseau, ou nommez son proxy dans HTTPS_PROXY, puis réessayez',
    },
  },
  'verify-proxy': {
    en: {
      what: 'the proxy does not lead to Payline ({reason}), so nothing is known about the key',
      next: 'check HTTPS_PROXY and NO_PROXY, or ask whoever runs the proxy to let the host through',
    },
    fr: {
      what: 'le proxy ne mène pas à Payline ({reason}) : on ne sait rien de la clé',
      next: 'vérifiez HTTPS_PROXY et NO_PROXY, ou faites autoriser cet hôte par l’administrateur du proxy',
    },
  },
  'verify-tls': {
    en: {
      what: 'the server that answers for "{host}" cannot prove that it is Payline ({reason}), so the key was not sent',
      next: 'check the clock; if a proxy intercepts TLS, name its authority in NODE_EXTRA_CA_CERTS',
    },
    fr: {
      what: 'le serveur qui répond pour « {host} » ne prouve pas qu’il est Payline ({reason}) : la clé n’a pas été envoyée',
      next: 'vérifiez l’horloge ; si un proxy intercepte TLS, nommez son autorité dans NODE_EXTRA_CA_CERTS',
    },
  },
  'verify-timeout': {
    en: {
      what: '"{host}" gave no complete answer within {seconds} s, so nothing is known about the key',
      next: 'try again later',
    },
    fr: {
      what: '« {host} » n’a pas répondu en {seconds} s : on ne sait rien de la clé',
      next: 'réessayez plus tard',
    },
  },
  'verify-server': {
    en: {
      what: '"{host}" answered with the HTTP status {status}, so nothing is known about the key',
      next: 'try again later; if it persists, ask Payline’s support',
    },
    fr: {
      what: '« {host} » répond par le statut HTTP {status} : on ne sait rien de la clé',
      next: 'réessayez plus tard ; si cela dure, demandez au support de Payline',
    },
  },
  'verify-answer': {
    en: {
      what: '"{host}" did not answer what was asked, so nothing is known about the key',
      next: 'try again; if it persists, a proxy may be answering in its place',
    },
    fr: {
      what: '« {host} » répond autre chose que demandé : on ne sait rien de la clé',
      next: 'réessayez ; si cela dure, un proxy répond peut-être à sa place',
    },
  },
  'verify-result': {
    en: {
      what: '"{host}" answered with the code {code}, so nothing is known about the key',
      next: 'look the code up in Payline’s documentation',
    },
    fr: {
      what: '« {host} » répond par le code {code} : on ne sait rien de la clé',
      next: 'cherchez ce code dans la documentation de Payline',
    },
  },
  'installed-key-none': {
    en: {
      what: 'no file of the project holds a key for {environment}',
      next: 'install one: cle apply',
    },
    fr: {
      what: 'aucun fichier du projet ne contient de clé pour {environment}',
      next: 'installez-en une : cle apply',
    },
  },
  'installed-merchant-none': {
    en: {
      what: 'no file says which merchant the key for {environment} belongs to',
      next: 'add the line "merchant:" to {file}',
    },
    fr: {
      what: 'aucun fichier ne dit à quel commerçant appartient la clé pour {environment}',
      next: 'ajoutez la ligne « merchant: » à {file}',
    },
  },
  'rotation-none': {
    en: {
      what: 'the replacement of this key was not started, or is finished',
      next: 'start it again',
    },
    fr: {
      what: 'le remplacement de cette clé n’a pas été commencé, ou il est terminé',
      next: 'recommencez-le',
    },
  },
} as const satisfies Messages;

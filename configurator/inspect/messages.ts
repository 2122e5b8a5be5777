import type { Messages } from '../../shared/wording.ts';

/** How long the installed keys still live. */
export const reminderMessages = {
  'key-old': {
    en: {
      what: 'the key {masked} for {environment} is {age} days old, {most} are allowed',
      next: 'follow it by another: cle rotate',
    },
    fr: {
      what: 'la clé {masked} de {environment} a {age} jours, {most} sont permis',
      next: 'remplacez-la : cle rotate',
    },
  },
  'key-ends': {
    en: {
      what: 'the key {masked} for {environment} ends on {ends}',
      next: 'follow it by another before: cle rotate',
    },
    fr: {
      what: 'la clé {masked} de {environment} se termine le {ends}',
      next: 'remplacez-la avant : cle rotate',
    },
  },
  'key-over': {
    en: {
      what: 'the key {masked} for {environment} ended on {ends}',
      next: 'create another in the console, then: cle apply',
    },
    fr: {
      what: 'la clé {masked} de {environment} s’est terminée le {ends}',
      next: 'créez-en une autre dans la console, puis : cle apply',
    },
  },
  'key-age-unknown': {
    en: {
      what: 'nobody knows since when the key {masked} for {environment} is used: it was not installed from here',
      next: 'look its date up in the console, or follow it by another: cle rotate',
    },
    fr: {
      what: 'on ignore depuis quand la clé {masked} de {environment} sert : elle n’a pas été installée d’ici',
      next: 'cherchez sa date dans la console, ou remplacez-la : cle rotate',
    },
  },
} as const satisfies Messages;

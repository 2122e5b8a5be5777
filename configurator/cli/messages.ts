import { messages, sayerOf } from '../../shared/messages.ts';
import type { Messages } from '../../shared/wording.ts';
import { reminderMessages } from '../inspect/messages.ts';
import { connectionMessages } from '../native-host/messages.ts';
import { launcherMessages } from './doctor/launcher-messages.ts';
import { doctorMessages } from './doctor/messages.ts';

/** How commands end that did their work but not all is well, and where they read and write. */
const commandMessages = {
  'keys-due': {
    en: {
      what: 'keys are due: {count}',
      next: 'follow them by others: cle rotate',
    },
    fr: {
      what: 'clés à remplacer : {count}',
      next: 'remplacez-les : cle rotate',
    },
  },
  'calendar-exists': {
    en: {
      what: '"{file}" is there already and is not overwritten',
      next: 'remove it, or name another with --ics',
    },
    fr: {
      what: '« {file} » existe déjà et n’est pas écrasé',
      next: 'supprimez-le, ou nommez-en un autre avec --ics',
    },
  },
  'calendar-failed': {
    en: {
      what: '"{file}" cannot be written ({reason})',
      next: 'name another place with --ics',
    },
    fr: {
      what: '« {file} » ne peut être écrit ({reason})',
      next: 'nommez un autre endroit avec --ics',
    },
  },
  'input-stream-unreadable': {
    en: {
      what: 'standard input cannot be read ({reason})',
      next: 'give the key as a file or by a pipe: cle apply - < key.json',
    },
    fr: {
      what: 'l’entrée standard ne peut être lue ({reason})',
      next: 'donnez la clé par un fichier ou un tube : cle apply - < cle.json',
    },
  },
  'rotation-other-key': {
    en: {
      what: 'another new key is in place already',
      next: 'finish that rotation without SOURCE, or put the old key back with cle undo',
    },
    fr: {
      what: 'une autre nouvelle clé est déjà en place',
      next: 'terminez cette rotation sans SOURCE, ou remettez l’ancienne clé par cle undo',
    },
  },
  'rotation-waits': {
    en: {
      what: 'the new key works; the old key {masked} has no end yet',
      next: 'give it one in the console, then: cle rotate --ends DAY',
    },
    fr: {
      what: 'la nouvelle clé marche ; l’ancienne clé {masked} n’a pas encore de fin',
      next: 'donnez-lui-en une dans la console, puis : cle rotate --ends JOUR',
    },
  },
  'browser-none': {
    en: {
      what: 'no browser was found for your user',
      next: 'name one with --browser: {known}',
    },
    fr: {
      what: 'aucun navigateur trouvé pour votre compte',
      next: 'nommez-en un avec --browser : {known}',
    },
  },
  'scan-found': {
    en: {
      what: 'places where a key stands that should not: {count}',
      next: 'take the key out of each, and replace it by a new one where others could read it',
    },
    fr: {
      what: 'endroits où se trouve une clé qui ne devrait pas y être : {count}',
      next: 'retirez la clé de chacun, et remplacez-la par une nouvelle là où d’autres ont pu la lire',
    },
  },
} as const satisfies Messages;

/** Every message that the command line may say: those of the wire, and those that never cross it. */
export const allMessages = {
  ...messages,
  ...reminderMessages,
  ...connectionMessages,
  ...commandMessages,
  ...doctorMessages,
  ...launcherMessages,
};

export type AllMessages = typeof allMessages;

export const say = sayerOf(allMessages);

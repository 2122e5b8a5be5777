import { messageReader, messages } from '../../shared/messages.ts';
import type { Messages } from '../../shared/wording.ts';
import { reminderMessages, scanMessages } from '../inspect/messages.ts';
import { fleetMessages } from '../install/messages.ts';
import { machineMessages } from '../machine/messages.ts';
import { connectionMessages } from '../native-host/messages.ts';
import { discoveryMessages } from '../project/discover/messages.ts';
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
  'projects-unread': {
    en: {
      what: 'projects that could not be read: {count}',
      next: 'see what cle doctor says of each',
    },
    fr: {
      what: 'projets qui n’ont pas pu être lus : {count}',
      next: 'voyez ce que cle doctor dit de chacun',
    },
  },
  'calendar-exists': {
    en: {
      what: '"{file}" already exists and is not overwritten',
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
  'scan-unread': {
    en: {
      what: 'places that could not be read: {count}, so it is not known whether a key stands there',
      next: 'do what is said of each above, then scan again; git reads a repository of another user only where safe.directory names it',
    },
    fr: {
      what: 'endroits qui n’ont pas pu être lus : {count}, on ne sait donc pas si une clé s’y trouve',
      next: 'suivez ce qui est dit de chacun plus haut, puis relancez ; git ne lit le dépôt d’un autre utilisateur que si safe.directory le nomme',
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
  'input-too-large': {
    en: {
      what: 'the key that was given is longer than {limit} KiB',
      next: 'give one key only',
    },
    fr: {
      what: 'la clé donnée dépasse {limit} Kio',
      next: 'ne donnez qu’une clé',
    },
  },
  'input-in-clear': {
    en: {
      what: 'the file named as SOURCE holds a key in clear, not a sealed one',
      next: 'give it on standard input: cle apply - --yes < FILE; then delete the file',
    },
    fr: {
      what: 'le fichier donné comme SOURCE contient une clé en clair, non chiffrée',
      next: 'donnez-le sur l’entrée standard : cle apply - --yes < FICHIER ; puis supprimez le fichier',
    },
  },
  'input-unreadable': {
    en: {
      what: 'the file named as SOURCE cannot be read ({reason})',
      next: 'name a sealed file, or "-" for a key as JSON on standard input; a key is never an argument',
    },
    fr: {
      what: 'le fichier donné comme SOURCE ne peut être lu ({reason})',
      next: 'nommez un fichier scellé, ou « - » pour l’entrée standard ; une clé n’est jamais un argument',
    },
  },
  'sealed-passphrase-needed': {
    en: {
      what: 'the key is sealed to a passphrase, and there is nobody here to ask',
      next: 'run it in a terminal with the file’s name, or have it sealed to a recipient',
    },
    fr: {
      what: 'la clé est scellée par un mot de passe, et il n’y a personne ici à qui le demander',
      next: 'relancez dans un terminal avec le nom du fichier, ou faites-la sceller pour un destinataire',
    },
  },
  'sealed-code-missing': {
    en: {
      what: 'a sealed key does not say who sealed it, so its confirmation code is needed',
      next: 'ask the sender for the code, by voice, and add: --code "482 019 773 650 118 904"',
    },
    fr: {
      what: 'une clé scellée ne dit pas qui l’a scellée : il faut son code de confirmation',
      next: 'demandez le code à l’expéditeur, de vive voix, et ajoutez : --code "482 019 773 650 118 904"',
    },
  },
  'sealed-code-mismatch': {
    en: {
      what: 'the confirmation code is not that of this sealed key',
      next: 'do not install it: ask the sender, by voice, what they sent',
    },
    fr: {
      what: 'le code de confirmation n’est pas celui de cette clé scellée',
      next: 'ne l’installez pas : demandez à l’expéditeur, de vive voix, ce qu’il a envoyé',
    },
  },
  'rotation-same-key': {
    en: {
      what: 'this is the key that is installed already',
      next: 'create another in the console, and give that one',
    },
    fr: {
      what: 'c’est la clé déjà installée',
      next: 'créez-en une autre dans la console, et donnez celle-là',
    },
  },
} as const satisfies Messages;

/** Every message that the command line may say: those of the wire, and those that never cross it. */
export const allMessages = {
  ...messages,
  ...machineMessages,
  ...discoveryMessages,
  ...fleetMessages,
  ...reminderMessages,
  ...scanMessages,
  ...connectionMessages,
  ...commandMessages,
  ...doctorMessages,
  ...launcherMessages,
};

export type AllMessages = typeof allMessages;

export const say = messageReader(allMessages);

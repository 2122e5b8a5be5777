import { messageReader, messages } from '../../shared/messages.ts';
import type { Messages } from '../../shared/wording.ts';
import { reminderMessages, scanMessages } from '../inspect/messages.ts';
import { fleetMessages } from '../install/messages.ts';
import { machineMessages } from '../machine/messages.ts';
import { connectionMessages } from '../native-host/messages.ts';
import { discoveryMessages } from '../project/discover/messages.ts';
import { launcherMessages } from './doctor/launcher-messages.ts';
import { doctorMessages } from './doctor/messages.ts';

/** Messages of commands about their input, their output, and what wants attention. */
const commandMessages = {
  'keys-due': {
    en: {
      what: 'keys are due: {count}',
      next: 'replace them: cle rotate',
    },
    fr: {
      what: 'clés à remplacer : {count}',
      next: 'remplacez-les : cle rotate',
    },
  },
  'projects-unread': {
    en: {
      what: 'projects that could not be read: {count}',
      next: 'see what cle doctor says about each',
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
      next: 'pass the key from a file or a pipe: cle apply - < key.json',
    },
    fr: {
      what: 'l’entrée standard ne peut être lue ({reason})',
      next: 'donnez la clé par un fichier ou un tube : cle apply - < cle.json',
    },
  },
  'rotation-other-key': {
    en: {
      what: 'another new key is already in place',
      next: 'finish that rotation without SOURCE, or restore the old key with cle undo',
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
  'steps-left': {
    en: {
      what: 'the files have the key; left to do by hand: {names}',
      next: 'follow the steps above, then apply the same key again and say that it is done, or say so in the browser',
    },
    fr: {
      what: 'les fichiers ont la clé ; il reste à faire à la main : {names}',
      next: 'suivez les étapes ci-dessus, puis appliquez la même clé et dites que c’est fait, ou dites-le dans le navigateur',
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
      what: 'places that could not be read: {count}, so it is not known whether they contain a key',
      next: 'follow the advice for each above, then scan again; git reads another user’s repository only if safe.directory names it',
    },
    fr: {
      what: 'endroits qui n’ont pas pu être lus : {count}, on ne sait donc pas si une clé s’y trouve',
      next: 'suivez ce qui est dit de chacun plus haut, puis relancez ; git ne lit le dépôt d’un autre utilisateur que si safe.directory le nomme',
    },
  },
  'scan-found': {
    en: {
      what: 'places with a key that should not be there: {count}',
      next: 'remove the key from each, and replace it with a new one if others could read it',
    },
    fr: {
      what: 'endroits où se trouve une clé qui ne devrait pas y être : {count}',
      next: 'retirez la clé de chacun, et remplacez-la par une nouvelle là où d’autres ont pu la lire',
    },
  },
  'input-too-large': {
    en: {
      what: 'the input is longer than {limit} KiB, which is more than a key',
      next: 'give one key only',
    },
    fr: {
      what: 'la clé donnée dépasse {limit} Kio',
      next: 'ne donnez qu’une clé',
    },
  },
  'input-in-clear': {
    en: {
      what: 'the file named as SOURCE contains a key in clear, not a sealed one',
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
      next: 'nommez un fichier chiffré, ou « - » pour l’entrée standard ; une clé n’est jamais un argument',
    },
  },
  'sealed-passphrase-needed': {
    en: {
      what: 'the key is sealed to a passphrase, and there is no terminal to ask for it',
      next: 'run it in a terminal with the file’s name, or have it sealed to a recipient',
    },
    fr: {
      what: 'la clé est chiffrée par un mot de passe, et il n’y a pas de terminal où le demander',
      next: 'relancez dans un terminal avec le nom du fichier, ou faites-la chiffrer pour un destinataire',
    },
  },
  'sealed-code-missing': {
    en: {
      what: 'a sealed key does not say who sealed it, so its confirmation code is needed',
      next: 'ask the sender for the code, by voice, and add: --code "482 019 773 650 118 904"',
    },
    fr: {
      what: 'une clé chiffrée ne dit pas qui l’a chiffrée : il faut son code de confirmation',
      next: 'demandez le code à l’expéditeur, de vive voix, et ajoutez : --code "482 019 773 650 118 904"',
    },
  },
  'sealed-code-mismatch': {
    en: {
      what: 'the confirmation code does not belong to this sealed key',
      next: 'do not install it: ask the sender, by voice, what they sent',
    },
    fr: {
      what: 'le code de confirmation n’est pas celui de cette clé chiffrée',
      next: 'ne l’installez pas : demandez à l’expéditeur, de vive voix, ce qu’il a envoyé',
    },
  },
  'rotation-same-key': {
    en: {
      what: 'this key is already installed',
      next: 'create another in the console, and give that one',
    },
    fr: {
      what: 'c’est la clé déjà installée',
      next: 'créez-en une autre dans la console, et donnez celle-là',
    },
  },
} as const satisfies Messages;

/** Every message of the command line: those of the wire, and those that never cross it. */
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

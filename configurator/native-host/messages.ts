import { AnyRefusal, type RefusalOf } from '../../shared/refusal.ts';
import type { Messages } from '../../shared/wording.ts';

/** Messages about connecting browsers with the host. */
export const connectionMessages = {
  'browser-snap': {
    en: {
      what: '{browser} is installed as a snap, which cannot start programs outside its sandbox by itself',
      next: 'allow it when the system asks; if it never asks, install the browser’s own package, or transfer the key in a sealed file',
    },
    fr: {
      what: '{browser} est installé en snap, qui ne lance lui-même aucun programme hors de son bac à sable',
      next: 'acceptez si le système le demande ; s’il ne demande rien, installez le paquet de l’éditeur, ou transmettez la clé dans un fichier chiffré',
    },
  },
  'browser-flatpak': {
    en: {
      what: '{browser} is installed as a Flatpak, which cannot start programs outside its sandbox by itself',
      next: 'install xdg-native-messaging-proxy and allow it when asked; without it, install the browser’s own package, or transfer the key in a sealed file',
    },
    fr: {
      what: '{browser} est installé en Flatpak, qui ne lance lui-même aucun programme hors de son bac à sable',
      next: 'installez xdg-native-messaging-proxy et acceptez s’il demande ; sinon installez le paquet de l’éditeur, ou transmettez la clé dans un fichier chiffré',
    },
  },
  'host-program-missing': {
    en: {
      what: '"{file}" is missing, so this installation is incomplete',
      next: 'install cle-en-main again',
    },
    fr: {
      what: '« {file} » manque : l’installation est incomplète',
      next: 'réinstallez cle-en-main',
    },
  },
  'node-letters': {
    en: {
      what: '"{file}" has letters in its path that the launcher for browsers on Windows cannot contain',
      next: 'install Node in a folder with a plain name, such as "C:\\Program Files\\nodejs", and run the same command with it',
    },
    fr: {
      what: 'le chemin « {file} » a des lettres que le fichier lancé par les navigateurs sous Windows ne peut contenir',
      next: 'installez Node dans un dossier au nom simple, comme « C:\\Program Files\\nodejs », et relancez avec lui',
    },
  },
  'connect-failed': {
    en: {
      what: '"{file}" cannot be written ({reason})',
      next: 'give your user write access there; if sudo created it, change its owner back with chown',
    },
    fr: {
      what: '« {file} » ne peut être écrit ({reason})',
      next: 'donnez à votre compte le droit d’y écrire ; si sudo l’a créé, reprenez-en la propriété avec chown',
    },
  },
} as const satisfies Messages;

/** A refusal that only the command line shows: browsers do not connect themselves. */
export const ConnectionRefusal: RefusalOf<typeof connectionMessages> = AnyRefusal;

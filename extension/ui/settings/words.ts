import type { Language } from '../../../shared/wording.ts';
import { language } from '../language.ts';

const en = {
  connection: 'Configurator',
  version: 'Version',
  extensionVersion: 'Version of the extension',
  controlCode: 'Control code',
  controlCodeMore:
    'The same 18 digits as “cle recipient” shows in a terminal: keys are encrypted for this program only.',
  asking: 'Asking the configurator…',
  sole: 'Only the configurator opens keys that wait',
  soleMore:
    'They are then encrypted for the configurator alone: a copy of this browser profile opens none of them, and this extension can no longer copy them or encrypt them for a colleague. Whoever loses the configurator’s identity, or its keychain, loses them too. Switched off, it opens new keys again; those that wait stay as they are.',
  soleNotCompared:
    'Once you have compared its control code, the configurator can be the only one that opens keys that wait.',
  soleTooOld:
    'This configurator does not say what protects its identity, so it cannot be the only one that opens keys that wait: update it.',
  soleUnprotected: {
    none: 'Nothing protects the configurator’s identity, so it cannot be the only one that opens keys that wait. To protect it, run in a terminal: cle recipient --keychain',
    passphrase:
      'The configurator’s identity has a passphrase, and when the browser starts it there is nobody to type it. To be the only one that opens keys that wait, it needs a keychain: cle recipient --keychain',
  },
  consoles: 'Consoles',
  consolesMore:
    'Payline’s own two consoles are watched from the start. If yours has another address, add it: the browser asks for this one address and no other.',
  builtIn: 'built in',
  notAllowed: 'not allowed now',
  address: 'Address of the console',
  environment: 'Environment of its keys',
  add: 'Add…',
  added: (host: string) => `${host} was added.`,
  notAdded: 'Nothing was added: the browser did not get your permission.',
  remove: 'Remove',
  removeHost: (host: string) => `Remove ${host}`,
  removed: (host: string) => `${host} is not watched any more.`,
  language: 'Language',
  languages: { automatic: 'As the browser', fr: 'Français', en: 'English' },
};

type SettingsWords = typeof en;

const fr: SettingsWords = {
  connection: 'Configurateur',
  version: 'Version',
  extensionVersion: 'Version de l’extension',
  controlCode: 'Code de contrôle',
  controlCodeMore:
    'Les mêmes 18 chiffres que « cle recipient » affiche dans un terminal : les clés sont chiffrées pour ce programme et pour lui seul.',
  asking: 'Question posée au configurateur…',
  sole: 'Seul le configurateur ouvre les clés en attente',
  soleMore:
    'Elles sont alors chiffrées pour le configurateur seul : une copie de ce profil du navigateur n’en ouvre aucune, et cette extension ne peut plus les copier ni les chiffrer pour un collègue. Qui perd l’identité du configurateur, ou son trousseau, les perd aussi. Une fois décoché, elle ouvre à nouveau les nouvelles clés ; celles qui attendent restent comme elles sont.',
  soleNotCompared:
    'Une fois son code de contrôle comparé, le configurateur peut être le seul à ouvrir les clés en attente.',
  soleTooOld:
    'Ce configurateur ne dit pas ce qui protège son identité : il ne peut pas être le seul à ouvrir les clés en attente. Mettez-le à jour.',
  soleUnprotected: {
    none: 'Rien ne protège l’identité du configurateur : il ne peut pas être le seul à ouvrir les clés en attente. Pour la protéger, lancez dans un terminal : cle recipient --keychain',
    passphrase:
      'L’identité du configurateur a un mot de passe, et quand le navigateur le démarre, personne n’est là pour le taper. Pour être le seul à ouvrir les clés en attente, il lui faut un trousseau : cle recipient --keychain',
  },
  consoles: 'Consoles',
  consolesMore:
    'Les deux consoles de Payline sont suivies dès le départ. Si la vôtre a une autre adresse, ajoutez-la : le navigateur demande cette seule adresse.',
  builtIn: 'd’origine',
  notAllowed: 'non autorisée pour l’instant',
  address: 'Adresse de la console',
  environment: 'Environnement de ses clés',
  add: 'Ajouter…',
  added: (host) => `${host} a été ajouté.`,
  notAdded: 'Rien n’a été ajouté : le navigateur n’a pas reçu votre accord.',
  remove: 'Retirer',
  removeHost: (host) => `Retirer ${host}`,
  removed: (host) => `${host} n’est plus suivi.`,
  language: 'Langue',
  languages: { automatic: 'Celle du navigateur', fr: 'Français', en: 'English' },
};

const settingsWords: Readonly<Record<Language, SettingsWords>> = { en, fr };

export const s = settingsWords[language];

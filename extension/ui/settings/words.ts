import type { Language } from '../../../shared/wording.ts';
import { language } from '../language.ts';

const en = {
  connection: 'Configurator',
  version: 'Version',
  extensionVersion: 'Version of the extension',
  controlCode: 'Control code',
  controlCodeMore:
    'The same 18 digits as “cle recipient” shows in a terminal: keys are encrypted for this program only.',
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

import type { Language } from '../../../shared/wording.ts';

const en = {
  overdue: (date: string) => `It has waited since ${date}. Install it, forget it, or let it wait on.`,
  keepLonger: 'Let it wait for another week',
  offered: (count: number) => (count === 1 ? 'The console shows a key' : `The console shows ${count} keys`),
  offeredMore: 'Nothing is kept until you say so.',
  installThis: 'Install this key',
  installKey: (masked: string) => `Install this key: ${masked}`,
  understood: 'Understood',
  ending: (count: number) => (count === 1 ? 'A key ends soon' : `${count} keys end soon`),
  ends: (masked: string, days: number) => {
    if (days === 0) return `The key ${masked} ends today.`;
    return days === 1 ? `The key ${masked} ends tomorrow.` : `The key ${masked} ends in ${days} days.`;
  },
  endsMore: (day: string) =>
    `After ${day} Payline refuses it. Create its successor in time: Clé en main takes it to its files.`,
  keysOf: (environment: string, count: number) => `Keys of the console · ${environment} (${count})`,
  states: { active: 'Active', inactive: 'Inactive', unknown: '' },
  from: (day: string) => `from ${day}`,
  fromTo: (start: string, end: string) => `from ${start} to ${end}`,
  skipped: (count: number) =>
    count === 1 ? '1 row of the list could not be read.' : `${count} rows of the list could not be read.`,
  listMore: 'As the pages of the list that you have opened showed them, without their values.',
  waitsHere: 'Waits here to be installed',
  inProjects: (names: string) => `In the project ${names}`,
  inNoProject: 'In no project of this computer',
  forgetList: 'Forget this list',
  byHand: 'Save a copied key…',
  replaceAny: 'Replace an installed key…',
  replace: 'Replace…',
  replaceIn: (masked: string, name: string) => `Replace the key ${masked} of the project ${name}`,
  replacing: (masked: string) => `The key ${masked} is being replaced.`,
  goOn: 'Go on',
  goOnWith: (masked: string, name: string) => `Go on replacing the key ${masked} of the project ${name}`,
};

export type PopupWords = typeof en;

const fr: PopupWords = {
  overdue: (date) =>
    `Elle attend depuis le ${date}. Installez-la, oubliez-la, ou laissez-la attendre encore.`,
  keepLonger: 'La laisser attendre encore une semaine',
  offered: (count) => (count === 1 ? 'La console montre une clé' : `La console montre ${count} clés`),
  offeredMore: 'Rien n’est gardé avant que vous le demandiez.',
  installThis: 'Installer cette clé',
  installKey: (masked) => `Installer cette clé : ${masked}`,
  ending: (count) => (count === 1 ? 'Une clé prend bientôt fin' : `${count} clés prennent bientôt fin`),
  understood: 'Compris',
  ends: (masked, days) => {
    if (days === 0) return `La clé ${masked} prend fin aujourd’hui.`;
    return days === 1
      ? `La clé ${masked} prend fin demain.`
      : `La clé ${masked} prend fin dans ${days} jours.`;
  },
  endsMore: (day) =>
    `Après le ${day}, Payline la refuse. Créez à temps celle qui la remplace : Clé en main la portera à ses fichiers.`,
  keysOf: (environment, count) => `Clés de la console · ${environment} (${count})`,
  states: { active: 'Active', inactive: 'Inactive', unknown: '' },
  from: (day) => `depuis le ${day}`,
  fromTo: (start, end) => `du ${start} au ${end}`,
  skipped: (count) =>
    count === 1
      ? '1 ligne de la liste n’a pas pu être lue.'
      : `${count} lignes de la liste n’ont pas pu être lues.`,
  listMore: 'Telles que les pages de la liste que vous avez ouvertes les montraient, sans leurs valeurs.',
  waitsHere: 'Attend ici d’être installée',
  inProjects: (names) => `Dans le projet ${names}`,
  inNoProject: 'Dans aucun projet de cet ordinateur',
  forgetList: 'Oublier cette liste',
  byHand: 'Enregistrer une clé copiée…',
  replaceAny: 'Remplacer une clé installée…',
  replace: 'Remplacer…',
  replaceIn: (masked, name) => `Remplacer la clé ${masked} du projet ${name}`,
  replacing: (masked) => `La clé ${masked} est en cours de remplacement.`,
  goOn: 'Continuer',
  goOnWith: (masked, name) => `Continuer à remplacer la clé ${masked} du projet ${name}`,
};

export const popupWords: Readonly<Record<Language, PopupWords>> = { en, fr };

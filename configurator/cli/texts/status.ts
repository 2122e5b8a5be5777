import type { Texts } from '../../../shared/wording.ts';

/** Which key is in which file, and when it ends. */
export const statusTexts = {
  'calendar-ends': {
    en: 'Payline key {key} ({environment}) ends',
    fr: 'La clé Payline {key} ({environment}) se termine',
  },
  'calendar-old': {
    en: 'Payline key {key} ({environment}) should be replaced',
    fr: 'La clé Payline {key} ({environment}) est à remplacer',
  },
  'calendar-what-to-do': {
    en: 'Create another in the console, then: cle rotate',
    fr: 'Créez-en une autre dans la console, puis : cle rotate',
  },
  'calendar-written': {
    en: 'calendar written: {file}',
    fr: 'calendrier écrit : {file}',
  },
  'column-where': { en: 'WHERE', fr: 'OÙ' },
  'column-key': { en: 'KEY', fr: 'CLÉ' },
  'column-state': { en: 'STATE', fr: 'ÉTAT' },
  'column-installed': { en: 'INSTALLED', fr: 'INSTALLÉE' },
  'column-fingerprint': { en: 'FINGERPRINT', fr: 'EMPREINTE' },
  'state-up-to-date': { en: 'up to date', fr: 'à jour' },
  'state-other-key': { en: 'other key', fr: 'autre clé' },
  'state-not-known': { en: 'not known', fr: 'non connu' },
  'state-no-key': { en: 'no key', fr: 'pas de clé' },
  'state-external-none': { en: 'nothing from here', fr: 'rien depuis ici' },
  'state-external-given': { en: 'given, not checked since', fr: 'donnée, non vérifiée depuis' },
  'state-external-has': { en: 'up to date, checked just now', fr: 'à jour, vérifié à l’instant' },
  'state-external-without': { en: 'does not have it', fr: 'ne l’a pas' },
  'state-external-may-have': { en: 'may have it', fr: 'l’a peut-être' },
  'state-external-left': { en: 'does not have it', fr: 'ne l’a pas' },
  'state-by-hand': { en: 'by hand', fr: 'à la main' },
  'state-said-done': { en: 'by hand, said done on {date}', fr: 'à la main, dit fait le {date}' },
  finding: { en: '{what}: {next}', fr: '{what} : {next}' },
  'status-not-known': {
    en: 'nothing wrong was found; it is not known whether the latest key is in: {names}',
    fr: 'rien d’anormal n’a été trouvé ; on ne sait pas si la dernière clé est dans : {names}',
  },
  'status-well': { en: 'all is well', fr: 'tout va bien' },
  'status-findings': { en: 'to look at: {count}', fr: 'à regarder : {count}' },
  'status-all-time': {
    en: 'projects of this machine, as they were on {time}',
    fr: 'projets de cette machine, tels qu’ils étaient le {time}',
  },
  'status-all-heads': {
    en: 'project|environment|key|installed|ends|state',
    fr: 'projet|environnement|clé|installée|fin|état',
  },
  'status-all-well': {
    en: 'as installed',
    fr: 'comme installée',
  },
  'status-all-none': {
    en: 'no key',
    fr: 'aucune clé',
  },
  'status-all-found': {
    en: 'to look at: {count}',
    fr: 'à voir : {count}',
  },
  'status-all-unknown': {
    en: 'not known',
    fr: 'non connu',
  },
  'status-all-unread': {
    en: 'not read',
    fr: 'non lu',
  },
  'status-all-counts': {
    en: '{projects} projects: {well} as installed in all targets, {found} to look at, {unread} not read, the rest not known',
    fr: '{projects} projets : {well} comme installés dans toutes leurs cibles, {found} à voir, {unread} non lus, le reste non connu',
  },
} as const satisfies Texts;

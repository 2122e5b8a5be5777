import type { Texts } from '../../../shared/wording.ts';

/** The current state, and what comes next. */
export const overviewTexts = {
  'overview-now': { en: 'NOW', fr: 'MAINTENANT' },
  'overview-next': { en: 'NEXT', fr: 'ENSUITE' },
  'overview-browser': { en: 'browser', fr: 'navigateur' },
  'overview-projects': { en: 'projects', fr: 'projets' },
  'overview-here': { en: 'here', fr: 'ici' },
  'overview-none': { en: 'none connected', fr: 'aucun relié' },
  'overview-unknown': { en: 'not known: cle doctor', fr: 'inconnu : cle doctor' },
  'overview-no-project': { en: 'no project yet', fr: 'pas encore de projet' },
  'overview-init': {
    en: 'find the files that take a key, and write cle.config.yaml',
    fr: 'trouver les fichiers qui prennent une clé, et écrire cle.config.yaml',
  },
  'overview-register': {
    en: 'register this project, so that the browser offers it',
    fr: 'enregistrer ce projet, pour que le navigateur le propose',
  },
  'overview-rotation': {
    en: 'continue replacing the key of {environment}',
    fr: 'continuer le remplacement de la clé de {environment}',
  },
  'overview-allow': {
    en: 'review the commands of the project file, and allow them',
    fr: 'relire les commandes du fichier de projet, et les autoriser',
  },
  'overview-no-key': { en: '{environment} has no key yet', fr: '{environment} n’a pas encore de clé' },
  'overview-findings': { en: 'to look at: {count}', fr: 'à regarder : {count}' },
  'overview-apply': { en: 'install another key', fr: 'installer une autre clé' },
  'overview-connect': {
    en: 'let the extension in your browser install keys here',
    fr: 'laisser l’extension de votre navigateur installer des clés ici',
  },
  'overview-help': { en: 'every command', fr: 'toutes les commandes' },
} as const satisfies Texts;

import type { Texts } from '../../../shared/wording.ts';

/** Where a key stands. */
export const scanTexts = {
  'scan-key': {
    en: '{environment} key {masked} of merchant {merchantId} (reference {reference}, fingerprint {fingerprint})',
    fr: 'clé {masked} de {environment} du marchand {merchantId} (référence {reference}, empreinte {fingerprint})',
  },
  'scan-file': {
    en: '{path}:{line}{more}',
    fr: '{path}:{line}{more}',
  },
  'scan-commit': {
    en: 'commit {commit}, {path}:{line}{more}',
    fr: 'commit {commit}, {path}:{line}{more}',
  },
  'scan-message': {
    en: 'message of commit {commit}, line {line}{more}',
    fr: 'message du commit {commit}, ligne {line}{more}',
  },
  'scan-staged': {
    en: 'staged for the next commit, {path}:{line}{more}',
    fr: 'indexé pour le prochain commit, {path}:{line}{more}',
  },
  'scan-object': {
    en: 'object {object} of git, which no commit has any more, line {line}{more}',
    fr: 'objet {object} de git, qu’aucun commit ne contient plus, ligne {line}{more}',
  },
  'scan-base64': {
    en: ' (in base64)',
    fr: ' (en base64)',
  },
  'scan-installed': {
    en: ' (installed here)',
    fr: ' (installée ici)',
  },
  'scan-passed': {
    en: 'not looked into: {path}',
    fr: 'non examiné : {path}',
  },
  'scan-cut': {
    en: 'there are more files than were looked at; scan a folder in it',
    fr: 'il y a plus de fichiers que ceux qui ont été examinés ; examinez un de ses dossiers',
  },
  'scan-done': {
    en: '{files} files and {objects} objects of git were searched for {keys} keys: found in {places} places',
    fr: '{keys} clés cherchées dans {files} fichiers et {objects} objets de git : trouvées à {places} endroits',
  },
  'scan-done-in-part': {
    en: '{files} files and {objects} objects of git were searched for {keys} keys, and {left} places could not be read: found in {places} places so far, and it is not known whether in more',
    fr: '{keys} clés cherchées dans {files} fichiers et {objects} objets de git, et {left} endroits n’ont pas pu être lus : trouvées à {places} endroits, sans que l’on sache s’il y en a d’autres',
  },
  'scan-none-known': {
    en: 'no key was installed from here yet, so there is nothing to look for',
    fr: 'aucune clé n’a encore été installée depuis ici, donc rien à chercher',
  },
  'scan-progress': {
    en: 'searched: {done} of {all}, {rate} MB/s, about {left} s left',
    fr: 'examinés : {done} sur {all}, {rate} Mo/s, encore {left} s environ',
  },
} as const satisfies Texts;

import type { Texts } from '../../../shared/wording.ts';

/** Where keys were found. */
export const scanTexts = {
  'scan-key': {
    en: '{environment} key {masked} of merchant {merchantId} (reference {reference}, fingerprint {fingerprint})',
    fr: 'clé {masked} de {environment} du commerçant {merchantId} (référence {reference}, empreinte {fingerprint})',
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
    en: 'git object {object}, which no commit contains any more, line {line}{more}',
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
    en: 'not searched: {path}',
    fr: 'non examiné : {path}',
  },
  'scan-cut': {
    en: 'there are more files than were searched; scan one of its folders',
    fr: 'il y a plus de fichiers que ceux qui ont été examinés ; examinez un de ses dossiers',
  },
  'scan-done': {
    en: 'searched {files} files and {objects} git objects for {keys} keys: found in {places} places',
    fr: '{keys} clés cherchées dans {files} fichiers et {objects} objets de git : trouvées à {places} endroits',
  },
  'scan-done-in-part': {
    en: 'searched {files} files and {objects} git objects for {keys} keys, and {left} places could not be read: found in {places} places so far, and it is not known whether there are more',
    fr: '{keys} clés cherchées dans {files} fichiers et {objects} objets de git, et {left} endroits n’ont pas pu être lus : trouvées à {places} endroits, sans que l’on sache s’il y en a d’autres',
  },
  'scan-none-known': {
    en: 'no key was installed from here yet, so there is nothing to search for',
    fr: 'aucune clé n’a encore été installée depuis ici, il n’y a donc rien à chercher',
  },
  'scan-progress': {
    en: 'searched: {done} of {all}, {rate} MB/s, about {left} s left',
    fr: 'examinés : {done} sur {all}, {rate} Mo/s, encore {left} s environ',
  },
} as const satisfies Texts;

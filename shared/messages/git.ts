import type { Messages } from '../wording.ts';

/** What git would publish. */
export const gitMessages = {
  'file-tracked': {
    en: {
      what: '"{file}" is tracked by git: a production key in it goes into the next commit',
      next: 'add it to .gitignore and run: git rm --cached "{file}"',
    },
    fr: {
      what: '« {file} » est suivi par git : une clé de production y partirait au prochain commit',
      next: 'ajoutez-le à .gitignore puis lancez : git rm --cached "{file}"',
    },
  },
  'file-not-ignored': {
    en: {
      what: '"{file}" is not ignored by git: a production key in it goes into the next git add',
      next: 'add it to .gitignore',
    },
    fr: {
      what: '« {file} » n’est pas ignoré par git : une clé de production y partirait au prochain git add',
      next: 'ajoutez-le à .gitignore',
    },
  },
  'test-key-tracked': {
    en: {
      what: '"{file}" is tracked by git: the test key in it goes into the next commit',
      next: 'if others must not have it, add the file to .gitignore and run: git rm --cached "{file}"',
    },
    fr: {
      what: '« {file} » est suivi par git : la clé de test part au prochain commit',
      next: 'si d’autres ne doivent pas l’avoir, ajoutez-le à .gitignore puis : git rm --cached "{file}"',
    },
  },
  'test-key-not-ignored': {
    en: {
      what: '"{file}" is not ignored by git: the test key in it goes into the next git add',
      next: 'add the file to .gitignore',
    },
    fr: {
      what: '« {file} » n’est pas ignoré par git : la clé de test partira au prochain git add',
      next: 'ajoutez-le à .gitignore',
    },
  },
  'git-failed': {
    en: { what: 'git does not say what it tracks in "{dir}"', next: 'look at what git status says there' },
    fr: { what: 'git ne dit pas ce qu’il suit dans « {dir} »', next: 'voyez ce que git status y répond' },
  },
  'git-missing': {
    en: {
      what: 'git is not installed, so it is not known what it keeps of "{dir}"',
      next: 'install git; one inside the project or in a relative folder of PATH is never started',
    },
    fr: {
      what: 'git n’est pas installé, on ne sait donc pas ce qu’il garde de « {dir} »',
      next: 'installez git ; celui du projet ou d’un dossier relatif du PATH n’est jamais lancé',
    },
  },
} as const satisfies Messages;

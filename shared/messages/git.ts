import type { Messages } from '../wording.ts';

/** What git would publish. */
export const gitMessages = {
  'file-tracked': {
    en: {
      what: '"{file}" is tracked by git: a production key in it would go into the next commit',
      next: 'add it to .gitignore and run: git rm --cached "{file}"',
    },
    fr: {
      what: '« {file} » est suivi par git : une clé de production y partirait au prochain commit',
      next: 'ajoutez-le à .gitignore puis lancez : git rm --cached "{file}"',
    },
  },
  'file-not-ignored': {
    en: {
      what: '"{file}" is not ignored by git: the next git add would include a production key in it',
      next: 'add it to .gitignore',
    },
    fr: {
      what: '« {file} » n’est pas ignoré par git : une clé de production y partirait au prochain git add',
      next: 'ajoutez-le à .gitignore',
    },
  },
  'test-key-tracked': {
    en: {
      what: '"{file}" is tracked by git: the test key in it will go into the next commit',
      next: 'if others must not have it, add the file to .gitignore and run: git rm --cached "{file}"',
    },
    fr: {
      what: '« {file} » est suivi par git : la clé de test part au prochain commit',
      next: 'si d’autres ne doivent pas l’avoir, ajoutez-le à .gitignore puis : git rm --cached "{file}"',
    },
  },
  'test-key-not-ignored': {
    en: {
      what: '"{file}" is not ignored by git: the next git add will include the test key in it',
      next: 'add the file to .gitignore',
    },
    fr: {
      what: '« {file} » n’est pas ignoré par git : la clé de test partira au prochain git add',
      next: 'ajoutez-le à .gitignore',
    },
  },
  'git-failed': {
    en: { what: 'git could not list what it tracks in "{dir}"', next: 'run git status there to see why' },
    fr: {
      what: 'git n’a pu lister ce qu’il suit dans « {dir} »',
      next: 'lancez-y git status pour savoir pourquoi',
    },
  },
  'git-missing': {
    en: {
      what: 'git is not installed, so there is no telling what it tracks in "{dir}"',
      next: 'install git; one inside the project or in a relative folder of PATH is never used',
    },
    fr: {
      what: 'git n’est pas installé : impossible de savoir ce qu’il suit dans « {dir} »',
      next: 'installez git ; celui du projet ou d’un dossier relatif du PATH n’est jamais utilisé',
    },
  },
} as const satisfies Messages;

import type { Messages } from '../wording.ts';

/** Targets that are no files: commands. */
export const externalMessages = {
  'project-not-allowed': {
    en: {
      what: '"{file}" line {line}: it names a command or a server, and is not allowed to as it is now, with the files that its commands name',
      next: 'look at it, then run: cle allow',
    },
    fr: {
      what: '« {file} » ligne {line} : il nomme une commande ou un serveur, et n’y est pas autorisé tel qu’il est, avec les fichiers que nomment ses commandes',
      next: 'regardez-le, puis lancez : cle allow',
    },
  },
  'command-missing': {
    en: {
      what: '"{file}" line {line}: there is no program for "{command}"',
      next: 'install it, or correct its name; paths count from the project’s folder',
    },
    fr: {
      what: '« {file} » ligne {line} : aucun programme pour « {command} »',
      next: 'installez-le, ou corrigez son nom ; les chemins partent du dossier du projet',
    },
  },
  'command-failed': {
    en: {
      what: '"{command}" did not end well ({ended}), so nothing was installed',
      next: 'try it by hand with a value that is no key, correct it, then run again',
    },
    fr: {
      what: '« {command} » s’est mal terminé ({ended}), rien n’a donc été installé',
      next: 'essayez-le à la main avec une valeur qui n’est pas une clé, corrigez-le, puis relancez',
    },
  },
  'external-unfinished': {
    en: {
      what: '"{failed}" could not be done ({reason}) after {done} had the new key; the files keep the new key too',
      next: 'remove the cause and apply the same key again: it finishes the rest',
    },
    fr: {
      what: '« {failed} » n’a pu être fait ({reason}) alors que {done} a déjà la nouvelle clé ; les fichiers la gardent aussi',
      next: 'supprimez la cause et appliquez la même clé à nouveau : cela termine le reste',
    },
  },
  'command-batch': {
    en: {
      what: '"{file}" line {line}: "{command}" is a batch file, which Windows starts through its shell only',
      next: 'name the program that it starts, such as [node, path/to/cli.js]',
    },
    fr: {
      what: '« {file} » ligne {line} : « {command} » est un fichier de commandes, que Windows ne lance que par son interpréteur',
      next: 'nommez le programme qu’il lance, par exemple [node, chemin/vers/cli.js]',
    },
  },
} as const satisfies Messages;

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
  'command-not-started': {
    en: {
      what: '"{name}" could not be started ({reason}), so nothing was installed',
      next: 'look whether the program is there and may be run, then run again',
    },
    fr: {
      what: '« {name} » n’a pu être lancé ({reason}), rien n’a donc été installé',
      next: 'vérifiez que le programme est là et peut être lancé, puis relancez',
    },
  },
  'command-may-have': {
    en: {
      what: '"{name}" may have taken the key: it received it, and then failed ({reason})',
      next: 'check there whether it has the key; fix the cause, then apply the same key again, which runs it again',
    },
    fr: {
      what: '« {name} » a peut-être pris la clé : il l’a reçue et s’est mal terminé ({reason})',
      next: 'regardez là-bas si la clé y est ; une fois la cause supprimée, appliquez la même clé à nouveau, ce qui le relance',
    },
  },
  'command-may-have-sets': {
    en: {
      what: '"{name}" may have taken the key: it received it, and then failed ({reason})',
      next: 'fix the cause and apply the same key again: it sets the same value, whether or not it took it the first time',
    },
    fr: {
      what: '« {name} » a peut-être pris la clé : il l’a reçue et s’est mal terminé ({reason})',
      next: 'supprimez la cause et appliquez la même clé à nouveau : il remet la même valeur, qu’il l’ait prise ou non',
    },
  },
  'command-may-have-adds': {
    en: {
      what: '"{name}" may have taken the key: it received it, and then failed ({reason})',
      next: 'fix the cause and apply the same key again: if it took it the first time, this adds another version with the same value',
    },
    fr: {
      what: '« {name} » a peut-être pris la clé : il l’a reçue et s’est mal terminé ({reason})',
      next: 'supprimez la cause et appliquez la même clé à nouveau : s’il l’avait prise, il y aura une version de plus, de même valeur',
    },
  },
  'command-may-have-refuses': {
    en: {
      what: '"{name}" may have taken the key: it received it, and then failed ({reason})',
      next: 'check there whether it has the key: if so, it is done, and a second run would fail as the entry exists; else apply the same key again',
    },
    fr: {
      what: '« {name} » a peut-être pris la clé : il l’a reçue et s’est mal terminé ({reason})',
      next: 'regardez là-bas si la clé y est : si oui, c’est fait, et un second lancement serait refusé ; sinon, appliquez la même clé à nouveau',
    },
  },
  'external-left': {
    en: {
      what: '"{name}" does not have the new key ({reason}), while the files do',
      next: 'fix the cause and apply the same key again: it completes the rest',
    },
    fr: {
      what: '« {name} » n’a pas la nouvelle clé ({reason}), alors que les fichiers l’ont',
      next: 'supprimez la cause et appliquez la même clé à nouveau : cela termine le reste',
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

import type { Messages } from '../wording.ts';

/** Targets other than files: commands. */
export const externalMessages = {
  'project-not-allowed': {
    en: {
      what: '"{file}" line {line}: it names a command or a server, and has not been allowed as it stands, with the files that its commands name',
      next: 'review it, then run: cle allow',
    },
    fr: {
      what: '« {file} » ligne {line} : il nomme une commande ou un serveur, et n’est pas autorisé dans son état actuel, avec les fichiers que nomment ses commandes',
      next: 'relisez-le, puis lancez : cle allow',
    },
  },
  'command-missing': {
    en: {
      what: '"{file}" line {line}: the program "{command}" was not found',
      next: 'install it, or correct its name; paths are relative to the project’s folder',
    },
    fr: {
      what: '« {file} » ligne {line} : le programme « {command} » est introuvable',
      next: 'installez-le, ou corrigez son nom ; les chemins sont relatifs au dossier du projet',
    },
  },
  'command-failed': {
    en: {
      what: '"{command}" failed ({ended}), so nothing was installed',
      next: 'try it by hand with a dummy value, correct it, then run again',
    },
    fr: {
      what: '« {command} » a échoué ({ended}), rien n’a donc été installé',
      next: 'essayez-le à la main avec une valeur factice, corrigez-le, puis relancez',
    },
  },
  'command-not-started': {
    en: {
      what: '"{name}" could not be started ({reason}), so nothing was installed',
      next: 'check that the program exists and is executable, then run again',
    },
    fr: {
      what: '« {name} » n’a pu être lancé ({reason}), rien n’a donc été installé',
      next: 'vérifiez que le programme existe et est exécutable, puis relancez',
    },
  },
  'command-may-have': {
    en: {
      what: '"{name}" may have taken the key: it received it, and then failed ({reason})',
      next: 'check there whether it has the key; fix the cause, then apply the same key again: the command is run again',
    },
    fr: {
      what: '« {name} » a peut-être pris la clé : il l’a reçue et s’est mal terminé ({reason})',
      next: 'regardez là-bas si la clé y est ; une fois la cause supprimée, appliquez la même clé à nouveau, ce qui relance la commande',
    },
  },
  'command-may-have-sets': {
    en: {
      what: '"{name}" may have taken the key: it received it, and then failed ({reason})',
      next: 'fix the cause and apply the same key again: the command sets the same value, whether or not it took it the first time',
    },
    fr: {
      what: '« {name} » a peut-être pris la clé : il l’a reçue et s’est mal terminé ({reason})',
      next: 'supprimez la cause et appliquez la même clé à nouveau : la commande remet la même valeur, qu’elle l’ait prise ou non',
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
      next: 'check there whether it has the key: if so, all is done, and a second run would fail because the entry exists; otherwise apply the same key again',
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
      what: '"{failed}" failed ({reason}) after {done} had received the new key; the files keep the new key too',
      next: 'fix the cause and apply the same key again: it completes the rest',
    },
    fr: {
      what: '« {failed} » a échoué ({reason}) alors que {done} a déjà la nouvelle clé ; les fichiers la gardent aussi',
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

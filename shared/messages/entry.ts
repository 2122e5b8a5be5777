import type { Messages } from '../wording.ts';

/** The place in a file where the key goes. */
export const entryMessages = {
  'entry-duplicate': {
    en: {
      what: '"{file}": "{address}" appears more than once, on lines {lines}',
      next: 'keep one of them, or address the right one: configurator/docs/project-file.md shows how',
    },
    fr: {
      what: '« {file} » : « {address} » y est plusieurs fois, lignes {lines}',
      next: 'n’en gardez qu’un, ou désignez le bon : configurator/docs/project-file.md montre comment',
    },
  },
  'entry-missing': {
    en: {
      what: '"{file}" has no place for "{address}"',
      next: 'add the entry with an empty value',
    },
    fr: {
      what: '« {file} » n’a pas de place pour « {address} »',
      next: 'faites ajouter cette entrée avec une valeur vide',
    },
  },
  'entry-not-literal': {
    en: {
      what: '"{file}" line {line}: "{address}" is computed, not a literal value',
      next: 'name the place where the value itself stands',
    },
    fr: {
      what: '« {file} » ligne {line} : « {address} » est calculé, pas écrit en toutes lettres',
      next: 'nommez l’endroit où la valeur est écrite',
    },
  },
  'entry-reference': {
    en: {
      what: '"{file}" line {line}: "{address}" does not hold the key, only a reference to it',
      next: 'put the key where the reference points, with a vault: or command: target or by hand, or name the file that sets it',
    },
    fr: {
      what: '« {file} » ligne {line} : « {address} » ne contient pas la clé, seulement une référence à elle',
      next: 'mettez la clé à l’endroit référencé, par une cible vault: ou command: ou à la main, ou nommez le fichier qui la définit',
    },
  },
  'entry-encrypted': {
    en: {
      what: '"{file}" line {line}: "{address}" is encrypted, so there is no telling which key it holds',
      next: 'read it with dotenvx, or install the key again',
    },
    fr: {
      what: '« {file} » ligne {line} : « {address} » est chiffré : impossible de savoir quelle clé s’y trouve',
      next: 'lisez-le avec dotenvx, ou installez la clé à nouveau',
    },
  },
  'entry-in-environment': {
    en: {
      what: '"{file}" line {line}: "{address}" takes its value from the environment variable {variable}',
      next: 'name the file that sets {variable}, such as .env',
    },
    fr: {
      what: '« {file} » ligne {line} : « {address} » prend sa valeur dans la variable d’environnement {variable}',
      next: 'nommez le fichier qui définit {variable}, comme .env',
    },
  },
  'encryption-key-missing': {
    en: {
      what: '"{file}" line {line}: its values are encrypted, but it does not have exactly one valid DOTENV_PUBLIC_KEY',
      next: 'restore the one that dotenvx wrote',
    },
    fr: {
      what: '« {file} » ligne {line} : les valeurs sont chiffrées, mais il n’y a pas un DOTENV_PUBLIC_KEY valide et un seul',
      next: 'remettez celui que dotenvx a écrit',
    },
  },
  'value-unrepresentable': {
    en: {
      what: '"{file}" line {line}: {format} cannot hold this {field} at "{address}"',
      next: 'choose another file or dialect for it',
    },
    fr: {
      what: '« {file} » ligne {line} : {format} ne peut contenir le champ {field} à « {address} »',
      next: 'choisissez un autre fichier ou dialecte',
    },
  },
  'address-malformed': {
    en: {
      what: '"{file}": "{address}" is not a valid address',
      next: 'read how {format} is addressed in configurator/docs/project-file.md',
    },
    fr: {
      what: '« {file} » : « {address} » n’est pas une adresse valide',
      next: 'lisez dans configurator/docs/project-file.md comment on désigne une valeur en {format}',
    },
  },
  'entry-other-address': {
    en: {
      what: '"{file}" line {line}: "{found}" is already there, and the program that reads the file may take it for "{address}"',
      next: 'put "{found}" in cle.config.yaml in place of "{address}"',
    },
    fr: {
      what: '« {file} » ligne {line} : « {found} » y est déjà, et peut être lu comme « {address} »',
      next: 'écrivez « {found} » dans cle.config.yaml à la place de « {address} »',
    },
  },
  'entry-other-form': {
    en: {
      what: '"{file}" line {line}: "{address}" is set there in a form that this program does not change',
      next: 'make that line read an environment variable, and name the .env that sets it; or use a command: target',
    },
    fr: {
      what: '« {file} » ligne {line} : « {address} » y est écrit sous une forme que ce programme ne modifie pas',
      next: 'faites lire à cette ligne une variable d’environnement et nommez le .env qui la définit, ou utilisez une cible command:',
    },
  },
  'yaml-unquoted-parameter': {
    en: {
      what: '"{file}" line {line}: a parameter between percent signs needs quotes to be YAML',
      next: 'put it in quotes, as Symfony has asked since version 3: "%name%"',
    },
    fr: {
      what: '« {file} » ligne {line} : un paramètre entre signes pour cent doit être entre guillemets en YAML',
      next: 'mettez-le entre guillemets, comme Symfony le demande depuis la version 3 : "%nom%"',
    },
  },
  'yaml-merge-shared': {
    en: {
      what: '"{file}" line {line}: "{place}", which is for {environment}, shares its value with "{address}" and would get this key too',
      next: 'give "{place}" a value of its own first, even an empty one',
    },
    fr: {
      what: '« {file} » ligne {line} : « {place} », qui est pour {environment}, reprend la valeur de « {address} » et recevrait donc aussi cette clé',
      next: 'donnez d’abord à « {place} » une valeur à lui, même vide',
    },
  },
} as const satisfies Messages;

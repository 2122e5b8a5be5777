import type { Messages } from '../wording.ts';

/** The place in a file where the key goes. */
export const entryMessages = {
  'entry-duplicate': {
    en: {
      what: '"{file}": "{address}" is there more than once, lines {lines}',
      next: 'keep one of them, or name the one that is meant: configurator/docs/project-file.md shows how each file is addressed',
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
      next: 'faites ajouter cette entrée, vide',
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
      what: '"{file}" line {line}: "{address}" does not hold the key, but says where it is to be found',
      next: 'put the key there, with a vault: or command: target or by hand, or name the file that sets it',
    },
    fr: {
      what: '« {file} » ligne {line} : « {address} » ne contient pas la clé, mais dit où la prendre',
      next: 'mettez-y la clé, par une cible vault: ou command: ou à la main, ou nommez le fichier qui la donne',
    },
  },
  'entry-encrypted': {
    en: {
      what: '"{file}" line {line}: "{address}" is encrypted, so which key it holds cannot be said',
      next: 'ask dotenvx, or install the key again',
    },
    fr: {
      what: '« {file} » ligne {line} : « {address} » est chiffré, on ne peut dire quelle clé s’y trouve',
      next: 'demandez à dotenvx, ou installez la clé à nouveau',
    },
  },
  'entry-in-environment': {
    en: {
      what: '"{file}" line {line}: "{address}" takes its value from the environment variable {variable}',
      next: 'name the file that sets {variable}, such as .env',
    },
    fr: {
      what: '« {file} » ligne {line} : « {address} » prend la variable d’environnement {variable}',
      next: 'nommez le fichier qui donne {variable}, comme .env',
    },
  },
  'encryption-key-missing': {
    en: {
      what: '"{file}" line {line}: its values are encrypted, but not one valid DOTENV_PUBLIC_KEY says to whom',
      next: 'put back the one that dotenvx wrote',
    },
    fr: {
      what: '« {file} » ligne {line} : les valeurs sont chiffrées, sans un seul DOTENV_PUBLIC_KEY valide',
      next: 'remettez celui que dotenvx a écrit',
    },
  },
  'value-unrepresentable': {
    en: {
      what: '"{file}" line {line}: {format} cannot hold this {field} at "{address}"',
      next: 'choose another file or dialect for it',
    },
    fr: {
      what: '« {file} » ligne {line} : {format} ne peut contenir ce champ {field} à « {address} »',
      next: 'choisissez un autre fichier ou dialecte',
    },
  },
  'address-malformed': {
    en: {
      what: '"{file}": the address "{address}" is not one',
      next: 'read how {format} is addressed in configurator/docs/project-file.md',
    },
    fr: {
      what: '« {file} » : « {address} » n’est pas une adresse',
      next: 'lisez dans configurator/docs/project-file.md comment on désigne une valeur en {format}',
    },
  },
  'entry-other-address': {
    en: {
      what: '"{file}" line {line}: "{found}" is there already, and whatever reads the file may take it for "{address}"',
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
      next: 'let that line read an environment variable, and name the .env that sets it; or use a command: target',
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
      what: '"{file}" line {line}: "{place}", which is for {environment}, holds the same value as "{address}" and would get this key too',
      next: 'give "{place}" a value of its own first, even an empty one',
    },
    fr: {
      what: '« {file} » ligne {line} : « {place} », qui est pour {environment}, reprend la valeur de « {address} » et recevrait donc aussi cette clé',
      next: 'donnez d’abord à « {place} » une valeur à lui, même vide',
    },
  },
} as const satisfies Messages;

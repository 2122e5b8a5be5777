import type { Messages } from '../wording.ts';

/** Which key is in which file. */
export const statusMessages = {
  'held-none': {
    en: {
      what: '"{file}" holds no key yet',
      next: 'install one: cle apply',
    },
    fr: {
      what: '« {file} » ne contient pas encore de clé',
      next: 'installez-en une : cle apply',
    },
  },
  'held-disagrees': {
    en: {
      what: '"{file}": the key, the merchant id and the Authorization in it do not belong together',
      next: 'install the key again: cle apply',
    },
    fr: {
      what: '« {file} » : la clé, l’identifiant et l’Authorization ne correspondent pas entre eux',
      next: 'réinstallez la clé : cle apply',
    },
  },
  'held-other-environment': {
    en: {
      what: '"{file}" is for {wanted}, and holds a key that was installed for {key}',
      next: 'install the key of {wanted}: cle apply',
    },
    fr: {
      what: '« {file} » est pour {wanted}, et contient une clé installée pour {key}',
      next: 'installez la clé de {wanted} : cle apply',
    },
  },
  'held-other-merchant': {
    en: {
      what: '"{file}" holds a key of merchant {key}, but "{project}" line {line} wants {wanted}',
      next: 'install the key of {wanted}: cle apply',
    },
    fr: {
      what: '« {file} » contient une clé du commerçant {key}, mais le projet attend {wanted}',
      next: 'installez la clé de {wanted} : cle apply',
    },
  },
  'held-not-installed': {
    en: {
      what: '"{file}" does not hold the key that was installed last, {masked} with fingerprint {fingerprint}',
      next: 'install the right key again: cle apply',
    },
    fr: {
      what: '« {file} » ne contient pas la dernière clé installée, {masked} d’empreinte {fingerprint}',
      next: 'réinstallez la bonne clé : cle apply',
    },
  },
  'keys-differ': {
    en: {
      what: 'the files of {environment} do not all hold the same key',
      next: 'install the right key again: cle apply',
    },
    fr: {
      what: 'les fichiers de {environment} ne contiennent pas tous la même clé',
      next: 'réinstallez la bonne clé : cle apply',
    },
  },
  'environment-word': {
    en: {
      what: '"{file}" line {line}: "{address}" is not set to the word for this environment, {wanted}',
      next: 'install the key again, or set {wanted} there',
    },
    fr: {
      what: '« {file} » ligne {line} : « {address} » n’a pas pour valeur le mot de cet environnement, {wanted}',
      next: 'réinstallez la clé, ou mettez-y {wanted}',
    },
  },
  'file-world-readable': {
    en: {
      what: '"{file}" can be read by every user of this machine (mode {mode})',
      next: 'run: chmod o-r "{file}"',
    },
    fr: {
      what: '« {file} » est lisible par tous les comptes de cette machine (mode {mode})',
      next: 'run: chmod o-r "{file}"',
    },
  },
} as const satisfies Messages;

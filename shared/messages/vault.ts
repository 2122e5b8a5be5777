import type { Messages } from '../wording.ts';

/** Secrets in a Vault. */
export const vaultMessages = {
  'vault-address': {
    en: {
      what: '"{file}" line {line}: not the address of a Vault',
      next: 'give it as https://host:8200, without a path; http is for this machine only',
    },
    fr: {
      what: '« {file} » ligne {line} : ce n’est pas l’adresse d’un Vault',
      next: 'donnez-la sous la forme https://hôte:8200, sans chemin ; http n’est permis que pour cette machine',
    },
  },
  'vault-path': {
    en: {
      what: '"{file}" line {line}: not a place in a Vault',
      next: 'use letters, digits and . _ - @, with / between, as shop/payline',
    },
    fr: {
      what: '« {file} » ligne {line} : ce n’est pas un emplacement dans un Vault',
      next: 'utilisez lettres, chiffres et . _ - @, séparés par /, comme boutique/payline',
    },
  },
  'vault-token-missing': {
    en: {
      what: 'no token for the Vault at {address}',
      next: 'run: vault login, or set VAULT_TOKEN in the environment',
    },
    fr: {
      what: 'aucun jeton pour le Vault à {address}',
      next: 'lancez : vault login, ou définissez VAULT_TOKEN dans l’environnement',
    },
  },
  'vault-authority': {
    en: {
      what: 'the certificate authority in "{file}" cannot be read ({reason})',
      next: 'correct VAULT_CACERT',
    },
    fr: {
      what: 'l’autorité de certification « {file} » est illisible ({reason})',
      next: 'corrigez VAULT_CACERT',
    },
  },
  'vault-denied': {
    en: {
      what: 'the Vault at {address} does not let this token do it',
      next: 'give it a policy with read, create and patch on the secret’s data path',
    },
    fr: {
      what: 'le Vault à {address} ne le permet pas à ce jeton',
      next: 'donnez-lui une règle avec read, create et patch sur le chemin data du secret',
    },
  },
  'vault-failed': {
    en: {
      what: 'the Vault at {address} did not do it ({reason}), so nothing was installed',
      next: 'look at it with: vault kv get, then run again',
    },
    fr: {
      what: 'le Vault à {address} ne l’a pas fait ({reason}), rien n’a donc été installé',
      next: 'regardez-le avec : vault kv get, puis relancez',
    },
  },
  'vault-changed': {
    en: {
      what: 'the secret in the Vault at {address} was changed by someone else meanwhile, so nothing was installed',
      next: 'look at it, then run again',
    },
    fr: {
      what: 'le secret du Vault à {address} a été modifié entre-temps, rien n’a donc été installé',
      next: 'regardez-le, puis relancez',
    },
  },
  'vault-not-restored': {
    en: {
      what: 'the secret "{path}" in the Vault at {address} has the new key and could not be put back; the files were',
      next: 'put it back by hand: version {version} is the one before',
    },
    fr: {
      what: 'le secret « {path} » du Vault à {address} a la nouvelle clé et n’a pu être remis ; les fichiers l’ont été',
      next: 'remettez-le à la main : la version {version} est celle d’avant',
    },
  },
} as const satisfies Messages;

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
      what: '"{file}" line {line}: not a path in a Vault',
      next: 'use letters, digits and . _ - @, separated by /, such as shop/payline',
    },
    fr: {
      what: '« {file} » ligne {line} : ce n’est pas un chemin dans un Vault',
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
      what: 'the Vault at {address} denied this token the request',
      next: 'give it a policy with read, create and patch on the secret’s data path',
    },
    fr: {
      what: 'le Vault à {address} refuse cette opération à ce jeton',
      next: 'donnez-lui une politique avec read, create et patch sur le chemin data du secret',
    },
  },
  'vault-failed': {
    en: {
      what: 'the request to the Vault at {address} failed ({reason}), so nothing was installed',
      next: 'look at it with: vault kv get, then run again',
    },
    fr: {
      what: 'la requête au Vault à {address} a échoué ({reason}), rien n’a donc été installé',
      next: 'regardez-le avec : vault kv get, puis relancez',
    },
  },
  'vault-changed': {
    en: {
      what: 'the secret in the Vault at {address} was changed by someone else in the meantime, so nothing was installed',
      next: 'look at it, then run again',
    },
    fr: {
      what: 'le secret du Vault à {address} a été modifié entre-temps, rien n’a donc été installé',
      next: 'regardez-le, puis relancez',
    },
  },
  'vault-variable': {
    en: {
      what: 'the environment variable {name} cannot be used ({reason})',
      next: 'set it as the vault command expects it, or unset it',
    },
    fr: {
      what: 'la variable d’environnement {name} n’est pas utilisable ({reason})',
      next: 'définissez-la comme la commande vault l’attend, ou retirez-la',
    },
  },
  'vault-skip-verify': {
    en: {
      what: '{name} asks to skip the check of the Vault’s certificate, but a key is never sent to a server that cannot prove its identity',
      next: 'unset it, and name the authority of its certificate in VAULT_CACERT',
    },
    fr: {
      what: '{name} demande de ne pas contrôler le certificat du Vault : une clé n’est jamais envoyée à un serveur qui ne peut prouver son identité',
      next: 'retirez-la, et nommez l’autorité de son certificat dans VAULT_CACERT',
    },
  },
  'vault-redirected': {
    en: {
      what: 'the Vault at {address} redirects to {to}, which the project file does not list; the token was not sent there, and nothing was installed',
      next: 'if it is a node of the same cluster, add it under "nodes:" beside "vault:", then run: cle allow',
    },
    fr: {
      what: 'le Vault à {address} renvoie à {to}, que le fichier du projet ne nomme pas ; le jeton n’y a pas été envoyé, rien n’a été installé',
      next: 'si c’est un nœud de la même grappe, ajoutez-le sous « nodes: » à côté de « vault: », puis lancez : cle allow',
    },
  },
  'vault-mount-unknown': {
    en: {
      what: 'the Vault at {address} does not say what is mounted at "{mount}": nothing is, or the token has no rights there',
      next: 'correct "mount:" or the namespace, or give the token a policy with read, create and patch on the secret’s data path',
    },
    fr: {
      what: 'le Vault à {address} ne dit pas ce qui est monté à « {mount} » : rien, ou le jeton n’y a aucun droit',
      next: 'corrigez « mount: » ou le namespace, ou donnez au jeton une politique avec read, create et patch sur le chemin data du secret',
    },
  },
  'vault-mount-version': {
    en: {
      what: 'the engine at "{mount}" in the Vault at {address} is KV version 1: it keeps no versions, so a write there could be neither checked nor undone',
      next: 'use an engine of version 2, or upgrade it with: vault kv enable-versioning {mount}',
    },
    fr: {
      what: 'le moteur « {mount} » du Vault à {address} est KV version 1 : il ne garde pas de versions, une écriture n’y serait ni contrôlable ni annulable',
      next: 'utilisez un moteur version 2, ou convertissez-le : vault kv enable-versioning {mount}',
    },
  },
  'vault-mount-type': {
    en: {
      what: 'what is mounted at "{mount}" in the Vault at {address} is not a KV engine but "{type}"',
      next: 'name the KV engine (version 2) in "mount:"',
    },
    fr: {
      what: 'ce qui est monté à « {mount} » dans le Vault à {address} n’est pas un moteur KV mais « {type} »',
      next: 'nommez le moteur KV (version 2) dans « mount: »',
    },
  },
  'vault-mount-other': {
    en: {
      what: 'nothing is mounted at "{mount}" in the Vault at {address}: that place belongs to the engine at "{actual}"',
      next: 'write "mount: {actual}", and what comes after it in "path:"',
    },
    fr: {
      what: 'rien n’est monté à « {mount} » dans le Vault à {address} : cet endroit appartient au moteur « {actual} »',
      next: 'écrivez « mount: {actual} », et la suite dans « path: »',
    },
  },
  'vault-may-have': {
    en: {
      what: 'the secret "{name}" may have the new key: the answer was lost ({reason}) and it could not be read back; the previous version is {before}',
      next: 'check it with: cle status; then apply the same key again, which writes it only where it is missing',
    },
    fr: {
      what: 'le secret « {name} » a peut-être la nouvelle clé : la réponse s’est perdue ({reason}) et il n’a pu être relu ; la version précédente est {before}',
      next: 'vérifiez-le avec : cle status ; puis appliquez la même clé à nouveau, ce qui ne l’écrit que si elle manque',
    },
  },
  'vault-without': {
    en: {
      what: 'the secret "{name}" was read just now and does not have the key that was installed last',
      next: 'apply the same key again: it is written where it is missing',
    },
    fr: {
      what: 'le secret « {name} », interrogé à l’instant, n’a pas la dernière clé installée',
      next: 'appliquez la même clé à nouveau : elle est écrite là où elle manque',
    },
  },
  'vault-not-restored': {
    en: {
      what: 'the secret "{path}" in the Vault at {address} has the new key and could not be restored; the files were',
      next: 'restore it by hand: version {version} is the previous one',
    },
    fr: {
      what: 'le secret « {path} » du Vault à {address} a la nouvelle clé et n’a pu être rétabli ; les fichiers l’ont été',
      next: 'rétablissez-le à la main : la version {version} est la précédente',
    },
  },
} as const satisfies Messages;

import type { Messages } from '../../../shared/wording.ts';

/** What `cle doctor` finds between browsers and this program. */
export const doctorMessages = {
  'doctor-found': {
    en: {
      what: 'found to be wrong: {count}',
      next: 'run: cle doctor --fix to repair what it can, and do what stands beside the rest',
    },
    fr: {
      what: 'anomalies : {count}',
      next: 'lancez : cle doctor --fix pour réparer ce qui peut l’être, et faites ce qui est dit pour le reste',
    },
  },
  'doctor-left': {
    en: {
      what: 'still wrong after the repair: {count}',
      next: 'do what stands beside each',
    },
    fr: {
      what: 'anomalies restantes après réparation : {count}',
      next: 'faites ce qui est dit pour chacune',
    },
  },
  'doctor-sudo': {
    en: {
      what: 'this runs as root through sudo, so it looks at root’s browsers and not at those of "{user}"',
      next: 'run it again without sudo',
    },
    fr: {
      what: 'ceci tourne en root par sudo, et regarde donc les navigateurs de root, pas ceux de « {user} »',
      next: 'relancez sans sudo',
    },
  },
  'manifest-missing': {
    en: {
      what: '{browser} finds no "{file}"',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '{browser} ne trouve pas « {file} »',
      next: 'lancez : cle doctor --fix',
    },
  },
  'manifest-unreadable': {
    en: {
      what: '"{file}" cannot be read ({reason})',
      next: 'give your user read access to it, or move it away and run: cle doctor --fix',
    },
    fr: {
      what: '« {file} » ne peut être lu ({reason})',
      next: 'donnez à votre compte le droit de le lire, ou déplacez-le puis lancez : cle doctor --fix',
    },
  },
  'manifest-bom': {
    en: {
      what: '"{file}" begins with a byte order mark, which browsers do not read',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} » commence par une marque d’ordre (BOM), que les navigateurs ne lisent pas',
      next: 'lancez : cle doctor --fix',
    },
  },
  'manifest-not-json': {
    en: {
      what: '"{file}" is not whole: it is no JSON object',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} » est abîmé : ce n’est pas un objet JSON',
      next: 'lancez : cle doctor --fix',
    },
  },
  'manifest-name': {
    en: {
      what: '"{file}" names another program than "cle_en_main"',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} » nomme un autre programme que « cle_en_main »',
      next: 'lancez : cle doctor --fix',
    },
  },
  'manifest-path': {
    en: {
      what: '"{file}" leads the browser to another file than "{launcher}"',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} » mène le navigateur à un autre fichier que « {launcher} »',
      next: 'lancez : cle doctor --fix',
    },
  },
  'manifest-extension': {
    en: {
      what: '"{file}" does not let this extension in',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} » n’admet pas cette extension',
      next: 'lancez : cle doctor --fix',
    },
  },
  'manifest-outdated': {
    en: {
      what: '"{file}" is not as this version writes it',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} » n’est pas tel que cette version l’écrit',
      next: 'lancez : cle doctor --fix',
    },
  },
  'manifest-writable': {
    en: {
      what: '"{file}" may be changed by others (mode {mode})',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} » peut être modifié par d’autres (mode {mode})',
      next: 'lancez : cle doctor --fix',
    },
  },
  'manifest-foreign': {
    en: {
      what: '"{file}" belongs to another user',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} » appartient à un autre compte',
      next: 'lancez : cle doctor --fix',
    },
  },
  'registry-missing': {
    en: {
      what: '{browser} finds no key "{key}" in the registry',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '{browser} ne trouve pas la clé « {key} » du registre',
      next: 'lancez : cle doctor --fix',
    },
  },
  'registry-other': {
    en: {
      what: 'the key "{key}" of the registry leads {browser} to another file than "{file}"',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: 'la clé « {key} » du registre mène {browser} à un autre fichier que « {file} »',
      next: 'lancez : cle doctor --fix',
    },
  },
  'browser-unconnected': {
    en: {
      what: '{browser} is installed and not connected',
      next: 'run: cle connect',
    },
    fr: {
      what: '{browser} est installé mais pas relié',
      next: 'lancez : cle connect',
    },
  },
  'browser-policy': {
    en: {
      what: '"{file}": the policy {policy} keeps {browser} from starting this program',
      next: 'ask whoever administers this machine to allow "cle_en_main"; until then take the key over in a sealed file',
    },
    fr: {
      what: '« {file} » : la règle {policy} interdit à {browser} de lancer ce programme',
      next: 'demandez à l’administrateur d’autoriser « cle_en_main » ; d’ici là, portez la clé dans un fichier scellé',
    },
  },
  'host-version': {
    en: {
      what: 'browsers start version {other} of the configurator, and this is version {version}',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: 'les navigateurs lancent la version {other} du configurateur, et celle-ci est la {version}',
      next: 'lancez : cle doctor --fix',
    },
  },
  'identity-readable': {
    en: {
      what: 'others than you may read "{file}", which holds this machine’s identity',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: 'd’autres que vous peuvent lire « {file} », qui contient l’identité de cette machine',
      next: 'lancez : cle doctor --fix',
    },
  },
  'identity-readers-unknown': {
    en: {
      what: 'who may read "{file}", which holds this machine’s identity, cannot be told',
      next: 'look with icacls, or seal the identity: cle recipient --keychain',
    },
    fr: {
      what: 'on ne sait pas qui peut lire « {file} », qui contient l’identité de cette machine',
      next: 'regardez avec icacls, ou scellez l’identité : cle recipient --keychain',
    },
  },
  'host-identity': {
    en: {
      what: 'what browsers start has another identity than this program, so it cannot open what was sealed to it',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: 'ce que lancent les navigateurs a une autre identité que ce programme, et n’ouvre pas ce qui lui est scellé',
      next: 'lancez : cle doctor --fix',
    },
  },
  'state-writable': {
    en: {
      what: 'others may change what is in "{file}" (mode {mode})',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: 'd’autres peuvent modifier le contenu de « {file} » (mode {mode})',
      next: 'lancez : cle doctor --fix',
    },
  },
  'held-by-hand': {
    en: {
      what: 'whether {kit} holds the key for {environment} is not known: it is entered there by hand',
      next: 'look in its administration',
    },
    fr: {
      what: 'on ne sait pas si {kit} contient la clé de {environment} : elle y est saisie à la main',
      next: 'regardez dans son administration',
    },
  },
} as const satisfies Messages;

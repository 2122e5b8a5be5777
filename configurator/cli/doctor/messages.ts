import type { Messages } from '../../../shared/wording.ts';

/** Messages of `cle doctor` about the connection between browsers and this program. */
export const doctorMessages = {
  'doctor-found': {
    en: {
      what: 'problems found: {count}',
      next: 'run cle doctor --fix to repair what it can, and follow the advice for the rest',
    },
    fr: {
      what: 'problèmes trouvés : {count}',
      next: 'lancez cle doctor --fix pour réparer ce qui peut l’être, et suivez les conseils pour le reste',
    },
  },
  'doctor-left': {
    en: {
      what: 'problems left after the repair: {count}',
      next: 'follow the advice for each',
    },
    fr: {
      what: 'problèmes restants après réparation : {count}',
      next: 'suivez le conseil donné pour chacun',
    },
  },
  'doctor-sudo': {
    en: {
      what: 'this runs as root through sudo, so it checks root’s browsers and not those of "{user}"',
      next: 'run it again without sudo',
    },
    fr: {
      what: 'la commande tourne en root par sudo : elle vérifie les navigateurs de root, pas ceux de « {user} »',
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
      what: '"{file}" begins with a byte order mark, which browsers reject',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} » commence par une marque d’ordre (BOM), que les navigateurs ne lisent pas',
      next: 'lancez : cle doctor --fix',
    },
  },
  'manifest-not-json': {
    en: {
      what: '"{file}" is damaged: it is not a JSON object',
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
      what: '"{file}" points the browser to another file than "{launcher}"',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} » mène le navigateur à un autre fichier que « {launcher} »',
      next: 'lancez : cle doctor --fix',
    },
  },
  'manifest-extension': {
    en: {
      what: '"{file}" does not allow this extension',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} » n’autorise pas cette extension',
      next: 'lancez : cle doctor --fix',
    },
  },
  'manifest-outdated': {
    en: {
      what: '"{file}" was not written by this version',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} » n’a pas été écrit par cette version',
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
      what: 'the key "{key}" of the registry points {browser} to another file than "{file}"',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: 'la clé « {key} » du registre mène {browser} à un autre fichier que « {file} »',
      next: 'lancez : cle doctor --fix',
    },
  },
  'browser-unconnected': {
    en: {
      what: '{browser} is installed but not connected',
      next: 'run: cle connect',
    },
    fr: {
      what: '{browser} est installé mais pas relié',
      next: 'lancez : cle connect',
    },
  },
  'browser-policy': {
    en: {
      what: '"{file}": the policy {policy} prevents {browser} from starting this program',
      next: 'ask this machine’s administrator to allow "cle_en_main"; until then transfer the key in a sealed file',
    },
    fr: {
      what: '« {file} » : la règle {policy} interdit à {browser} de lancer ce programme',
      next: 'demandez à l’administrateur d’autoriser « cle_en_main » ; d’ici là, transmettez la clé dans un fichier chiffré',
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
      what: 'others can read "{file}", which contains this machine’s identity',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: 'd’autres que vous peuvent lire « {file} », qui contient l’identité de cette machine',
      next: 'lancez : cle doctor --fix',
    },
  },
  'identity-readers-unknown': {
    en: {
      what: 'it is not known who can read "{file}", which contains this machine’s identity',
      next: 'check with icacls, or protect the identity: cle recipient --keychain',
    },
    fr: {
      what: 'on ne sait pas qui peut lire « {file} », qui contient l’identité de cette machine',
      next: 'vérifiez avec icacls, ou protégez l’identité : cle recipient --keychain',
    },
  },
  'host-identity': {
    en: {
      what: 'the host that browsers start has another identity than this program, so it cannot open what was sealed to this one',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: 'l’hôte que lancent les navigateurs a une autre identité que ce programme, et n’ouvre pas ce qui est chiffré pour celui-ci',
      next: 'lancez : cle doctor --fix',
    },
  },
  'state-writable': {
    en: {
      what: 'others can change the contents of "{file}" (mode {mode})',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: 'd’autres peuvent modifier le contenu de « {file} » (mode {mode})',
      next: 'lancez : cle doctor --fix',
    },
  },
  'held-by-hand': {
    en: {
      what: 'it is not known whether {kit} has the key for {environment}: it is entered there by hand',
      next: 'check in its administration',
    },
    fr: {
      what: 'on ne sait pas si {kit} contient la clé de {environment} : elle y est saisie à la main',
      next: 'vérifiez dans son administration',
    },
  },
} as const satisfies Messages;

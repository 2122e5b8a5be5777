import type { Message } from './messages.ts';

/** What only the command line says, of browsers and of itself. It never crosses the wire: the extension is built without it. */
export const installationMessages = {
  // A key's life
  'keys-due': {
    en: {
      what: 'keys are due: {count}',
      next: 'follow them by others: cle rotate',
    },
    fr: {
      what: 'clés à remplacer : {count}',
      next: 'remplacez-les : cle rotate',
    },
  },
  'key-old': {
    en: {
      what: 'the key {masked} for {environment} is {age} days old, {most} are allowed',
      next: 'follow it by another: cle rotate',
    },
    fr: {
      what: 'la clé {masked} de {environment} a {age} jours, {most} sont permis',
      next: 'remplacez-la : cle rotate',
    },
  },
  'key-ends': {
    en: {
      what: 'the key {masked} for {environment} ends on {ends}',
      next: 'follow it by another before: cle rotate',
    },
    fr: {
      what: 'la clé {masked} de {environment} se termine le {ends}',
      next: 'remplacez-la avant : cle rotate',
    },
  },
  'key-over': {
    en: {
      what: 'the key {masked} for {environment} ended on {ends}',
      next: 'create another in the console, then: cle apply',
    },
    fr: {
      what: 'la clé {masked} de {environment} s’est terminée le {ends}',
      next: 'créez-en une autre dans la console, puis : cle apply',
    },
  },
  'key-age-unknown': {
    en: {
      what: 'nobody knows since when the key {masked} for {environment} is used: it was not installed from here',
      next: 'look its date up in the console, or follow it by another: cle rotate',
    },
    fr: {
      what: 'on ignore depuis quand la clé {masked} de {environment} sert : elle n’a pas été installée d’ici',
      next: 'cherchez sa date dans la console, ou remplacez-la : cle rotate',
    },
  },
  'calendar-exists': {
    en: {
      what: '"{file}" is there already and is not overwritten',
      next: 'remove it, or name another with --ics',
    },
    fr: {
      what: '« {file} » existe déjà et n’est pas écrasé',
      next: 'supprimez-le, ou nommez-en un autre avec --ics',
    },
  },
  'calendar-failed': {
    en: {
      what: '"{file}" cannot be written ({reason})',
      next: 'name another place with --ics',
    },
    fr: {
      what: '« {file} » ne peut être écrit ({reason})',
      next: 'nommez un autre endroit avec --ics',
    },
  },
  'input-stream-unreadable': {
    en: {
      what: 'standard input cannot be read ({reason})',
      next: 'give the key as a file or by a pipe: cle apply - < key.json',
    },
    fr: {
      what: 'l’entrée standard ne peut être lue ({reason})',
      next: 'donnez la clé par un fichier ou un tube : cle apply - < cle.json',
    },
  },
  'rotation-other-key': {
    en: {
      what: 'another new key is in place already',
      next: 'finish that rotation without SOURCE, or put the old key back with cle undo',
    },
    fr: {
      what: 'une autre nouvelle clé est déjà en place',
      next: 'terminez cette rotation sans SOURCE, ou remettez l’ancienne clé par cle undo',
    },
  },
  'rotation-waits': {
    en: {
      what: 'the new key works; the old key {masked} has no end yet',
      next: 'give it one in the console, then: cle rotate --ends DAY',
    },
    fr: {
      what: 'la nouvelle clé marche ; l’ancienne clé {masked} n’a pas encore de fin',
      next: 'donnez-lui-en une dans la console, puis : cle rotate --ends JOUR',
    },
  },
  'browser-none': {
    en: {
      what: 'no browser was found for your user',
      next: 'name one with --browser: {known}',
    },
    fr: {
      what: 'aucun navigateur trouvé pour votre compte',
      next: 'nommez-en un avec --browser : {known}',
    },
  },
  'host-program-missing': {
    en: {
      what: '"{file}" is missing, so this installation is not whole',
      next: 'install cle-en-main again',
    },
    fr: {
      what: '« {file} » manque : l’installation est incomplète',
      next: 'réinstallez cle-en-main',
    },
  },
  'connect-failed': {
    en: {
      what: '"{file}" cannot be written ({reason})',
      next: 'give your user the right to write there; if it was made with sudo, give it back with chown',
    },
    fr: {
      what: '« {file} » ne peut être écrit ({reason})',
      next: 'donnez à votre compte le droit d’y écrire ; si sudo l’a créé, rendez-le-vous avec chown',
    },
  },
  'browser-snap': {
    en: {
      what: '{browser} is installed as a snap, which starts no program outside its sandbox by itself',
      next: 'allow it when the system asks; where it never asks, install the browser’s own package, or take the key over in a sealed file',
    },
    fr: {
      what: '{browser} est installé en snap, qui ne lance lui-même aucun programme hors de son bac à sable',
      next: 'acceptez si le système le demande ; s’il ne demande rien, installez le paquet de l’éditeur, ou portez la clé dans un fichier scellé',
    },
  },
  'browser-flatpak': {
    en: {
      what: '{browser} is installed as a Flatpak, which starts no program outside its sandbox by itself',
      next: 'install xdg-native-messaging-proxy and allow it when asked; without it, install the browser’s own package, or take the key over in a sealed file',
    },
    fr: {
      what: '{browser} est installé en Flatpak, qui ne lance lui-même aucun programme hors de son bac à sable',
      next: 'installez xdg-native-messaging-proxy et acceptez s’il demande ; sinon installez le paquet de l’éditeur, ou portez la clé dans un fichier scellé',
    },
  },

  // What `cle doctor` finds
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
  'scan-found': {
    en: {
      what: 'places where a key stands that should not: {count}',
      next: 'take the key out of each, and replace it by a new one where others could read it',
    },
    fr: {
      what: 'endroits où se trouve une clé qui ne devrait pas y être : {count}',
      next: 'retirez la clé de chacun, et remplacez-la par une nouvelle là où d’autres ont pu la lire',
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
      next: 'give your user the right to read it, or move it away and run: cle doctor --fix',
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
  'launcher-missing': {
    en: {
      what: '"{file}", which browsers start, does not exist',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} », que lancent les navigateurs, n’existe pas',
      next: 'lancez : cle doctor --fix',
    },
  },
  'launcher-unreadable': {
    en: {
      what: '"{file}", which browsers start, cannot be read ({reason})',
      next: 'move it away and run: cle doctor --fix',
    },
    fr: {
      what: '« {file} », que lancent les navigateurs, ne peut être lu ({reason})',
      next: 'déplacez-le puis lancez : cle doctor --fix',
    },
  },
  'launcher-outdated': {
    en: {
      what: '"{file}", which browsers start, is not as this version writes it',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} », que lancent les navigateurs, n’est pas tel que cette version l’écrit',
      next: 'lancez : cle doctor --fix',
    },
  },
  'launcher-node-missing': {
    en: {
      what: '"{file}" starts the Node "{node}", which is gone',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} » lance le Node « {node} », qui n’existe plus',
      next: 'lancez : cle doctor --fix',
    },
  },
  'launcher-program-missing': {
    en: {
      what: '"{file}" starts "{program}", which is gone',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} » lance « {program} », qui n’existe plus',
      next: 'lancez : cle doctor --fix',
    },
  },
  'launcher-other-program': {
    en: {
      what: '"{file}" starts another installation of this program, "{program}"',
      next: 'if that is not the one you want, run: cle connect',
    },
    fr: {
      what: '« {file} » lance une autre installation de ce programme, « {program} »',
      next: 'si ce n’est pas la bonne, lancez : cle connect',
    },
  },
  'launcher-not-executable': {
    en: {
      what: '"{file}", which browsers start, may not be started (mode {mode})',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} », que lancent les navigateurs, n’est pas exécutable (mode {mode})',
      next: 'lancez : cle doctor --fix',
    },
  },
  'launcher-writable': {
    en: {
      what: '"{file}", which browsers start, may be changed by others (mode {mode})',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} », que lancent les navigateurs, peut être modifié par d’autres (mode {mode})',
      next: 'lancez : cle doctor --fix',
    },
  },
  'launcher-foreign': {
    en: {
      what: '"{file}", which browsers start, belongs to another user',
      next: 'run: cle doctor --fix',
    },
    fr: {
      what: '« {file} », que lancent les navigateurs, appartient à un autre compte',
      next: 'lancez : cle doctor --fix',
    },
  },
  'launcher-unstartable': {
    en: {
      what: '"{file}" cannot be started ({reason})',
      next: 'if its disk is mounted "noexec", name another folder in CLE_HOME and run: cle connect',
    },
    fr: {
      what: '« {file} » ne peut être lancé ({reason})',
      next: 'si son disque est monté « noexec », donnez un autre dossier dans CLE_HOME et lancez : cle connect',
    },
  },
  'launcher-ended': {
    en: {
      what: '"{file}" ended with status {status} in place of an answer',
      next: 'install cle-en-main again, then run: cle doctor --fix',
    },
    fr: {
      what: '« {file} » s’est arrêté avec le code {status} au lieu de répondre',
      next: 'réinstallez cle-en-main, puis lancez : cle doctor --fix',
    },
  },
  'launcher-noisy': {
    en: {
      what: 'what "{file}" prints is no answer that a browser understands',
      next: 'install cle-en-main again, then run: cle doctor --fix',
    },
    fr: {
      what: 'ce qu’affiche « {file} » n’est pas une réponse qu’un navigateur comprend',
      next: 'réinstallez cle-en-main, puis lancez : cle doctor --fix',
    },
  },
  'launcher-silent': {
    en: {
      what: '"{file}" did not answer within {seconds} seconds',
      next: 'try again when the machine is less busy',
    },
    fr: {
      what: '« {file} » n’a pas répondu en {seconds} secondes',
      next: 'réessayez quand la machine est moins occupée',
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
} as const satisfies Record<string, Message>;

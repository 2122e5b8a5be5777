import { fill } from './fill.ts';
import { installationMessages } from './messages-of-installation.ts';

/**
 * Every message that a person may read, by its code, in both languages. `what` says what happened and where, `next`
 * the next step; `{name}` is a blank. Codes are append-only: both programs and PROTOCOL.md name them.
 */
interface Sentence {
  readonly what: string;
  readonly next: string;
}

export interface Message {
  readonly en: Sentence;
  readonly fr: Sentence;
}

export const messages = {
  // The key itself
  'key-malformed': {
    en: {
      what: 'the key is not one JSON object',
      next: 'give {"environment":…,"merchantId":…,"accessKey":…} on standard input',
    },
    fr: {
      what: 'la clé n’est pas un objet JSON',
      next: 'recommencez depuis la console',
    },
  },
  'key-unknown-field': {
    en: {
      what: 'the key has a field that is not known',
      next: 'use only {fields}',
    },
    fr: { what: 'la clé a un champ inconnu', next: 'n’utilisez que {fields}' },
  },
  'key-not-text': {
    en: {
      what: 'the field "{field}" of the key is not a text',
      next: 'put it in quotes: a number loses its zeros',
    },
    fr: {
      what: 'le champ « {field} » de la clé n’est pas un texte',
      next: 'mettez-le entre guillemets',
    },
  },
  'key-too-long': {
    en: {
      what: 'the field "{field}" of the key is too long to be one',
      next: 'copy it again from the console',
    },
    fr: {
      what: 'le champ « {field} » est trop long pour une clé',
      next: 'copiez-le à nouveau depuis la console',
    },
  },
  'key-value-missing': {
    en: {
      what: 'the value of the key is missing',
      next: 'give it as "accessKey"',
    },
    fr: {
      what: 'la valeur de la clé manque',
      next: 'attendez qu’elle s’affiche, ou créez une autre clé',
    },
  },
  'key-merchant-missing': {
    en: {
      what: 'the merchant id is missing',
      next: 'give "merchantId", or the "authorization" that holds it',
    },
    fr: {
      what: 'l’identifiant du commerçant manque',
      next: 'vérifiez le champ Authorization de la console',
    },
  },
  'key-environment-unknown': {
    en: {
      what: 'the environment of the key is not known',
      next: 'give "environment": "homologation" or "production"',
    },
    fr: {
      what: 'l’environnement de la clé est inconnu',
      next: 'choisissez homologation ou production',
    },
  },
  'key-masked': {
    en: {
      what: 'the field "{field}" is masked or a placeholder, not a real value',
      next: 'create a new key: a masked one cannot be recovered',
    },
    fr: {
      what: 'le champ « {field} » est masqué, ce n’est pas une vraie valeur',
      next: 'créez une nouvelle clé : une clé masquée ne se récupère pas',
    },
  },
  'key-characters': {
    en: {
      what: 'the field "{field}" holds a blank or a character that no key has',
      next: 'copy it again from the console',
    },
    fr: {
      what: 'le champ « {field} » contient un blanc ou un caractère qu’aucune clé ne contient',
      next: 'copiez-le à nouveau depuis la console',
    },
  },
  'key-authorization-malformed': {
    en: {
      what: 'the Authorization is not "Basic" and the base64 of a merchant id and a key',
      next: 'copy it again from the console',
    },
    fr: {
      what: 'l’Authorization n’est pas « Basic » suivi du base64 d’un identifiant et d’une clé',
      next: 'copiez-la à nouveau depuis la console',
    },
  },
  'key-authorization-mismatch': {
    en: {
      what: 'the Authorization and the value do not belong to the same key',
      next: 'copy all fields again from one pop-up',
    },
    fr: {
      what: 'l’Authorization et la valeur ne viennent pas de la même clé',
      next: 'copiez à nouveau tous les champs d’une même fenêtre',
    },
  },
  'key-unusual': {
    en: {
      what: 'the key is not 18 to 20 letters and digits as others are',
      next: 'compare it with the console before you go on',
    },
    fr: {
      what: 'la clé ne fait pas 18 à 20 lettres et chiffres comme les autres',
      next: 'comparez-la avec la console avant de continuer',
    },
  },
  'merchant-unusual': {
    en: {
      what: 'the merchant id is not 9 to 14 digits as others are',
      next: 'compare it with the console',
    },
    fr: {
      what: 'l’identifiant du commerçant ne fait pas 9 à 14 chiffres',
      next: 'comparez-le avec la console',
    },
  },

  // The project
  'project-missing': {
    en: {
      what: 'no "cle.config.yaml" in "{dir}" or above it',
      next: 'run: cle init',
    },
    fr: {
      what: 'aucun « cle.config.yaml » dans « {dir} » ni au-dessus',
      next: 'lancez : cle init',
    },
  },
  'nothing-found': {
    en: {
      what: 'no file in "{dir}" is known to take a Payline key',
      next: 'write cle.config.yaml by hand, as README.md shows it, and run cle init again',
    },
    fr: {
      what: 'aucun fichier de « {dir} » n’est connu pour recevoir une clé Payline',
      next: 'écrivez cle.config.yaml à la main, d’après README.fr.md, puis relancez cle init',
    },
  },
  'project-file-version': {
    en: {
      what: '"{file}" line {line}: only version 1 is known',
      next: 'write "version: 1", or update this program',
    },
    fr: {
      what: '« {file} » ligne {line} : seule la version 1 est connue',
      next: 'écrivez « version: 1 », ou mettez ce programme à jour',
    },
  },
  'project-file-lacks': {
    en: {
      what: '"{file}" line {line}: the word "{word}" is missing',
      next: 'add it',
    },
    fr: {
      what: '« {file} » ligne {line} : le mot « {word} » manque',
      next: 'ajoutez-le',
    },
  },
  'project-file-kind': {
    en: {
      what: '"{file}" line {line}: "{word}" does not have the form {kind}',
      next: 'give it that form; a number belongs in quotes, as it would lose its zeros',
    },
    fr: {
      what: '« {file} » ligne {line} : « {word} » n’a pas la forme {kind}',
      next: 'donnez-lui cette forme ; un nombre se met entre guillemets, sans quoi il perd ses zéros',
    },
  },
  'project-file-conflict': {
    en: {
      what: '"{file}" line {line}: "{word}" contradicts another target of the same file',
      next: 'say it once',
    },
    fr: {
      what: '« {file} » ligne {line} : « {word} » contredit une autre cible du même fichier',
      next: 'ne le dites qu’une fois',
    },
  },
  'dialect-none': {
    en: {
      what: '"{file}" line {line}: {format} has no dialects',
      next: 'remove "dialect:"',
    },
    fr: {
      what: '« {file} » ligne {line} : {format} n’a pas de dialectes',
      next: 'enlevez « dialect: »',
    },
  },
  'uncomment-none': {
    en: {
      what: '"{file}" line {line}: {format} has no commented placeholders',
      next: 'remove "uncomment:"; it is for .env files',
    },
    fr: {
      what: '« {file} » ligne {line} : {format} n’a pas de variables en commentaire',
      next: 'enlevez « uncomment: », qui est pour les fichiers .env',
    },
  },
  'kit-unrecognised': {
    en: {
      what: '"{file}" does not look like a file of the kit {kit}',
      next: 'name its addresses yourself, with "set:" in place of "kit:"',
    },
    fr: {
      what: '« {file} » ne ressemble pas à un fichier du kit {kit}',
      next: 'nommez ses adresses vous-même, avec « set: » au lieu de « kit: »',
    },
  },
  'project-file-word': {
    en: {
      what: '"{file}" line {line}: unknown word "{word}"',
      next: 'did you mean "{nearest}"?',
    },
    fr: {
      what: '« {file} » ligne {line} : mot inconnu « {word} »',
      next: 'vouliez-vous dire « {nearest} » ?',
    },
  },
  'project-unknown': {
    en: {
      what: 'this project is not registered on this machine',
      next: 'run cle init in its folder',
    },
    fr: {
      what: 'ce projet n’est pas enregistré sur cette machine',
      next: 'lancez cle init dans son dossier',
    },
  },
  'project-environment-missing': {
    en: {
      what: '"{file}" names no target for {environment}',
      next: 'add them under environments: {environment}:',
    },
    fr: {
      what: '« {file} » ne cite aucune cible pour l’environnement {environment}',
      next: 'demandez au développeur de l’ajouter',
    },
  },
  'environment-mismatch': {
    en: {
      what: 'the key is for {key}, not for {wanted}',
      next: 'take the key from the console of {wanted}',
    },
    fr: {
      what: 'la clé est pour l’environnement {key}, pas {wanted}',
      next: 'prenez une clé de l’environnement {wanted}',
    },
  },
  'merchant-mismatch': {
    en: {
      what: 'the key belongs to merchant {key}, "{file}" line {line} wants {wanted}',
      next: 'choose the other merchant’s key, or change the line',
    },
    fr: {
      what: 'la clé est au commerçant {key}, le projet veut {wanted}',
      next: 'choisissez le projet de ce commerçant',
    },
  },
  'merchant-changes': {
    en: {
      what: 'this would put the key of merchant {to} where keys of {from} are used',
      next: 'compare both with the console; if it is right, confirm it, or add: --merchant {to}',
    },
    fr: {
      what: 'la clé du commerçant {to} remplacerait celle de {from}',
      next: 'comparez les deux avec la console ; si c’est voulu, confirmez-le, ou ajoutez : --merchant {to}',
    },
  },
  'merchant-other': {
    en: {
      what: 'the key belongs to merchant {key}, and {named} was confirmed',
      next: 'compare both with the console, then take the right key or name its merchant',
    },
    fr: {
      what: 'la clé est au commerçant {key}, et c’est {named} qui a été confirmé',
      next: 'comparez les deux avec la console, puis prenez la bonne clé ou nommez son commerçant',
    },
  },
  'path-outside-project': {
    en: {
      what: '"{file}" is outside the project',
      next: 'name a file inside the project’s folder',
    },
    fr: {
      what: '« {file} » est hors du projet',
      next: 'nommez un fichier du dossier du projet',
    },
  },

  // A target
  'file-missing': {
    en: {
      what: '"{file}" does not exist',
      next: 'create it (it may be empty), or correct cle.config.yaml',
    },
    fr: {
      what: '« {file} » n’existe pas',
      next: 'demandez au développeur de le créer',
    },
  },
  'file-not-regular': {
    en: {
      what: '"{file}" is not an ordinary file',
      next: 'name the file itself',
    },
    fr: {
      what: '« {file} » n’est pas un fichier ordinaire',
      next: 'nommez le fichier lui-même',
    },
  },
  'file-unreadable': {
    en: {
      what: '"{file}" cannot be read ({reason})',
      next: 'give your user the right to read it',
    },
    fr: {
      what: '« {file} » ne peut être lu ({reason})',
      next: 'donnez à votre compte le droit de le lire',
    },
  },
  'file-read-only': {
    en: {
      what: '"{file}" is read-only for you',
      next: 'give your user the right to write it: chmod u+w',
    },
    fr: {
      what: '« {file} » est en lecture seule',
      next: 'donnez à votre compte le droit d’y écrire',
    },
  },
  'folder-read-only': {
    en: {
      what: 'the folder of "{file}" is read-only for you, so the file cannot be replaced safely',
      next: 'give your user the right to write the folder',
    },
    fr: {
      what: 'le dossier de « {file} » est en lecture seule',
      next: 'donnez à votre compte le droit d’y écrire',
    },
  },
  'file-hard-linked': {
    en: {
      what: '"{file}" has a second name (a hard link), which would keep the old key',
      next: 'make it a file of its own, or name it by a symbolic link',
    },
    fr: {
      what: '« {file} » a un second nom (lien physique), qui garderait l’ancienne clé',
      next: 'faites-en un fichier à part, ou un lien symbolique',
    },
  },
  'file-too-large': {
    en: {
      what: '"{file}" is larger than {limit} MiB',
      next: 'name the configuration file itself',
    },
    fr: {
      what: '« {file} » dépasse {limit} Mio',
      next: 'nommez le fichier de configuration lui-même',
    },
  },
  'file-encoding': {
    en: {
      what: '"{file}" line {line}: not valid UTF-8',
      next: 'save the file as UTF-8',
    },
    fr: {
      what: '« {file} » ligne {line} : UTF-8 invalide',
      next: 'enregistrez le fichier en UTF-8',
    },
  },
  'file-unparsable': {
    en: {
      what: '"{file}" line {line}: not valid {format}',
      next: 'correct it first; nothing was written',
    },
    fr: {
      what: '« {file} » ligne {line} : {format} invalide',
      next: 'faites-le corriger ; rien n’a été écrit',
    },
  },
  'format-unknown': {
    en: {
      what: '"{file}": its format does not follow from its name',
      next: 'add format: with one of {known}',
    },
    fr: {
      what: '« {file} » : format inconnu',
      next: 'ajoutez format: avec un de {known}',
    },
  },
  'entry-duplicate': {
    en: {
      what: '"{file}": "{address}" is there more than once, lines {lines}',
      next: 'keep one of them, or name the one that is meant: README.md shows how each file is addressed',
    },
    fr: {
      what: '« {file} » : « {address} » y est plusieurs fois, lignes {lines}',
      next: 'n’en gardez qu’un, ou désignez le bon : README.md montre comment',
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
      next: 'read how {format} is addressed in README.md',
    },
    fr: {
      what: '« {file} » : « {address} » n’est pas une adresse',
      next: 'lisez dans README.md comment on désigne une valeur en {format}',
    },
  },
  'verify-failed': {
    en: {
      what: '"{file}": the changed text did not read back as planned, so it was not written',
      next: 'report it with the kind of file (never its contents)',
    },
    fr: {
      what: '« {file} » : la relecture du texte modifié a échoué, rien n’a été écrit',
      next: 'signalez-le avec le genre de fichier (jamais son contenu)',
    },
  },
  'file-changed': {
    en: {
      what: '"{file}" was changed by another program meanwhile',
      next: 'look at it, then run again',
    },
    fr: { what: '« {file} » a été modifié entre-temps', next: 'recommencez' },
  },
  'write-failed': {
    en: {
      what: '"{file}" could not be written ({reason}); every file is as it was',
      next: 'remove the cause and run again',
    },
    fr: {
      what: '« {file} » n’a pu être écrit ({reason}) ; rien n’a changé',
      next: 'corrigez la cause et recommencez',
    },
  },
  'write-unfinished': {
    en: {
      what: '"{file}" could not be written ({reason}), nor could the others be put back: some have the new key',
      next: 'remove the cause and run any cle command: it finishes the change first',
    },
    fr: {
      what: '« {file} » n’a pu être écrit ({reason}) et les autres n’ont pu être remis en état',
      next: 'corrigez la cause et relancez cle, qui terminera d’abord ce changement',
    },
  },
  'read-back-failed': {
    en: {
      what: '"{file}" did not say what was written when it was read back; the others were put back',
      next: 'look whether another program changes it, then run again',
    },
    fr: {
      what: '« {file} » relu ne contient pas ce qui a été écrit ; les autres ont été remis en état',
      next: 'voyez si un autre programme le modifie, puis recommencez',
    },
  },
  busy: {
    en: {
      what: 'another cle has been writing for 30 seconds',
      next: 'wait for it, or end it, and run again',
    },
    fr: {
      what: 'un autre cle écrit depuis 30 secondes',
      next: 'attendez-le, ou arrêtez-le, puis recommencez',
    },
  },
  'input-too-large': {
    en: {
      what: 'the key that was given is longer than {limit} KiB',
      next: 'give one key only',
    },
    fr: {
      what: 'la clé donnée dépasse {limit} Kio',
      next: 'ne donnez qu’une clé',
    },
  },
  'input-unreadable': {
    en: {
      what: 'the file named as SOURCE cannot be read ({reason})',
      next: 'name a sealed file, or "-" for a key as JSON on standard input; a key is never an argument',
    },
    fr: {
      what: 'le fichier donné comme SOURCE ne peut être lu ({reason})',
      next: 'nommez un fichier scellé, ou « - » pour l’entrée standard ; une clé n’est jamais un argument',
    },
  },
  'state-failed': {
    en: {
      what: '"{file}", which this program keeps, cannot be used ({reason})',
      next: 'give your user the right to read and write it, or name another folder in CLE_HOME',
    },
    fr: {
      what: '« {file} », tenu par ce programme, est inutilisable ({reason})',
      next: 'donnez à votre compte le droit d’y lire et écrire, ou nommez un autre dossier dans CLE_HOME',
    },
  },
  'state-unreadable': {
    en: {
      what: '"{file}", which this program wrote, can no longer be read',
      next: 'move it away and run: cle init',
    },
    fr: {
      what: '« {file} », écrit par ce programme, est devenu illisible',
      next: 'déplacez-le et lancez : cle init',
    },
  },
  'file-tracked': {
    en: {
      what: '"{file}" is tracked by git: a production key in it goes into the next commit',
      next: 'add it to .gitignore and run: git rm --cached "{file}"',
    },
    fr: {
      what: '« {file} » est suivi par git : une clé de production y partirait au prochain commit',
      next: 'ajoutez-le à .gitignore puis lancez : git rm --cached "{file}"',
    },
  },
  'file-not-ignored': {
    en: {
      what: '"{file}" is not ignored by git: a production key in it goes into the next git add',
      next: 'add it to .gitignore',
    },
    fr: {
      what: '« {file} » n’est pas ignoré par git : une clé de production y partirait au prochain git add',
      next: 'ajoutez-le à .gitignore',
    },
  },
  'git-failed': {
    en: { what: 'git does not say what it tracks in "{dir}"', next: 'look at what git status says there' },
    fr: { what: 'git ne dit pas ce qu’il suit dans « {dir} »', next: 'voyez ce que git status y répond' },
  },
  'file-example': {
    en: {
      what: '"{file}" only shows how the real file looks',
      next: 'copy it under the name that the product reads, then run: cle init',
    },
    fr: {
      what: '« {file} » montre seulement à quoi ressemble le vrai fichier',
      next: 'copiez-le sous le nom que le produit lit, puis lancez : cle init',
    },
  },
  'file-texts': {
    en: {
      what: '"{file}" holds texts that people read, line {line}',
      next: 'nothing is to be done; where it does take a key, name it in cle.config.yaml',
    },
    fr: {
      what: '« {file} » contient des textes destinés à être lus, ligne {line}',
      next: 'il n’y a rien à faire ; s’il reçoit bien une clé, nommez-le dans cle.config.yaml',
    },
  },
  'file-overridden': {
    en: {
      what: '"{file}" takes the same key as "{other}", which stands beside it',
      next: 'nothing is to be done; to use it all the same, name it in cle.config.yaml',
    },
    fr: {
      what: '« {file} » reçoit la même clé que « {other} », qui est à côté',
      next: 'il n’y a rien à faire ; pour l’utiliser quand même, nommez-le dans cle.config.yaml',
    },
  },
  'target-encrypted': {
    en: {
      what: '"{file}" is encrypted with {tool}, and a key would stand in it in clear',
      next: 'let {tool} put the key there: {command}',
    },
    fr: {
      what: '« {file} » est chiffré avec {tool}, et la clé s’y trouverait en clair',
      next: 'laissez {tool} y mettre la clé : {command}',
    },
  },
  'environment-unclear': {
    en: {
      what: 'which environment "{file}" is for cannot be told: line {line}, {address} is {said}',
      next: 'run cle init without --yes, which asks, or name the file in cle.config.yaml',
    },
    fr: {
      what: 'on ne peut pas dire pour quel environnement est « {file} » : ligne {line}, {address} vaut {said}',
      next: 'lancez cle init sans --yes, qui pose la question, ou nommez le fichier dans cle.config.yaml',
    },
  },
  'flag-contradicts': {
    en: {
      what: 'line {line} of "{file}" says {said} for {address}, which is not {environment}, and nothing sets it',
      next: 'change it there, or add it to "set:" of the file as the environment',
    },
    fr: {
      what: 'la ligne {line} de « {file} » dit {said} pour {address}, ce qui n’est pas {environment}, et rien ne le modifie',
      next: 'modifiez-la, ou ajoutez-la au « set: » du fichier comme environnement',
    },
  },
  'entry-ambiguous': {
    en: {
      what: '"{file}" has several places that may be for the key, lines {lines}',
      next: 'say in cle.config.yaml which is for which environment, with "set:"',
    },
    fr: {
      what: '« {file} » a plusieurs places possibles pour la clé, lignes {lines}',
      next: 'dites dans cle.config.yaml laquelle est pour quel environnement, avec « set: »',
    },
  },
  'kit-has-no-file': {
    en: {
      what: '"{file}" line {line}: {kit} keeps its key in a database, not in a file',
      next: 'remove "file:"; cle apply then tells the steps',
    },
    fr: {
      what: '« {file} » ligne {line} : {kit} garde sa clé en base de données, pas dans un fichier',
      next: 'enlevez « file: » ; cle apply indique alors les étapes',
    },
  },
  'target-by-hand': {
    en: {
      what: 'nothing to write for {environment}: {kit} keeps its key in a database',
      next: 'enter it by hand: cle init --kit {name} tells the steps',
    },
    fr: {
      what: 'rien à écrire pour {environment} : {kit} garde sa clé en base de données',
      next: 'saisissez-la à la main : cle init --kit {name} indique les étapes',
    },
  },
  'fleet-merchant-unnamed': {
    en: {
      what: '"{file}" names no merchant',
      next: 'add merchant: to it, or run cle apply --project for it alone',
    },
    fr: {
      what: '« {file} » ne nomme pas de commerçant',
      next: 'ajoutez-y merchant:, ou lancez cle apply --project pour lui seul',
    },
  },
  'fleet-none': {
    en: {
      what: 'no project of this machine names merchant {merchant} and has a place for {environment}',
      next: 'run cle init in its folder, and add merchant: to its project file',
    },
    fr: {
      what: 'aucun projet de cette machine ne nomme le commerçant {merchant} avec une place pour {environment}',
      next: 'lancez cle init dans son dossier, et ajoutez merchant: à son fichier de projet',
    },
  },
  'fleet-incomplete': {
    en: {
      what: '{count} projects refuse the key; nothing has changed in them',
      next: 'remove the causes and run the same command again: what is done stays done',
    },
    fr: {
      what: '{count} projets refusent la clé ; rien n’y a changé',
      next: 'supprimez les causes et relancez la même commande : ce qui est fait le reste',
    },
  },
  'project-not-allowed': {
    en: {
      what: '"{file}" line {line}: it names a command or a server, and this very file is not allowed to',
      next: 'look at it, then run: cle allow',
    },
    fr: {
      what: '« {file} » ligne {line} : il nomme une commande ou un serveur, et ce fichier précis n’y est pas autorisé',
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
  'entry-commented': {
    en: {
      what: '"{file}": "{address}" is commented out, so its value comes from elsewhere',
      next: 'name the file that sets it, such as .env.local, or give it to the product’s own secrets',
    },
    fr: {
      what: '« {file} » : « {address} » est en commentaire, sa valeur vient d’ailleurs',
      next: 'nommez le fichier qui la donne, comme .env.local, ou confiez-la aux secrets du produit',
    },
  },
  'file-attributes': {
    en: {
      what: '"{file}" or its folder has access rules (ACL) or extended attributes, which would not stay as they are',
      next: 'look at them with getfacl and getfattr, and remove them (setfacl -b, setfattr -x), or set the value by hand',
    },
    fr: {
      what: '« {file} » ou son dossier a des droits (ACL) ou attributs étendus, qui ne resteraient pas tels quels',
      next: 'voyez-les avec getfacl et getfattr, puis retirez-les (setfacl -b, setfattr -x), ou mettez la valeur à la main',
    },
  },
  'file-mounted': {
    en: {
      what: '"{file}" is mounted by itself, as containers do, so it cannot be replaced',
      next: 'run cle outside the container, or mount the folder instead of the file',
    },
    fr: {
      what: '« {file} » est monté à lui seul, comme dans un conteneur : il ne peut être remplacé',
      next: 'lancez cle hors du conteneur, ou montez le dossier plutôt que le fichier',
    },
  },
  'undo-none': {
    en: {
      what: 'nothing in "{dir}" is left to undo',
      next: 'see what is there with: cle status',
    },
    fr: {
      what: 'il n’y a plus rien à annuler dans « {dir} »',
      next: 'voyez ce qui s’y trouve avec : cle status',
    },
  },
  'undo-changed': {
    en: {
      what: '"{file}" was changed after the key was written: restoring it would lose that change',
      next: 'take that change out again, then undo; or set the former value by hand',
    },
    fr: {
      what: '« {file} » a été modifié après l’écriture de la clé : le rétablir perdrait cette modification',
      next: 'retirez cette modification puis annulez, ou remettez l’ancienne valeur à la main',
    },
  },
  'undo-key-over': {
    en: {
      what: 'undoing would put a key back into "{file}" that ended on {ends}',
      next: 'leave the key that is there, or install another that works',
    },
    fr: {
      what: 'annuler remettrait dans « {file} » une clé terminée le {ends}',
      next: 'laissez la clé en place, ou installez-en une autre qui marche',
    },
  },
  'undo-not-last': {
    en: {
      what: 'this key is not the one that was installed last in "{dir}"',
      next: 'undo one by one, the latest first: cle undo',
    },
    fr: {
      what: 'cette clé n’est pas la dernière qui a été installée dans « {dir} »',
      next: 'annulez une à une, en commençant par la dernière : cle undo',
    },
  },
  'undo-not-kept': {
    en: {
      what: 'this key is no longer kept here, so undoing its installation would lose it',
      next: 'make sure that you have it elsewhere, then undo in a terminal: cle undo',
    },
    fr: {
      what: 'cette clé n’est plus gardée ici : annuler son installation la perdrait',
      next: 'assurez-vous de l’avoir ailleurs, puis annulez dans un terminal : cle undo',
    },
  },
  'key-of-other-environment': {
    en: {
      what: 'this very key was installed for the other environment before',
      next: 'compare its environment with the console before you go on',
    },
    fr: {
      what: 'cette même clé a déjà été installée pour l’autre environnement',
      next: 'comparez son environnement avec la console avant de continuer',
    },
  },

  // What `cle status` finds
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
      what: '« {file} » : la clé, l’identifiant et l’Authorization n’y vont pas ensemble',
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
      what: '"{file}" holds a key of merchant {key}, "{project}" line {line} wants {wanted}',
      next: 'install the key of {wanted}: cle apply',
    },
    fr: {
      what: '« {file} » contient une clé du commerçant {key}, le projet veut {wanted}',
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
      what: '"{file}" line {line}: "{address}" is not the word for this environment, {wanted}',
      next: 'install the key again, or set {wanted} there',
    },
    fr: {
      what: '« {file} » ligne {line} : « {address} » n’est pas le mot de cet environnement, {wanted}',
      next: 'réinstallez la clé, ou mettez-y {wanted}',
    },
  },
  'file-world-readable': {
    en: {
      what: '"{file}" can be read by every user of this machine (mode {mode})',
      next: 'chmod o-r "{file}"',
    },
    fr: {
      what: '« {file} » est lisible par tous les comptes de cette machine (mode {mode})',
      next: 'chmod o-r "{file}"',
    },
  },
  'test-key-tracked': {
    en: {
      what: '"{file}" is tracked by git: the test key in it goes into the next commit',
      next: 'if others must not have it, add the file to .gitignore and run: git rm --cached "{file}"',
    },
    fr: {
      what: '« {file} » est suivi par git : la clé de test part au prochain commit',
      next: 'si d’autres ne doivent pas l’avoir, ajoutez-le à .gitignore puis : git rm --cached "{file}"',
    },
  },
  'test-key-not-ignored': {
    en: {
      what: '"{file}" is not ignored by git: the test key in it goes into the next git add',
      next: 'add the file to .gitignore',
    },
    fr: {
      what: '« {file} » n’est pas ignoré par git : la clé de test partira au prochain git add',
      next: 'ajoutez-le à .gitignore',
    },
  },

  // The wire
  'frame-too-large': {
    en: {
      what: 'a message is larger than 64 KiB',
      next: 'update the extension and the configurator',
    },
    fr: {
      what: 'un message dépasse 64 Kio',
      next: 'mettez à jour l’extension et le configurateur',
    },
  },
  'frame-truncated': {
    en: { what: 'a message was cut off', next: 'try again' },
    fr: { what: 'un message a été coupé', next: 'réessayez' },
  },
  'frame-malformed': {
    en: {
      what: 'a message is not one JSON object in UTF-8',
      next: 'try again',
    },
    fr: {
      what: 'un message n’est pas un objet JSON en UTF-8',
      next: 'réessayez',
    },
  },
  'message-invalid': {
    en: {
      what: 'a message does not have the form of its type',
      next: 'update the extension and the configurator',
    },
    fr: {
      what: 'un message n’a pas la forme prévue',
      next: 'mettez à jour l’extension et le configurateur',
    },
  },
  'message-type-unknown': {
    en: {
      what: 'a message of a type that is not known',
      next: 'update the configurator',
    },
    fr: {
      what: 'un message d’un type inconnu',
      next: 'mettez à jour le configurateur',
    },
  },
  'version-unsupported': {
    en: {
      what: 'the extension and the configurator speak different versions',
      next: 'update the older one',
    },
    fr: {
      what: 'l’extension et le configurateur n’ont pas la même version',
      next: 'mettez à jour le plus ancien',
    },
  },
  'caller-unknown': {
    en: {
      what: 'the program that started the host is not the extension',
      next: 'run: cle connect',
    },
    fr: {
      what: 'le programme qui appelle n’est pas l’extension',
      next: 'relancez : cle connect',
    },
  },
  'sealed-unreadable': {
    en: {
      what: 'the sealed key cannot be opened on this machine',
      next: 'capture or seal it again for this machine',
    },
    fr: {
      what: 'la clé scellée ne s’ouvre pas sur cette machine',
      next: 'scellez-la à nouveau pour elle',
    },
  },
  'reply-too-large': {
    en: {
      what: 'the answer is larger than 1 MiB',
      next: 'install the key in a terminal: cle apply',
    },
    fr: {
      what: 'la réponse dépasse 1 Mio',
      next: 'installez la clé dans un terminal : cle apply',
    },
  },
  'sealed-expired': {
    en: {
      what: 'the sealed key is past its last day',
      next: 'seal it again, or create a new key',
    },
    fr: {
      what: 'la clé scellée a expiré',
      next: 'scellez-la à nouveau, ou créez une autre clé',
    },
  },
  'plan-stale': {
    en: {
      what: 'the plan is no longer what was shown',
      next: 'look at the new plan and confirm it',
    },
    fr: {
      what: 'le plan n’est plus celui affiché',
      next: 'relisez le nouveau plan et confirmez',
    },
  },
  'host-missing': {
    en: {
      what: 'the browser does not find the configurator',
      next: 'run: cle connect',
    },
    fr: {
      what: 'le navigateur ne trouve pas le configurateur',
      next: 'installez-le (cle connect) ; la clé reste gardée ici, chiffrée',
    },
  },
  'host-silent': {
    en: {
      what: 'the configurator did not answer in time',
      next: 'try again, or run: cle doctor; the key is still kept here, encrypted',
    },
    fr: {
      what: 'le configurateur n’a pas répondu à temps',
      next: 'réessayez, ou lancez cle doctor ; la clé reste gardée ici, chiffrée',
    },
  },
  'host-stopped': {
    en: {
      what: 'the configurator stopped before it answered',
      next: 'run: cle doctor; the key is still kept here, encrypted',
    },
    fr: {
      what: 'le configurateur s’est arrêté avant de répondre',
      next: 'lancez cle doctor ; la clé reste gardée ici, chiffrée',
    },
  },
  'host-unreadable': {
    en: {
      what: 'the answer of the configurator cannot be understood',
      next: 'run: cle doctor, or update the extension and the configurator; the key is still kept here, encrypted',
    },
    fr: {
      what: 'la réponse du configurateur est incompréhensible',
      next: 'lancez cle doctor, ou mettez à jour l’extension et le configurateur ; la clé reste gardée ici, chiffrée',
    },
  },
  'host-changed': {
    en: {
      what: 'another configurator answers than the one this browser met first',
      next: 'nothing was sent; if you did not reinstall it, ask who did',
    },
    fr: {
      what: 'ce n’est plus le configurateur que ce navigateur a rencontré la première fois',
      next: 'rien n’a été envoyé ; si vous ne l’avez pas réinstallé, demandez qui l’a fait',
    },
  },
  'receipt-mismatch': {
    en: {
      what: 'the receipt does not prove that this key is in these files',
      next: 'run: cle status; the key is still kept here, encrypted',
    },
    fr: {
      what: 'le reçu ne prouve pas que cette clé est dans ces fichiers',
      next: 'lancez cle status ; la clé reste gardée ici, chiffrée',
    },
  },

  // The extension
  'capture-unknown': {
    en: {
      what: 'this key does not wait here any more',
      next: 'it was installed or forgotten in another window',
    },
    fr: {
      what: 'cette clé n’attend plus ici',
      next: 'elle a été installée ou oubliée dans une autre fenêtre',
    },
  },
  'seal-failed': {
    en: {
      what: 'the key could not be sealed and stored',
      next: 'copy it by hand before you close the pop-up',
    },
    fr: {
      what: 'la clé n’a pas pu être chiffrée et gardée',
      next: 'copiez-la à la main avant de fermer la fenêtre',
    },
  },
  'host-not-allowed': {
    en: {
      what: 'the browser may not talk to the configurator yet',
      next: 'press “Connect” and allow it; until then the key is kept here, encrypted',
    },
    fr: {
      what: 'le navigateur n’a pas encore le droit de parler au configurateur',
      next: 'appuyez sur « Connecter » et acceptez ; d’ici là, la clé reste gardée ici, chiffrée',
    },
  },
  'console-address': {
    en: {
      what: 'this is not the https address of one host',
      next: 'copy it from the address bar of the console, such as https://payments.example.com',
    },
    fr: {
      what: 'ce n’est pas l’adresse https d’un seul site',
      next: 'copiez-la depuis la barre d’adresse de la console, par exemple https://paiement.exemple.fr',
    },
  },
  'console-known': {
    en: {
      what: '"{host}" is known already',
      next: 'create a key there, or remove it first to change its environment',
    },
    fr: {
      what: '« {host} » est déjà connu',
      next: 'créez-y une clé, ou retirez-le d’abord pour changer son environnement',
    },
  },
  'console-not-allowed': {
    en: {
      what: 'the browser was not allowed to watch "{host}"',
      next: 'add it again and allow it',
    },
    fr: {
      what: 'le navigateur n’a pas reçu le droit de veiller sur « {host} »',
      next: 'ajoutez-le à nouveau et acceptez',
    },
  },

  // This machine's identity
  'identity-exposed': {
    en: {
      what: '"{file}" guards this machine’s identity, and others may open it',
      next: 'run: chmod {mode} "{file}"',
    },
    fr: {
      what: '« {file} » protège l’identité de cette machine, et d’autres peuvent l’ouvrir',
      next: 'lancez : chmod {mode} "{file}"',
    },
  },
  'identity-foreign': {
    en: {
      what: '"{file}" belongs to another user of this machine',
      next: 'run as that user, or name a folder of your own in CLE_HOME',
    },
    fr: {
      what: '« {file} » appartient à un autre compte de cette machine',
      next: 'utilisez ce compte, ou donnez un dossier à vous dans CLE_HOME',
    },
  },
  'identity-in-git': {
    en: {
      what: '"{folder}" would keep this machine’s identity inside the git repository "{repository}"',
      next: 'name a folder outside it in CLE_HOME',
    },
    fr: {
      what: '« {folder} » mettrait l’identité de cette machine dans le dépôt git « {repository} »',
      next: 'donnez un dossier hors du dépôt dans CLE_HOME',
    },
  },
  'identity-unreadable': {
    en: {
      what: '"{file}" is not an age identity',
      next: 'put its copy back, or move it away so that a new one is made',
    },
    fr: {
      what: '« {file} » n’est pas une identité age',
      next: 'remettez sa copie, ou déplacez-le pour qu’une autre soit créée',
    },
  },

  // Browsers, and what `cle doctor` finds
  ...installationMessages,

  // Keys sealed between two people
  'sealed-malformed': {
    en: {
      what: 'what is inside the sealed key is not one key that was sealed by this program',
      next: 'ask for it to be sealed again with cle seal, or by the extension',
    },
    fr: {
      what: 'le contenu du fichier scellé n’est pas une clé scellée par ce programme',
      next: 'demandez qu’elle soit scellée à nouveau avec cle seal ou l’extension',
    },
  },
  'sealed-too-long': {
    en: {
      what: 'the sealed key is not open for a time of up to {most} days from when it was sealed',
      next: 'have it sealed again, for fewer days',
    },
    fr: {
      what: 'la clé scellée ne s’ouvre pas pendant {most} jours au plus depuis qu’elle a été scellée',
      next: 'faites-la sceller à nouveau, pour moins de jours',
    },
  },
  'sealed-from-future': {
    en: {
      what: 'by the clock of this machine, the sealed key was sealed more than a day from now',
      next: 'set the clock that is wrong, here or where it was sealed, and have it sealed again',
    },
    fr: {
      what: 'selon l’horloge de cette machine, la clé scellée a été scellée dans plus d’un jour',
      next: 'réglez l’horloge qui se trompe, ici ou là où elle a été scellée, et faites-la sceller à nouveau',
    },
  },
  'sealed-too-slow': {
    en: {
      what: 'one try of the passphrase takes too much work (scrypt 2^{factor}; at most 2^{most})',
      next: 'have it sealed again with the work that age asks for by itself',
    },
    fr: {
      what: 'un seul essai du mot de passe demande trop de calcul (scrypt 2^{factor} ; au plus 2^{most})',
      next: 'faites sceller à nouveau, avec le calcul que demande age par défaut',
    },
  },
  'sealed-newer': {
    en: {
      what: 'the key was sealed by a newer version of this program',
      next: 'update cle-en-main, then run it again',
    },
    fr: {
      what: 'la clé a été scellée par une version plus récente de ce programme',
      next: 'mettez cle-en-main à jour, puis relancez',
    },
  },
  'sealed-not-age': {
    en: {
      what: 'this is not a sealed key: it does not begin as an age file does',
      next: 'ask for the whole file, as it was downloaded',
    },
    fr: {
      what: 'ce n’est pas une clé scellée : le début n’est pas celui d’un fichier age',
      next: 'demandez le fichier entier, tel qu’il a été téléchargé',
    },
  },
  'sealed-damaged': {
    en: {
      what: 'the sealed key was changed or cut off on its way',
      next: 'ask for the file again; nothing of this one was used',
    },
    fr: {
      what: 'la clé scellée a été modifiée ou tronquée en chemin',
      next: 'demandez le fichier à nouveau ; rien de celui-ci n’a servi',
    },
  },
  'sealed-several': {
    en: {
      what: 'more than one sealed key was given at once',
      next: 'give one at a time',
    },
    fr: {
      what: 'plusieurs clés scellées ont été données à la fois',
      next: 'donnez-en une seule à la fois',
    },
  },
  'sealed-other-recipient': {
    en: {
      what: 'the key is sealed to another machine, or was changed on its way',
      next: 'send the sender what cle recipient prints here, and have it sealed to that',
    },
    fr: {
      what: 'la clé est scellée pour une autre machine, ou a été modifiée en chemin',
      next: 'envoyez à l’expéditeur ce qu’affiche cle recipient ici, pour qu’il la scelle à nouveau',
    },
  },
  'sealed-wrong-passphrase': {
    en: {
      what: 'the passphrase does not open this sealed key',
      next: 'type it again, or ask whoever sealed it',
    },
    fr: {
      what: 'le mot de passe n’ouvre pas cette clé scellée',
      next: 'saisissez-le à nouveau, ou demandez à qui l’a scellée',
    },
  },
  'sealed-passphrase-needed': {
    en: {
      what: 'the key is sealed to a passphrase, and there is nobody here to ask',
      next: 'run it in a terminal with the file’s name, or have it sealed to a recipient',
    },
    fr: {
      what: 'la clé est scellée par un mot de passe, et il n’y a personne ici à qui le demander',
      next: 'relancez dans un terminal avec le nom du fichier, ou faites-la sceller pour un destinataire',
    },
  },
  'sealed-replayed': {
    en: {
      what: 'this sealed key was installed in this project before',
      next: 'nothing is left to do; to install it once more, run cle undo first, or have it sealed again',
    },
    fr: {
      what: 'cette clé scellée a déjà été installée dans ce projet',
      next: 'il n’y a plus rien à faire ; pour la remettre, lancez d’abord cle undo, ou faites-la sceller à nouveau',
    },
  },
  'sealed-code-missing': {
    en: {
      what: 'a sealed key does not say who sealed it, so its confirmation code is needed',
      next: 'ask the sender for the code, by voice, and add: --code "482 019 773 650 118 904"',
    },
    fr: {
      what: 'une clé scellée ne dit pas qui l’a scellée : il faut son code de confirmation',
      next: 'demandez le code à l’expéditeur, de vive voix, et ajoutez : --code "482 019 773 650 118 904"',
    },
  },
  'sealed-code-mismatch': {
    en: {
      what: 'the confirmation code is not that of this sealed key',
      next: 'do not install it: ask the sender, by voice, what they sent',
    },
    fr: {
      what: 'le code de confirmation n’est pas celui de cette clé scellée',
      next: 'ne l’installez pas : demandez à l’expéditeur, de vive voix, ce qu’il a envoyé',
    },
  },
  'recipient-malformed': {
    en: {
      what: 'what was given is not a recipient',
      next: 'copy the whole line that cle recipient prints: it begins with cle1: or age1',
    },
    fr: {
      what: 'ce qui a été donné n’est pas un destinataire',
      next: 'copiez toute la ligne qu’affiche cle recipient : elle commence par cle1: ou age1',
    },
  },
  'recipient-unknown': {
    en: {
      what: 'one of the colleagues is not kept here any more',
      next: 'choose again, or add them and compare the code',
    },
    fr: {
      what: 'l’un des collègues n’est plus gardé ici',
      next: 'choisissez à nouveau, ou ajoutez-le et comparez le code',
    },
  },
  'recipient-name': {
    en: {
      what: 'the name of the recipient is empty, longer than {limit}, or holds a character that no name needs',
      next: 'use letters, digits, blanks and . , - _ @',
    },
    fr: {
      what: 'le nom du destinataire est vide, dépasse {limit} caractères ou en contient un qui n’y a pas sa place',
      next: 'utilisez lettres, chiffres, espaces et . , - _ @',
    },
  },
  'identity-locked': {
    en: {
      what: 'this machine’s identity asks for a passphrase, and there is nobody here to ask',
      next: 'run cle apply in a terminal, with a sealed file',
    },
    fr: {
      what: 'l’identité de cette machine demande un mot de passe, et il n’y a personne ici à qui le demander',
      next: 'lancez cle apply dans un terminal, avec un fichier scellé',
    },
  },
  'identity-wrong-passphrase': {
    en: {
      what: 'the passphrase does not open this machine’s identity',
      next: 'type it again',
    },
    fr: {
      what: 'le mot de passe n’ouvre pas l’identité de cette machine',
      next: 'saisissez-le à nouveau',
    },
  },
  'keychain-unavailable': {
    en: {
      what: 'this system has no keychain that this program can use, or it is locked',
      next: 'on Linux install secret-tool and unlock the keychain, or run: cle recipient --passphrase',
    },
    fr: {
      what: 'ce système n’a pas de trousseau que ce programme sache utiliser, ou il est verrouillé',
      next: 'sous Linux, installez secret-tool et déverrouillez le trousseau, ou lancez : cle recipient --passphrase',
    },
  },
  'keychain-silent': {
    en: {
      what: 'this system’s keychain does not give the passphrase of this machine’s identity',
      next: 'unlock the keychain, then run it again',
    },
    fr: {
      what: 'le trousseau du système ne donne pas le mot de passe de l’identité de cette machine',
      next: 'déverrouillez le trousseau, puis relancez',
    },
  },
  'identity-file-missing': {
    en: {
      what: '"{file}", which CLE_IDENTITY_FILE names, cannot be read ({reason})',
      next: 'correct CLE_IDENTITY_FILE',
    },
    fr: {
      what: '« {file} », que nomme CLE_IDENTITY_FILE, ne peut être lu ({reason})',
      next: 'corrigez CLE_IDENTITY_FILE',
    },
  },
  'identity-file-in-git': {
    en: {
      what: '"{file}", which CLE_IDENTITY_FILE names, lies inside the git repository "{repository}"',
      next: 'put it outside of it, so that it cannot be committed',
    },
    fr: {
      what: '« {file} », que nomme CLE_IDENTITY_FILE, est dans le dépôt git « {repository} »',
      next: 'placez-le ailleurs, pour qu’il ne puisse être versionné',
    },
  },
  'output-exists': {
    en: {
      what: '"{file}" is there already and is not overwritten',
      next: 'remove it, or name another with --output',
    },
    fr: {
      what: '« {file} » existe déjà et n’est pas écrasé',
      next: 'supprimez-le, ou nommez-en un autre avec --output',
    },
  },
  'output-failed': {
    en: {
      what: '"{file}" cannot be written ({reason})',
      next: 'name another place with --output',
    },
    fr: {
      what: '« {file} » ne peut être écrit ({reason})',
      next: 'nommez un autre endroit avec --output',
    },
  },

  // Following a key by another, and asking Payline
  'verify-refused': {
    en: {
      what: '"{host}" refuses the key',
      next: 'look in the console whether it is active and of this environment; if not, install another',
    },
    fr: {
      what: '« {host} » refuse la clé',
      next: 'regardez dans la console si elle est active et de cet environnement ; sinon, installez-en une autre',
    },
  },
  'verify-unreachable': {
    en: {
      what: '"{host}" cannot be reached ({reason}), so nothing is known of the key',
      next: 'look at the network, or name its proxy in HTTPS_PROXY, then try again',
    },
    fr: {
      what: '« {host} » est injoignable ({reason}) : on ne sait rien de la clé',
      next: 'vérifiez le réseau, ou nommez son proxy dans HTTPS_PROXY, puis réessayez',
    },
  },
  'verify-proxy': {
    en: {
      what: 'the proxy does not lead to Payline ({reason}), so nothing is known of the key',
      next: 'look at HTTPS_PROXY and NO_PROXY, or ask whoever runs the proxy to let the host through',
    },
    fr: {
      what: 'le proxy ne mène pas à Payline ({reason}) : on ne sait rien de la clé',
      next: 'vérifiez HTTPS_PROXY et NO_PROXY, ou faites autoriser ce nom par qui gère le proxy',
    },
  },
  'verify-tls': {
    en: {
      what: 'who answers for "{host}" cannot prove that it is Payline ({reason}), so the key was not sent',
      next: 'look at the clock; where a proxy opens TLS, name its authority in NODE_EXTRA_CA_CERTS',
    },
    fr: {
      what: 'qui répond pour « {host} » ne prouve pas être Payline ({reason}) : la clé n’a pas été envoyée',
      next: 'vérifiez l’horloge ; si un proxy ouvre TLS, nommez son autorité dans NODE_EXTRA_CA_CERTS',
    },
  },
  'verify-timeout': {
    en: {
      what: '"{host}" gave no whole answer within {seconds} s, so nothing is known of the key',
      next: 'try again later',
    },
    fr: {
      what: '« {host} » n’a pas répondu en {seconds} s : on ne sait rien de la clé',
      next: 'réessayez plus tard',
    },
  },
  'verify-server': {
    en: {
      what: '"{host}" answers with the HTTP status {status}, so nothing is known of the key',
      next: 'try again later; if it stays, ask Payline’s support',
    },
    fr: {
      what: '« {host} » répond par le statut HTTP {status} : on ne sait rien de la clé',
      next: 'réessayez plus tard ; si cela dure, demandez au support de Payline',
    },
  },
  'verify-answer': {
    en: {
      what: '"{host}" answers something else than asked, so nothing is known of the key',
      next: 'try again; if it stays, a proxy may answer in its place',
    },
    fr: {
      what: '« {host} » répond autre chose que demandé : on ne sait rien de la clé',
      next: 'réessayez ; si cela dure, un proxy répond peut-être à sa place',
    },
  },
  'verify-result': {
    en: {
      what: '"{host}" answers with the code {code}, so nothing is known of the key',
      next: 'look the code up in Payline’s documentation',
    },
    fr: {
      what: '« {host} » répond par le code {code} : on ne sait rien de la clé',
      next: 'cherchez ce code dans la documentation de Payline',
    },
  },
  'installed-key-none': {
    en: {
      what: 'no file of the project holds a key for {environment}',
      next: 'install one: cle apply',
    },
    fr: {
      what: 'aucun fichier du projet ne contient de clé pour {environment}',
      next: 'installez-en une : cle apply',
    },
  },
  'installed-merchant-none': {
    en: {
      what: 'no file says whose the key for {environment} is',
      next: 'add the line "merchant:" to {file}',
    },
    fr: {
      what: 'aucun fichier ne dit à qui est la clé pour {environment}',
      next: 'ajoutez la ligne « merchant: » à {file}',
    },
  },
  'rotation-same-key': {
    en: {
      what: 'this is the key that is installed already',
      next: 'create another in the console, and give that one',
    },
    fr: {
      what: 'c’est la clé déjà installée',
      next: 'créez-en une autre dans la console, et donnez celle-là',
    },
  },
  'rotation-none': {
    en: {
      what: 'the replacement of this key was not begun, or is finished',
      next: 'begin it again',
    },
    fr: {
      what: 'le remplacement de cette clé n’a pas été commencé, ou il est terminé',
      next: 'recommencez-le',
    },
  },

  internal: {
    en: {
      what: 'something went wrong that should not',
      next: 'report it: the steps, never the key',
    },
    fr: {
      what: 'une erreur imprévue est survenue',
      next: 'signalez-la : les étapes, jamais la clé',
    },
  },
} as const satisfies Record<string, Message>;

export type Code = keyof typeof messages;
export type Language = 'en' | 'fr';

export function isCode(word: unknown): word is Code {
  return typeof word === 'string' && Object.hasOwn(messages, word);
}

/** Says a message in words, its blanks filled from `params`. */
export function say(
  code: Code,
  params: Readonly<Record<string, string | number>>,
  language: Language,
): Sentence {
  const sentence: Sentence = messages[code][language];
  return { what: fill(sentence.what, params), next: fill(sentence.next, params) };
}

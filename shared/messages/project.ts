import type { Messages } from '../wording.ts';

/** The project file, and keys that do not fit it. */
export const projectMessages = {
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
  'project-file-character': {
    en: {
      what: '"{file}" line {line}: the text holds the character {character}, which changes what a screen shows',
      next: 'remove it; where it stands in a name, rename the file or the entry first',
    },
    fr: {
      what: '« {file} » ligne {line} : le texte contient le caractère {character}, qui change ce que montre un écran',
      next: 'retirez-le ; s’il est dans un nom, renommez d’abord le fichier ou l’entrée',
    },
  },
  'name-character': {
    en: {
      what: '"{file}": its name or that of an entry holds the character {character}, which changes what a screen shows',
      next: 'rename it, and run: cle init',
    },
    fr: {
      what: '« {file} » : son nom ou celui d’une entrée contient le caractère {character}, qui change ce que montre un écran',
      next: 'renommez-le, et lancez : cle init',
    },
  },
  'project-file-conflict': {
    en: {
      what: '"{file}" line {line}: "{word}" contradicts another target of the same file',
      next: 'set it only once',
    },
    fr: {
      what: '« {file} » ligne {line} : « {word} » contredit une autre cible du même fichier',
      next: 'ne le définissez qu’une fois',
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
  'project-silent': {
    en: {
      what: 'the folder "{dir}" did not respond within {seconds} seconds',
      next: 'connect the disk or the network it is on, then try again',
    },
    fr: {
      what: 'le dossier « {dir} » n’a pas répondu en {seconds} secondes',
      next: 'connectez le disque ou le réseau où il se trouve, puis réessayez',
    },
  },
  'project-environment-missing': {
    en: {
      what: '"{file}" names no target for {environment}',
      next: 'add one under environments: {environment}:',
    },
    fr: {
      what: '« {file} » ne cite aucune cible pour l’environnement {environment}',
      next: 'ajoutez-les sous environments: {environment}:',
    },
  },
  'environment-mismatch': {
    en: {
      what: 'the key is for {key}, not for {wanted}',
      next: 'take the key from the console of {wanted}',
    },
    fr: {
      what: 'la clé est pour l’environnement {key}, et non pour {wanted}',
      next: 'prenez une clé de l’environnement {wanted}',
    },
  },
  'merchant-mismatch': {
    en: {
      what: 'the key belongs to merchant {key}, but "{file}" line {line} wants {wanted}',
      next: 'choose the other merchant’s key, or change the line',
    },
    fr: {
      what: 'la clé appartient au commerçant {key}, mais le projet attend {wanted}',
      next: 'choisissez le projet de ce commerçant',
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
  'path-reserved': {
    en: {
      what: '"{file}" is a name that Windows takes for a device, a stream or another file, so a project cannot share it',
      next: 'rename the file: no ":", no dot or blank at the end of a name, none of CON, PRN, AUX, NUL, COM1, LPT1 and their like',
    },
    fr: {
      what: '« {file} » est un nom que Windows prend pour un périphérique, un flux ou un autre fichier : un projet ne peut le partager',
      next: 'renommez le fichier : sans « : », sans point ni espace à la fin d’un nom, ni CON, PRN, AUX, NUL, COM1, LPT1 et semblables',
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
      what: 'the key belongs to merchant {key}, but {named} was confirmed',
      next: 'compare both with the console, then take the right key or name its merchant',
    },
    fr: {
      what: 'la clé appartient au commerçant {key}, mais c’est {named} qui a été confirmé',
      next: 'comparez les deux avec la console, puis prenez la bonne clé ou nommez son commerçant',
    },
  },
  'project-file-large': {
    en: {
      what: '"{file}" is larger than {limit} KiB, which no project needs',
      next: 'check what is in it; if it is right, split it between several projects',
    },
    fr: {
      what: '« {file} » dépasse {limit} Kio, plus qu’il n’en faut à un projet',
      next: 'vérifiez son contenu ; s’il est juste, répartissez-le entre plusieurs projets',
    },
  },
  'project-file-entries': {
    en: {
      what: '"{file}" line {line}: there are more than {limit} entries, which no project needs',
      next: 'check what is in it; if it is right, split it between several projects',
    },
    fr: {
      what: '« {file} » ligne {line} : il y a plus de {limit} entrées, plus qu’il n’en faut à un projet',
      next: 'vérifiez son contenu ; s’il est juste, répartissez-le entre plusieurs projets',
    },
  },
  'project-file-deep': {
    en: {
      what: '"{file}" nests deeper than {limit} levels, which no project needs',
      next: 'check its brackets',
    },
    fr: {
      what: '« {file} » a plus de {limit} niveaux imbriqués, plus qu’il n’en faut à un projet',
      next: 'vérifiez ses crochets et ses accolades',
    },
  },
  'project-foreign': {
    en: {
      what: '"{file}" was found in a folder above, and another user owns it or may change it',
      next: 'look at it; if it is the one you mean, name its folder: --project DIR',
    },
    fr: {
      what: '« {file} » a été trouvé dans un dossier parent, et un autre utilisateur le possède ou peut le modifier',
      next: 'regardez-le ; si c’est bien celui-là, nommez son dossier : --project DIR',
    },
  },
} as const satisfies Messages;

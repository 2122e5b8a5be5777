import type { Messages } from '../wording.ts';

/** The file that the key is written to. */
export const fileMessages = {
  'file-missing': {
    en: {
      what: '"{file}" does not exist',
      next: 'create it (it may be empty), or correct cle.config.yaml',
    },
    fr: {
      what: '« {file} » n’existe pas',
      next: 'créez-le (il peut être vide), ou corrigez cle.config.yaml',
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
      next: 'give your user read access to it',
    },
    fr: {
      what: '« {file} » ne peut être lu ({reason})',
      next: 'donnez à votre compte le droit de le lire',
    },
  },
  'file-read-only': {
    en: {
      what: '"{file}" is read-only for you',
      next: 'give your user write access to it: chmod u+w',
    },
    fr: {
      what: '« {file} » est en lecture seule',
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
  'file-attributes': {
    en: {
      what: '"{file}" or its folder has access rules (ACL) or extended attributes, which a new file would lose',
      next: 'look at them with getfacl and getfattr, and remove them (setfacl -b, setfattr -x), or set the value by hand',
    },
    fr: {
      what: '« {file} » ou son dossier a des droits (ACL) ou attributs étendus, qu’un nouveau fichier perdrait',
      next: 'voyez-les avec getfacl et getfattr, puis retirez-les (setfacl -b, setfattr -x), ou mettez la valeur à la main',
    },
  },
  'file-access-rules': {
    en: {
      what: '"{file}" has access rules of its own, which a new file in its place would lose',
      next: 'look at them with icacls; where the folder’s rules are enough run icacls with /reset on the file, or set the value by hand',
    },
    fr: {
      what: '« {file} » a des droits d’accès propres, qu’un nouveau fichier à sa place perdrait',
      next: 'voyez-les avec icacls ; si ceux du dossier suffisent, lancez icacls avec /reset sur le fichier, ou mettez la valeur à la main',
    },
  },
  'file-in-use': {
    en: {
      what: '"{file}" could not be opened or replaced for two seconds ({reason}): most likely it is open in another program',
      next: 'close it there, or wait for the scan or backup that uses it, then run the same again',
    },
    fr: {
      what: '« {file} » n’a pu être ouvert ou remplacé pendant deux secondes ({reason}) : il est sans doute ouvert dans un autre programme',
      next: 'fermez-le, ou attendez la fin de l’analyse ou de la sauvegarde qui l’utilise, puis recommencez',
    },
  },
  'file-mounted': {
    en: {
      what: '"{file}" is itself a mount point, as in a container, so it cannot be replaced',
      next: 'run cle outside the container, or mount the folder instead of the file',
    },
    fr: {
      what: '« {file} » est lui-même un point de montage, comme dans un conteneur : il ne peut être remplacé',
      next: 'lancez cle hors du conteneur, ou montez le dossier plutôt que le fichier',
    },
  },
  'folder-read-only': {
    en: {
      what: 'the folder of "{file}" is read-only for you, so the file cannot be replaced safely',
      next: 'give your user write access to the folder',
    },
    fr: {
      what: 'le dossier de « {file} » est en lecture seule',
      next: 'donnez à votre compte le droit d’y écrire',
    },
  },
  'format-unknown': {
    en: {
      what: '"{file}": its name does not tell its format',
      next: 'add format: with one of {known}',
    },
    fr: {
      what: '« {file} » : son nom n’indique pas son format',
      next: 'ajoutez format: avec un de {known}',
    },
  },
  'target-encrypted': {
    en: {
      what: '"{file}" is encrypted with {tool}, and a key written here would be in clear',
      next: 'let {tool} write the key: {command}',
    },
    fr: {
      what: '« {file} » est chiffré avec {tool}, et la clé y serait écrite en clair',
      next: 'laissez {tool} y écrire la clé : {command}',
    },
  },
  'file-foreign': {
    en: {
      what: '"{file}" belongs to another user (uid {owner}), and only that user can replace it',
      next: 'run cle as that user, or make the file yours: chown',
    },
    fr: {
      what: '« {file} » appartient à un autre utilisateur (uid {owner}), qui seul peut le remplacer',
      next: 'lancez cle sous ce compte, ou donnez-vous le fichier : chown',
    },
  },
  'file-group': {
    en: {
      what: '"{file}" belongs to a group (gid {group}) that you are not a member of, so a new file could not have that group',
      next: 'become a member of the group, or give the file one of yours: chgrp',
    },
    fr: {
      what: '« {file} » appartient à un groupe (gid {group}) dont vous n’êtes pas membre : un nouveau fichier ne pourrait lui appartenir',
      next: 'devenez membre du groupe, ou donnez au fichier un des vôtres : chgrp',
    },
  },
  'file-system-read-only': {
    en: {
      what: '"{file}" is on a read-only file system',
      next: 'mount it for writing, or apply the key where the file is produced',
    },
    fr: {
      what: '« {file} » est sur un système de fichiers en lecture seule',
      next: 'montez-le en écriture, ou installez la clé là où le fichier est produit',
    },
  },
  'file-system-full': {
    en: {
      what: 'the file system of "{file}" is full: there is no space for the new file beside the old one',
      next: 'free some space, then run the same command again',
    },
    fr: {
      what: 'le système de fichiers de « {file} » est plein : il n’y a pas de place pour le nouveau fichier',
      next: 'libérez de la place, puis relancez la même commande',
    },
  },
  'file-not-plain': {
    en: {
      what: '"{file}" line {line}: shell code other than a plain assignment, so its effect cannot be predicted',
      next: 'move the plain assignments to a file of their own that this one sources, and name that file',
    },
    fr: {
      what: '« {file} » ligne {line} : du code shell, et non une simple affectation ; son effet ne peut être prévu',
      next: 'mettez les affectations simples dans un fichier à part que celui-ci charge, et nommez ce fichier',
    },
  },
  'file-loads-another': {
    en: {
      what: '"{file}" line {line}: another file is loaded here, and it may set {address} again',
      next: 'move this line above {address}, or name the file that it loads',
    },
    fr: {
      what: '« {file} » ligne {line} : un autre fichier est chargé ici et peut redéfinir {address}',
      next: 'placez cette ligne au-dessus de {address}, ou nommez le fichier qu’elle charge',
    },
  },
  'file-other-format': {
    en: {
      what: '"{file}" line {line}: this line is not {format}, so adding one might break the file',
      next: 'correct format: in cle.config.yaml, or add the entry yourself with an empty value',
    },
    fr: {
      what: '« {file} » ligne {line} : cette ligne n’est pas du {format} : en ajouter une pourrait casser le fichier',
      next: 'corrigez format: dans cle.config.yaml, ou faites ajouter l’entrée avec une valeur vide',
    },
  },
  'format-none': {
    en: {
      what: '"{file}": this program knows no format for it',
      next: 'make the product read the key from a .env, and name that file; or use a command: target',
    },
    fr: {
      what: '« {file} » : ce programme n’a pas de format pour ce fichier',
      next: 'faites lire la clé dans un .env et nommez ce fichier, ou utilisez une cible command:',
    },
  },
  'format-of-code': {
    en: {
      what: '"{file}" is {format}, which this program does not change',
      next: 'read the key there from an environment variable, and name the .env that sets it; or use a command: target',
    },
    fr: {
      what: '« {file} » est du {format}, que ce programme ne modifie pas',
      next: 'faites-y lire une variable d’environnement et nommez le .env qui la définit, ou utilisez une cible command:',
    },
  },
  'format-of-server': {
    en: {
      what: '"{file}" is the configuration of {format}, which this program does not change',
      next: 'name the application’s own file, such as its .env, in its place; or use a command: target that writes the file and reloads the server',
    },
    fr: {
      what: '« {file} » est la configuration de {format}, que ce programme ne modifie pas',
      next: 'nommez à la place le fichier de l’application, comme son .env, ou utilisez une cible command: qui l’écrit et recharge le serveur',
    },
  },
  'format-of-unit': {
    en: {
      what: '"{file}" is a {format} unit, which any user of the machine can read: it is not changed',
      next: 'add a line EnvironmentFile= to the unit, and name the file it loads, with format: env',
    },
    fr: {
      what: '« {file} » est une unité {format}, lisible par tout utilisateur de la machine : elle n’est pas modifiée',
      next: 'ajoutez à l’unité une ligne EnvironmentFile= et nommez le fichier qu’elle charge, avec format: env',
    },
  },
  'format-of-terraform': {
    en: {
      what: '"{file}" is {format}, which this program does not change',
      next: 'declare a variable there, put its value in a file that ends in .auto.tfvars, which Terraform loads by itself, and name that file',
    },
    fr: {
      what: '« {file} » est du {format}, que ce programme ne modifie pas',
      next: 'déclarez-y une variable, mettez sa valeur dans un fichier en .auto.tfvars, que Terraform charge de lui-même, et nommez ce fichier',
    },
  },
  'format-of-image': {
    en: {
      what: '"{file}" is a {format}, and anyone who has the image could read a key written there',
      next: 'pass the key when the container starts, with --env-file or env_file:, and name that file',
    },
    fr: {
      what: '« {file} » est un {format} : quiconque a l’image pourrait y lire la clé',
      next: 'transmettez la clé au démarrage du conteneur, par --env-file ou env_file:, et nommez ce fichier',
    },
  },
} as const satisfies Messages;

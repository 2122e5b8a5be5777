import type { Environment } from '../../shared/environment.ts';
import type { Language } from '../../shared/wording.ts';

const en = {
  product: 'Clé en main',
  where: 'Where does this key go?',
  nothingWaits: 'No key waits.',
  gone: 'This key does not wait here any more.',
  goneMore: 'It was installed or forgotten in another window.',
  nothingWaitsMore: 'Create a key in Payline’s Centre Administration: it is kept here at once, encrypted.',
  key: 'Key',
  reference: 'Reference',
  noReference: 'none',
  merchant: 'Merchant',
  askedHeading: 'A key to confirm',
  askedTitle: 'This page shows a key. Keep it?',
  askedMore:
    'The console shows no Authorization that would prove it: compare the merchant and the end of the key with the page. Without an answer it is deleted after a day.',
  askedYes: 'Keep it',
  askedNo: 'Delete it',
  environment: 'Environment',
  environments: { homologation: 'Test (homologation)', production: 'Production' } as Record<
    Environment,
    string
  >,
  keptAway: (date: string) =>
    `Waiting since ${date}, encrypted for your configurator only: a copy of this browser profile does not open it. It stays until you install it or forget it.`,
  onlyConfigurator: 'Only your configurator can open this key',
  onlyConfiguratorMore:
    'As chosen in the settings, this window can neither copy it nor encrypt it for a colleague. Install it in a project.',
  kept: (date: string) =>
    `Encrypted in this browser since ${date}. It stays until you install it or forget it. Other pages and extensions cannot read it; whoever copies this browser profile can open it.`,
  since: (date: string) => `Waits since ${date}`,
  createdAt: (date: string, place?: string) => `created on ${date}${place ? `, ${place}` : ''}`,
  keyName: 'Name',
  keyNameMore: 'Only for you, for example the shop that it is for. Never the key itself.',
  nameKey: 'Give it a name…',
  renameKey: 'Change its name…',
  saveName: 'Save the name',
  waitingKeys: 'Keys that wait',
  project: 'Project',
  lookingForProjects: 'Looking for the projects on this computer…',
  noProjects: 'No project is registered on this computer.',
  noProjectsMore: 'A developer registers one by running “cle init” in its folder.',
  otherEnvironment: (environment: string) => `has no place for a key of this environment: ${environment}`,
  otherMerchant: (merchant: string) => `belongs to merchant ${merchant}`,
  showChanges: 'Show the changes',
  preparing: 'Preparing the changes…',
  changes: 'What will change',
  changesHidden: 'Secrets are masked here. Every other byte of the files stays as it is.',
  changed: 'will be changed',
  unchanged: 'already contains this key',
  run: 'will be run, with the key on its standard input',
  removed: 'removed',
  added: 'added',
  line: 'line',
  hasEnded: (day: string) => `The console says that this key ended on ${day}: Payline refuses it.`,
  endedYes: 'Install it all the same',
  merchantChanges: (from: string, to: string) =>
    `This puts the key of merchant ${to} where keys of merchant ${from} are used.`,
  merchantYes: (to: string) => `Yes: these files are for merchant ${to} from now on`,
  install: 'Install',
  installIn: (environment: Environment, project: string) =>
    `Install in ${environment === 'production' ? 'production' : 'test'} in ${project}`,
  installing: 'Installing…',
  inPlace: 'The key is in place.',
  inPlaceMore: 'Each file was read back after writing, by its own rules.',
  written: 'written',
  ran: 'took the key and succeeded',
  alreadyThere: 'was already there',
  mayHaveIt: 'may have the key',
  leftOut: 'does not have the key',
  notEverywhere: 'The files have the key; it is not certain that everything else does.',
  notEverywhereMore: 'The key stays here, encrypted, so that it can be installed again.',
  undo: 'Undo the installation…',
  undoQuestion: 'Put the files back as they were?',
  undoMore:
    'Every byte that the installation changed is put back, and each file is read back. The key waits here again, encrypted.',
  undoNotExternal: 'What a program or a server was given stays there.',
  undoConfirm: 'Put them back',
  leaveInPlace: 'Leave the key in place',
  undoing: 'Putting the files back…',
  undone: 'The files are as they were.',
  undoneMore: 'The key waits here again, encrypted: install it elsewhere, or later.',
  installElsewhere: 'Choose where to install it',
  next: 'Next key',
  close: 'Close',
  later: 'Later',
  laterMore: 'The key stays here, encrypted.',
  forget: 'Forget this key…',
  forgetQuestion: 'Forget this key for good?',
  forgetMore: (masked: string) =>
    `The key ${masked} is deleted from this computer. The console will not show it again: you would have to create another.`,
  forgetConfirm: 'Forget the key',
  keepIt: 'Keep it',
  retry: 'Try again',
  warnings: 'Before you go on',
  openDestination: 'Choose where to install',
  settings: 'Settings',
  connected: 'The configurator is connected.',
  notConnected: 'The configurator is not connected.',
  lookingForHost: 'Looking for the configurator…',
  connect: 'Connect',
  connectWhy:
    'The configurator is the program on this computer that writes your files. The browser asks once whether it may talk to it.',
  developerCorrects: 'Your developer has to correct something in the project first.',
  developerCorrectsMore: 'The key stays here, encrypted. Send them what they need to know, then try again.',
  whatTheyRead: 'What they will read',
  copyForDeveloper: 'Copy for my developer',
  toCorrect: (what: string, next: string) =>
    `Hello,

Clé en main cannot install a Payline key in our project. It says:

${what}
${next}

The key waits, encrypted, in my browser. Tell me when I can try again.`,
  help: 'Help, privacy, report a problem',
  notYetInstalled: 'If nobody has installed it on this computer yet, your developer does so once:',
  hostMissingHow:
    'The configurator is the program that writes the key into your files. Your developer installs it once on this computer. Where it was installed already, “cle doctor” tells them what is wrong. Until then your keys stay here, encrypted.',
  copyRequest: 'Copy the request for my developer',
  requestCopied: 'Copied: paste it into a message to your developer.',
  requestNotCopied: 'Nothing was copied: the browser did not allow it. Select the text below instead.',
  request: `Hello,

I have created a Payline key. It waits, encrypted, in my browser, in the extension Clé en main. Could you connect it to our shop on my computer?

1. Install the configurator (its README says how), then run: cle connect
2. In the folder of the shop, run: cle init

If the shop is on another computer, send me the line that this command prints there, and tell me its control code by telephone: cle recipient

Thank you!`,
  hostChangedMore:
    'If you, or your developer, have installed it again, run “cle recipient” in a terminal and compare the 18 digits. If nobody has, they differ: ask before you go on.',
  pairing: 'Control code to compare',
  pairingMore:
    'The browser and the configurator meet for the first time: “cle connect” has shown the same 18 digits in a terminal, and “cle recipient” shows them again. If you go on without comparing, nobody has checked that the program which gets the key is yours.',
  controlCode: 'Control code',
  codesSame: 'They are the same',
  codesDiffer: 'They differ',
  byHand: 'Copy the key by hand',
  byHandMore: 'Take the key yourself to where it is needed. It stays here, encrypted, until you forget it.',
  copyField: {
    accessKey: 'Copy the key',
    merchantId: 'Copy the merchant ID',
    authorization: 'Copy the Authorization',
    credentials: 'Copy the Authorization without “Basic”',
    reference: 'Copy the reference',
  },
  copied: (seconds: number) =>
    `Copied. Paste it now: the clipboard is emptied in ${seconds} seconds, or when you close this window.`,
  cleared: 'The clipboard is empty again.',
  notCopied: 'Nothing was copied: the browser did not allow it.',
  clipboardManagers:
    'A clipboard manager or a history shared between devices may keep what is copied: switch it off first, or delete the entry after.',
  waits: (count: number) => (count === 1 ? '1 key waits' : `${count} keys wait`),
};

export type Words = typeof en;

const fr: Words = {
  product: 'Clé en main',
  where: 'Où va cette clé ?',
  nothingWaits: 'Aucune clé n’attend.',
  gone: 'Cette clé n’attend plus ici.',
  goneMore: 'Elle a été installée ou oubliée dans une autre fenêtre.',
  nothingWaitsMore:
    'Créez une clé dans le Centre Administration de Payline : elle sera gardée ici aussitôt, chiffrée.',
  key: 'Clé',
  reference: 'Référence',
  noReference: 'aucune',
  merchant: 'Commerçant',
  askedHeading: 'Une clé à confirmer',
  askedTitle: 'Cette page montre une clé. La garder ?',
  askedMore:
    'La console ne montre pas d’Authorization qui la prouverait : comparez le commerçant et la fin de la clé avec la page. Sans réponse, elle est effacée après un jour.',
  askedYes: 'La garder',
  askedNo: 'L’effacer',
  environment: 'Environnement',
  environments: { homologation: 'Test (homologation)', production: 'Production' },
  keptAway: (date) =>
    `En attente depuis le ${date}, chiffrée pour votre configurateur seulement : une copie de ce profil du navigateur ne l’ouvre pas. Elle reste jusqu’à ce que vous l’installiez ou l’oubliiez.`,
  onlyConfigurator: 'Seul votre configurateur peut ouvrir cette clé',
  onlyConfiguratorMore:
    'Selon le choix fait dans les réglages, cette fenêtre ne peut ni la copier ni la chiffrer pour un collègue. Installez-la dans un projet.',
  kept: (date) =>
    `Chiffrée dans ce navigateur depuis le ${date}. Elle y reste jusqu’à ce que vous l’installiez ou l’oubliiez. Les autres pages et extensions ne peuvent pas la lire ; qui copie ce profil du navigateur peut l’ouvrir.`,
  since: (date) => `En attente depuis le ${date}`,
  createdAt: (date, place) => `créée le ${date}${place ? `, ${place}` : ''}`,
  keyName: 'Nom',
  keyNameMore:
    'Pour vous seul, par exemple la boutique à laquelle elle est destinée. Jamais la clé elle-même.',
  nameKey: 'Lui donner un nom…',
  renameKey: 'Changer son nom…',
  saveName: 'Enregistrer le nom',
  waitingKeys: 'Clés en attente',
  project: 'Projet',
  lookingForProjects: 'Recherche des projets de cet ordinateur…',
  noProjects: 'Aucun projet n’est enregistré sur cet ordinateur.',
  noProjectsMore: 'Un développeur l’enregistre en lançant « cle init » dans son dossier.',
  otherEnvironment: (environment) => `n’a pas de place pour une clé de cet environnement : ${environment}`,
  otherMerchant: (merchant) => `appartient au commerçant ${merchant}`,
  showChanges: 'Afficher les changements',
  preparing: 'Préparation des changements…',
  changes: 'Ce qui va changer',
  changesHidden: 'Les secrets sont masqués ici. Tout autre octet des fichiers reste tel quel.',
  changed: 'sera modifié',
  unchanged: 'contient déjà cette clé',
  run: 'sera lancé, avec la clé sur son entrée standard',
  removed: 'retiré',
  added: 'ajouté',
  line: 'ligne',
  hasEnded: (day) => `D’après la console, cette clé a pris fin le ${day} : Payline la refuse.`,
  endedYes: 'L’installer quand même',
  merchantChanges: (from, to) =>
    `La clé du commerçant ${to} prendrait la place de clés du commerçant ${from}.`,
  merchantYes: (to) => `Oui : ces fichiers sont désormais ceux du commerçant ${to}`,
  install: 'Installer',
  installIn: (environment, project) =>
    `Installer en ${environment === 'production' ? 'production' : 'test'} dans ${project}`,
  installing: 'Installation…',
  inPlace: 'La clé est en place.',
  inPlaceMore: 'Chaque fichier a été relu après écriture, selon ses propres règles.',
  written: 'écrit',
  ran: 'a pris la clé et s’est bien terminé',
  alreadyThere: 'y était déjà',
  mayHaveIt: 'a peut-être la clé',
  leftOut: 'n’a pas la clé',
  notEverywhere: 'Les fichiers ont la clé ; ce n’est pas certain pour le reste.',
  notEverywhereMore: 'La clé reste ici, chiffrée, pour être installée à nouveau.',
  undo: 'Annuler l’installation…',
  undoQuestion: 'Remettre les fichiers comme ils étaient ?',
  undoMore:
    'Chaque octet que l’installation a changé est remis, et chaque fichier est relu. La clé attendra de nouveau ici, chiffrée.',
  undoNotExternal: 'Ce qu’un programme ou un serveur a reçu y reste.',
  undoConfirm: 'Les remettre',
  leaveInPlace: 'Laisser la clé en place',
  undoing: 'Remise en place des fichiers…',
  undone: 'Les fichiers sont comme ils étaient.',
  undoneMore: 'La clé attend de nouveau ici, chiffrée : installez-la ailleurs, ou plus tard.',
  installElsewhere: 'Choisir où l’installer',
  next: 'Clé suivante',
  close: 'Fermer',
  later: 'Plus tard',
  laterMore: 'La clé reste ici, chiffrée.',
  forget: 'Oublier cette clé…',
  forgetQuestion: 'Oublier cette clé pour de bon ?',
  forgetMore: (masked) =>
    `La clé ${masked} sera effacée de cet ordinateur. La console ne la montrera plus : il faudrait en créer une autre.`,
  forgetConfirm: 'Oublier la clé',
  keepIt: 'La garder',
  retry: 'Réessayer',
  warnings: 'Avant de continuer',
  openDestination: 'Choisir où installer',
  settings: 'Réglages',
  connected: 'Le configurateur est connecté.',
  notConnected: 'Le configurateur n’est pas connecté.',
  lookingForHost: 'Recherche du configurateur…',
  connect: 'Connecter',
  connectWhy:
    'Le configurateur est le programme de cet ordinateur qui écrit vos fichiers. Le navigateur demande une fois s’il peut lui parler.',
  developerCorrects: 'Votre développeur doit d’abord corriger quelque chose dans le projet.',
  developerCorrectsMore: 'La clé reste ici, chiffrée. Envoyez-lui ce qu’il doit savoir, puis réessayez.',
  whatTheyRead: 'Ce qu’il lira',
  copyForDeveloper: 'Copier pour mon développeur',
  toCorrect: (what, next) =>
    `Bonjour,

Clé en main ne peut pas installer une clé Payline dans notre projet. Voici ce qu’elle en dit :

${what}
${next}

La clé attend, chiffrée, dans mon navigateur. Dites-moi quand je peux réessayer.`,
  help: 'Aide, vie privée, signaler un problème',
  notYetInstalled:
    'Si personne ne l’a encore installé sur cet ordinateur, votre développeur le fait une fois :',
  hostMissingHow:
    'Le configurateur est le programme qui écrit la clé dans vos fichiers. Votre développeur l’installe une fois sur cet ordinateur. S’il l’a déjà été, « cle doctor » lui dit ce qui ne va pas. D’ici là, vos clés restent ici, chiffrées.',
  copyRequest: 'Copier la demande pour mon développeur',
  requestCopied: 'Copiée : collez-la dans un message à votre développeur.',
  requestNotCopied:
    'Rien n’a été copié : le navigateur ne l’a pas permis. Sélectionnez plutôt le texte ci-dessous.',
  request: `Bonjour,

J’ai créé une clé Payline. Elle attend, chiffrée, dans mon navigateur, dans l’extension Clé en main. Pourriez-vous la relier à notre boutique sur mon ordinateur ?

1. Installez le configurateur (son README dit comment), puis lancez : cle connect
2. Dans le dossier de la boutique, lancez : cle init

Si la boutique est sur un autre ordinateur, envoyez-moi la ligne que cette commande y affiche, et dites-moi son code de contrôle au téléphone : cle recipient

Merci !`,
  hostChangedMore:
    'Si vous ou votre développeur l’avez réinstallé, lancez « cle recipient » dans un terminal et comparez les 18 chiffres. Sinon, ils diffèrent : demandez avant de continuer.',
  pairing: 'Code de contrôle à comparer',
  pairingMore:
    'Le navigateur et le configurateur font connaissance : « cle connect » a affiché les mêmes 18 chiffres dans un terminal, et « cle recipient » les affiche à nouveau. Si vous continuez sans comparer, personne n’a vérifié que le programme qui reçoit la clé est bien le vôtre.',
  controlCode: 'Code de contrôle',
  codesSame: 'Ce sont les mêmes',
  codesDiffer: 'Ils diffèrent',
  byHand: 'Copier la clé à la main',
  byHandMore:
    'Portez vous-même la clé là où il la faut. Elle reste ici, chiffrée, jusqu’à ce que vous l’oubliiez.',
  copyField: {
    accessKey: 'Copier la clé',
    merchantId: 'Copier l’identifiant du commerçant',
    authorization: 'Copier l’Authorization',
    credentials: 'Copier l’Authorization sans « Basic »',
    reference: 'Copier la référence',
  },
  copied: (seconds) =>
    `Copiée. Collez-la maintenant : le presse-papiers sera vidé dans ${seconds} secondes, ou quand vous fermerez cette fenêtre.`,
  cleared: 'Le presse-papiers est de nouveau vide.',
  notCopied: 'Rien n’a été copié : le navigateur ne l’a pas permis.',
  clipboardManagers:
    'Un gestionnaire de presse-papiers ou un historique partagé entre appareils peut retenir ce qui est copié : arrêtez-le avant, ou effacez l’entrée après.',
  waits: (count) => (count === 1 ? '1 clé attend' : `${count} clés attendent`),
};

export const words: Readonly<Record<Language, Words>> = { en, fr };

const paylineEn = {
  ask: 'Ask Payline whether the key works',
  askMore: 'The configurator sends Payline one question in the key’s name, which changes nothing.',
  asking: 'Asking Payline…',
  works: 'Payline accepts the key.',
  noContracts: 'no contract',
  more: (count: number) => `${count} more`,
};

export type PaylineWords = typeof paylineEn;

const paylineFr: PaylineWords = {
  ask: 'Demander à Payline si la clé marche',
  askMore: 'Le configurateur pose à Payline, au nom de la clé, une question qui ne change rien.',
  asking: 'Question posée à Payline…',
  works: 'Payline accepte la clé.',
  noContracts: 'aucun contrat',
  more: (count) => `${count} de plus`,
};

export const paylineWords: Readonly<Record<Language, PaylineWords>> = { en: paylineEn, fr: paylineFr };

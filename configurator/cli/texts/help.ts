import type { Texts } from '../../../shared/wording.ts';

/** Usage, and messages about a command line that is not understood. */
export const helpTexts = {
  'about-cle': {
    en: 'installs a Payline API key in every file that needs it',
    fr: 'met une clé d’API Payline dans chaque fichier qui en a besoin',
  },
  'about-help': {
    en: 'print this help and exit',
    fr: 'afficher cette aide',
  },
  'about-version': {
    en: 'print the version and exit',
    fr: 'afficher la version',
  },
  'about-quiet': {
    en: 'print errors only, and ask nothing',
    fr: 'n’afficher que ce qui ne va pas, et ne rien demander',
  },
  'about-lang': {
    en: 'the language; by default that of LC_ALL, LC_MESSAGES or LANG',
    fr: 'la langue ; sinon celle de LC_ALL, LC_MESSAGES ou LANG',
  },
  'help-usage': { en: 'USAGE', fr: 'UTILISATION' },
  'help-core': { en: 'CORE COMMANDS', fr: 'COMMANDES PRINCIPALES' },
  'help-check': { en: 'CHECK AND REPLACE', fr: 'VÉRIFIER ET REMPLACER' },
  'help-people': { en: 'FROM ONE PERSON TO ANOTHER', fr: 'D’UNE PERSONNE À L’AUTRE' },
  'help-machine': { en: 'THIS MACHINE', fr: 'CETTE MACHINE' },
  'help-flags': { en: 'FLAGS', fr: 'OPTIONS' },
  'help-arguments': { en: 'ARGUMENTS', fr: 'ARGUMENTS' },
  'help-examples': { en: 'EXAMPLES', fr: 'EXEMPLES' },
  'help-statuses': { en: 'EXIT STATUS', fr: 'STATUT DE SORTIE' },
  'help-more': { en: 'LEARN MORE', fr: 'EN SAVOIR PLUS' },
  'about-alone': {
    en: 'shows where you are, and which command comes next',
    fr: 'dit où vous en êtes, et quelle commande vient ensuite',
  },
  'man-project-file': {
    en: 'where the keys of a project go; it contains no secret and belongs in git',
    fr: 'où vont les clés d’un projet ; il ne contient aucun secret et se range dans git',
  },
  'man-home': {
    en: 'the folder of this machine’s identity, known projects, journal and backups',
    fr: 'le dossier de l’identité de cette machine, des projets connus, du journal et des sauvegardes',
  },
  'man-identity-file': {
    en: 'an identity from age-keygen, instead of this machine’s: for CI',
    fr: 'une identité telle que l’écrit age-keygen, au lieu de celle de la machine : pour la CI',
  },
  'man-proxy': { en: 'the proxy for requests to Payline', fr: 'le proxy pour les requêtes vers Payline' },
  'man-no-color': { en: 'no colours', fr: 'pas de couleurs' },
  'help-more-alone': { en: 'where you are, and what comes next', fr: 'où vous en êtes, et la suite' },
  'help-more-command': { en: 'more about a command', fr: 'en savoir plus sur une commande' },
  'help-more-man': { en: 'all of it, in one page', fr: 'tout, en une page (en anglais)' },
  'status-0': { en: 'done', fr: 'fait' },
  'status-1': { en: 'a bug, and where to report it', fr: 'un bogue, et où le signaler' },
  'status-2': { en: 'wrong usage of the command', fr: 'la commande est mal utilisée' },
  'status-3': { en: 'refused, nothing was changed', fr: 'refusé, rien n’a changé' },
  'status-4': {
    en: 'done, but something wants your attention',
    fr: 'fait, mais quelque chose demande votre attention',
  },
  'status-130': { en: 'cancelled', fr: 'annulé' },
  'unknown-command': { en: 'unknown command', fr: 'commande inconnue' },
  'unknown-flag': { en: 'unknown flag', fr: 'option inconnue' },
  'did-you-mean': { en: 'did you mean {nearest}?', fr: 'vouliez-vous dire {nearest} ?' },
  'too-many-arguments': {
    en: 'too many arguments; never pass a key as one, as other programs can read them',
    fr: 'trop d’arguments ; n’y mettez jamais une clé, car d’autres programmes peuvent les lire',
  },
  'flag-without-value': { en: '--{flag} needs a value', fr: 'il manque une valeur à --{flag}' },
  'flag-value': { en: '--{flag} takes one of {values}', fr: '--{flag} prend une de ces valeurs : {values}' },
  'arguments-unclear': { en: 'the arguments are not clear', fr: 'les arguments ne sont pas clairs' },
  'see-help': { en: 'see: cle help', fr: 'voir : cle help' },
  'see-help-of': { en: 'see: cle help {name}', fr: 'voir : cle help {name}' },
  'nearest-command': { en: 'did you mean: cle {nearest}', fr: 'vouliez-vous dire : cle {nearest}' },
  'lang-next': { en: 'write it as --lang en', fr: 'écrivez : --lang fr' },
  'unknown-shell': { en: 'unknown shell', fr: 'shell inconnu' },
  'shells-are': { en: 'name one of {names}', fr: 'nommez l’un de : {names}' },
} as const satisfies Texts;

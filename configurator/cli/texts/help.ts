import type { Texts } from '../../../shared/wording.ts';

/** Usage, and what is said of a command line that is not understood. */
export const helpTexts = {
  'about-cle': {
    en: 'takes a Payline API key to every file that needs it',
    fr: 'met une clé d’API Payline dans chaque fichier qui en a besoin',
  },
  examples: {
    en: `takes a Payline API key to every file that needs it

EXAMPLES
  cle init                              once in each project
  cle connect                           once on each computer, for the browser
  cle apply                             type a key, masked
  cle apply - --dry-run < key.json      what would change
  cle apply payline-production-x.age    a key that a colleague sealed
  cle status                            which key is in which file
  cle undo                              take the last one back
  cle doctor --fix                      when something does not work
  cle scan                              where else a key stands
  cle help apply                        more about a command`,
    fr: `met une clé d’API Payline dans chaque fichier qui en a besoin

EXEMPLES
  cle init                              une fois par projet
  cle connect                           une fois par ordinateur, pour le navigateur
  cle apply                             taper une clé, masquée
  cle apply - --dry-run < cle.json      ce qui changerait
  cle apply payline-production-x.age    une clé scellée par un collègue
  cle status                            quelle clé est dans quel fichier
  cle undo                              retirer la dernière
  cle doctor --fix                      quand quelque chose ne marche pas
  cle scan                              où une clé se trouve encore
  cle help apply                        en savoir plus sur une commande`,
  },
  'about-help': {
    en: 'print this help and exit',
    fr: 'afficher cette aide',
  },
  'about-version': {
    en: 'print the version and exit',
    fr: 'afficher la version',
  },
  'about-escape': {
    en: 'what follows is no flag',
    fr: 'ce qui suit n’est pas une option',
  },
  'help-usage': { en: 'USAGE', fr: 'UTILISATION' },
  'help-aliases': { en: 'ALIASES', fr: 'ALIAS' },
  'help-commands': { en: 'COMMANDS', fr: 'COMMANDES' },
  'help-flags': { en: 'FLAGS', fr: 'OPTIONS' },
  'help-arguments': { en: 'ARGUMENTS', fr: 'ARGUMENTS' },
  'unknown-command': { en: 'unknown command', fr: 'commande inconnue' },
  'unknown-flag': { en: 'unknown flag', fr: 'option inconnue' },
  'did-you-mean': { en: 'did you mean {nearest}?', fr: 'vouliez-vous dire {nearest} ?' },
  'too-many-arguments': {
    en: 'too many arguments; a key never goes in one, as other programs can read them',
    fr: 'trop d’arguments ; une clé n’en est jamais un, car d’autres programmes peuvent les lire',
  },
  'flag-without-value': { en: '--{flag} needs a value', fr: 'il manque une valeur à --{flag}' },
  'flag-value': { en: '--{flag} takes one of {values}', fr: '--{flag} prend une de ces valeurs : {values}' },
  'arguments-unclear': { en: 'the arguments are not clear', fr: 'les arguments ne sont pas clairs' },
  'see-help': { en: 'see: cle --help', fr: 'voir : cle --help' },
} as const satisfies Texts;

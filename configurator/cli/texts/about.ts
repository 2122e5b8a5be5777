import type { Texts } from '../../../shared/wording.ts';

/** What each command and flag is for, in its help. */
export const aboutTexts = {
  'about-init': {
    en: 'finds kits and configuration files, proposes cle.config.yaml, registers the project',
    fr: 'cherche kits et fichiers de configuration, propose cle.config.yaml, enregistre le projet',
  },
  'about-apply': {
    en: 'installs a key',
    fr: 'installe une clé',
  },
  'about-source': {
    en: 'a sealed file, or "-" for a key as JSON on standard input; with none you are asked',
    fr: 'un fichier scellé, ou « - » pour une clé en JSON sur l’entrée standard ; sinon elle est demandée',
  },
  'about-project': {
    en: 'the project’s folder; else the one you are in, or above',
    fr: 'le dossier du projet ; sinon le dossier courant, ou au-dessus',
  },
  'about-environment': {
    en: 'the environment of the key, where the key does not say it; else it must agree',
    fr: 'l’environnement de la clé si elle ne le dit pas ; sinon il doit être le même',
  },
  'about-dry-run': {
    en: 'show the plan, write nothing',
    fr: 'montrer le plan, ne rien écrire',
  },
  'about-yes': {
    en: 'do not ask for confirmation',
    fr: 'ne pas demander confirmation',
  },
  'about-all': {
    en: 'in every project of this machine whose project file names the key’s merchant and environment',
    fr: 'dans chaque projet de cette machine dont le fichier nomme le commerçant et l’environnement de la clé',
  },
  'about-allow': {
    en: 'lets this project file, as it is now, run its commands and speak to its servers',
    fr: 'autorise ce fichier de projet, tel qu’il est, à lancer ses commandes et à parler à ses serveurs',
  },
  'about-revoke': {
    en: 'take the permission back',
    fr: 'retirer l’autorisation',
  },
  'about-json': {
    en: 'one JSON document on standard output, nothing else',
    fr: 'un document JSON sur la sortie standard, rien d’autre',
  },
  'about-kit': {
    en: 'a kit to look for: {kits}',
    fr: 'un kit à chercher : {kits}',
  },
  'about-connect': {
    en: 'lets your browsers find this program',
    fr: 'permet à vos navigateurs de trouver ce programme',
  },
  'about-disconnect': {
    en: 'takes away what connect made, and nothing else',
    fr: 'retire ce que connect a créé, et rien d’autre',
  },
  'about-doctor': {
    en: 'says what is wrong between browsers, this program, projects and files',
    fr: 'dit ce qui ne va pas entre navigateurs, ce programme, projets et fichiers',
  },
  'about-verify': {
    en: 'asks Payline whether a key works: the installed one, or SOURCE',
    fr: 'demande à Payline si une clé marche : celle qui est installée, ou SOURCE',
  },
  'about-apply-verify': {
    en: 'then ask Payline whether the key works; exit status 4 where it does not say yes',
    fr: 'demander ensuite à Payline si la clé marche ; statut 4 si la réponse n’est pas oui',
  },
  'about-status-all': {
    en: 'a table of every project of this machine',
    fr: 'un tableau de tous les projets de cette machine',
  },
  'about-max-age': {
    en: 'end with 4 where a key is older, or of unknown age: 90d',
    fr: 'finir par 4 si une clé est plus vieille, ou d’âge inconnu : 90d',
  },
  'about-expires-within': {
    en: 'end with 4 where a key ends within these days: 30d',
    fr: 'finir par 4 si une clé se termine dans ce délai : 30d',
  },
  'about-ics': {
    en: 'write a calendar of when to follow each key by another',
    fr: 'écrire un calendrier des clés à remplacer',
  },
  'about-ends': {
    en: 'the day on which the key ends, as the console says it: 2027-01-31',
    fr: 'le jour où la clé se termine, selon la console : 2027-01-31',
  },
  'about-completion': {
    en: 'prints what your shell needs to complete what you type',
    fr: 'affiche ce qu’il faut à votre shell pour compléter ce que vous tapez',
  },
  'about-shell': {
    en: 'one of {names}',
    fr: 'au choix : {names}',
  },
  'about-rotate-key': {
    en: 'follows the installed key by another, step by step; called again it goes on',
    fr: 'fait suivre la clé installée par une autre, pas à pas ; rappelée, elle continue',
  },
  'about-schema': {
    en: 'prints the JSON Schema of cle.config.yaml, by which an editor completes and checks it',
    fr: 'affiche le schéma JSON de cle.config.yaml, avec lequel un éditeur le complète et le vérifie',
  },
  'about-scan': {
    en: 'looks for every key that was installed from here, in files and in all that git keeps',
    fr: 'cherche toute clé installée depuis ici, dans les fichiers et dans tout ce que git garde',
  },
  'about-scan-path': {
    en: 'a folder or a file; else the folder you are in',
    fr: 'un dossier ou un fichier ; sinon le dossier courant',
  },
  'about-fail': {
    en: 'end with 3 where a key stands outside the files that it was installed in',
    fr: 'finir avec 3 si une clé se trouve hors des fichiers où elle a été installée',
  },
  'about-fix': {
    en: 'repair what can be repaired, after showing it',
    fr: 'réparer ce qui peut l’être, après l’avoir montré',
  },
  'about-report': {
    en: 'print what to send to whoever helps you: it holds no key, no project’s name and no user’s',
    fr: 'afficher ce qu’on peut envoyer à qui vous aide : ni clé, ni nom de projet, ni nom de compte',
  },
  'about-browser': {
    en: 'this browser only: {names}',
    fr: 'ce navigateur seulement : {names}',
  },
  'about-recipient': {
    en: 'prints what a colleague seals a key to, with its control code',
    fr: 'affiche ce à quoi un collègue scelle une clé, avec son code de contrôle',
  },
  'about-code': {
    en: 'the confirmation code of a sealed key, as its sender says it; without it you are asked',
    fr: 'le code de confirmation d’une clé scellée, tel que l’expéditeur le dit ; sinon il est demandé',
  },
  'about-name': {
    en: 'what the recipient is called; else your user and machine',
    fr: 'le nom du destinataire ; sinon votre compte et votre machine',
  },
  'about-rotate': {
    en: 'make a new recipient; what was sealed to the one before still opens',
    fr: 'créer un nouveau destinataire ; ce qui est scellé pour l’ancien s’ouvre encore',
  },
  'about-identity-passphrase': {
    en: 'protect this machine’s identity with a passphrase, which is asked for',
    fr: 'protéger l’identité de cette machine par un mot de passe, qui est demandé',
  },
  'about-keychain': {
    en: 'protect it with a passphrase that this system’s keychain keeps (secret-tool on Linux, security on macOS, DPAPI on Windows)',
    fr: 'la protéger par un mot de passe que garde le trousseau du système (secret-tool sous Linux, security sous macOS, DPAPI sous Windows)',
  },
  'about-seal': {
    en: 'seals a key for a colleague: as JSON on standard input, or asked, masked',
    fr: 'scelle une clé pour un collègue : en JSON sur l’entrée standard, ou demandée, masquée',
  },
  'about-to': {
    en: 'whom to seal to, as cle recipient prints it; may be given several times',
    fr: 'le destinataire, tel que l’affiche cle recipient ; peut être répété',
  },
  'about-file-passphrase': {
    en: 'seal to a passphrase, which is asked for, in place of a recipient',
    fr: 'sceller par un mot de passe, qui est demandé, au lieu d’un destinataire',
  },
  'about-expires-in': {
    en: 'how many days the sealed key may wait, up to 30; else 7',
    fr: 'combien de jours la clé scellée peut attendre, 30 au plus ; sinon 7',
  },
  'about-output': {
    en: 'where to write it; else payline-ENVIRONMENT-REFERENCE.age, here',
    fr: 'où l’écrire ; sinon payline-ENVIRONNEMENT-RÉFÉRENCE.age, ici',
  },
  'about-status': {
    en: 'says which key is in which file, without showing any',
    fr: 'dit quelle clé est dans quel fichier, sans en montrer aucune',
  },
  'about-undo': {
    en: 'restores the bytes before the last apply; the last {kept} applies of a project can be undone, one by one',
    fr: 'rétablit les octets d’avant le dernier apply ; les {kept} derniers d’un projet peuvent l’être, un à un',
  },
  'about-merchant': {
    en: 'the merchant of the key, where it takes the place of another: with --yes it is refused else',
    fr: 'le commerçant de la clé, quand elle remplace celle d’un autre : avec --yes, elle est sinon refusée',
  },
} as const satisfies Texts;

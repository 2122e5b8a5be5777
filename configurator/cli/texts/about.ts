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
    fr: 'un fichier chiffré, ou « - » pour une clé en JSON sur l’entrée standard ; sinon elle est demandée',
  },
  'about-project': {
    en: 'the project’s folder; by default the current one, or a parent folder',
    fr: 'le dossier du projet ; sinon le dossier courant, ou au-dessus',
  },
  'about-environment': {
    en: 'the environment of the key, if the key does not tell; otherwise it must agree',
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
    en: 'allows this project file, as it is now, to run its commands and contact its servers',
    fr: 'autorise ce fichier de projet, dans son état actuel, à lancer ses commandes et à contacter ses serveurs',
  },
  'about-revoke': {
    en: 'revoke the permission',
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
    en: 'removes what connect created, and nothing else',
    fr: 'retire ce que connect a créé, et rien d’autre',
  },
  'about-doctor': {
    en: 'finds what is wrong between browsers, this program, projects and files',
    fr: 'cherche ce qui ne va pas entre les navigateurs, ce programme, les projets et les fichiers',
  },
  'about-verify': {
    en: 'asks Payline whether a key works: the installed one, or SOURCE',
    fr: 'demande à Payline si une clé marche : celle qui est installée, ou SOURCE',
  },
  'about-apply-verify': {
    en: 'then ask Payline whether the key works; exit status 4 unless it confirms that',
    fr: 'demander ensuite à Payline si la clé marche ; statut 4 sauf si la réponse est oui',
  },
  'about-status-all': {
    en: 'a table of every project of this machine',
    fr: 'un tableau de tous les projets de cette machine',
  },
  'about-max-age': {
    en: 'exit with 4 if a key is older, or of unknown age: 90d',
    fr: 'finir par 4 si une clé est plus vieille, ou d’âge inconnu : 90d',
  },
  'about-expires-within': {
    en: 'exit with 4 if a key ends within this time: 30d',
    fr: 'finir par 4 si une clé se termine dans ce délai : 30d',
  },
  'about-ics': {
    en: 'write a calendar of when to replace each key',
    fr: 'écrire un calendrier des clés à remplacer',
  },
  'about-ends': {
    en: 'the day on which the key ends, as shown in the console: 2027-01-31',
    fr: 'le jour où la clé se termine, selon la console : 2027-01-31',
  },
  'about-completion': {
    en: 'prints a completion script for your shell',
    fr: 'affiche le script de complétion pour votre shell',
  },
  'about-shell': {
    en: 'one of {names}',
    fr: 'au choix : {names}',
  },
  'about-rotate-key': {
    en: 'replaces the installed key step by step; run it again to continue',
    fr: 'remplace la clé installée, pas à pas ; relancez-la pour continuer',
  },
  'about-schema': {
    en: 'prints the JSON Schema of cle.config.yaml, for completion and checks in an editor',
    fr: 'affiche le schéma JSON de cle.config.yaml, avec lequel un éditeur le complète et le vérifie',
  },
  'about-scan': {
    en: 'searches files and git history for every key that was installed from here',
    fr: 'cherche toute clé installée depuis ici, dans les fichiers et dans l’historique de git',
  },
  'about-scan-path': {
    en: 'a folder or a file; by default the current folder',
    fr: 'un dossier ou un fichier ; sinon le dossier courant',
  },
  'about-fail': {
    en: 'exit with 3 if a key is found outside the files that it was installed in',
    fr: 'finir avec 3 si une clé se trouve hors des fichiers où elle a été installée',
  },
  'about-fix': {
    en: 'repair what can be repaired, after showing it',
    fr: 'réparer ce qui peut l’être, après l’avoir montré',
  },
  'about-report': {
    en: 'print a report to send to whoever helps you: without any key, project name or user name',
    fr: 'afficher ce qu’on peut envoyer à qui vous aide : ni clé, ni nom de projet, ni nom de compte',
  },
  'about-browser': {
    en: 'this browser only: {names}',
    fr: 'ce navigateur seulement : {names}',
  },
  'about-recipient': {
    en: 'prints the recipient that a colleague seals a key to, with its control code',
    fr: 'affiche le destinataire pour lequel un collègue chiffre une clé, avec son code de contrôle',
  },
  'about-code': {
    en: 'the confirmation code of a sealed key, from its sender; without it you are asked',
    fr: 'le code de confirmation d’une clé chiffrée, tel que l’expéditeur le dit ; sinon il est demandé',
  },
  'about-name': {
    en: 'the name of the recipient; by default your user and machine',
    fr: 'le nom du destinataire ; sinon votre compte et votre machine',
  },
  'about-rotate': {
    en: 'create a new recipient; what was sealed to the previous one still opens',
    fr: 'créer un nouveau destinataire ; ce qui est chiffré pour l’ancien s’ouvre encore',
  },
  'about-identity-passphrase': {
    en: 'protect this machine’s identity with a passphrase that you type',
    fr: 'protéger l’identité de cette machine par un mot de passe, qui est demandé',
  },
  'about-keychain': {
    en: 'protect it with a passphrase that this system’s keychain keeps (secret-tool on Linux, security on macOS, DPAPI on Windows)',
    fr: 'la protéger par un mot de passe que garde le trousseau du système (secret-tool sous Linux, security sous macOS, DPAPI sous Windows)',
  },
  'about-seal': {
    en: 'seals a key for a colleague: from JSON on standard input, or typed at a masked prompt',
    fr: 'chiffre une clé pour un collègue : en JSON sur l’entrée standard, ou demandée, masquée',
  },
  'about-to': {
    en: 'the recipient to seal to, as cle recipient prints it; can be repeated',
    fr: 'le destinataire, tel que l’affiche cle recipient ; peut être répété',
  },
  'about-file-passphrase': {
    en: 'seal to a passphrase that you type, instead of a recipient',
    fr: 'chiffrer par un mot de passe, qui est demandé, au lieu d’un destinataire',
  },
  'about-expires-in': {
    en: 'how many days the sealed key stays valid, at most 30; 7 by default',
    fr: 'combien de jours la clé chiffrée reste valable, 30 au plus ; 7 par défaut',
  },
  'about-output': {
    en: 'where to write it; by default payline-ENVIRONMENT-REFERENCE.age, here',
    fr: 'où l’écrire ; sinon payline-ENVIRONNEMENT-RÉFÉRENCE.age, ici',
  },
  'about-status': {
    en: 'tells which key is in which file, without showing any',
    fr: 'dit quelle clé est dans quel fichier, sans en montrer aucune',
  },
  'about-undo': {
    en: 'restores the bytes before the last apply; the last {kept} applies of a project can be undone, one by one',
    fr: 'rétablit les octets d’avant le dernier apply ; les {kept} derniers d’un projet peuvent l’être, un à un',
  },
  'about-merchant': {
    en: 'the merchant of the key, if it replaces another merchant’s: required then with --yes',
    fr: 'le commerçant de la clé, si elle remplace celle d’un autre : obligatoire alors avec --yes',
  },
} as const satisfies Texts;

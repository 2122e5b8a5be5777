import { fill } from '../../shared/fill.ts';
import type { Language } from '../../shared/messages.ts';
import type { Params } from '../../shared/refusal.ts';

/** What the command line says beside the messages that both programs share. */
const texts = {
  'about-cle': {
    en: 'takes a Payline API key to every file that needs it',
    fr: 'met une clé d’API Payline dans chaque fichier qui en a besoin',
  },
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
  'about-merchant': {
    en: 'the merchant of the key, where it takes the place of another: with --yes it is refused else',
    fr: 'le commerçant de la clé, quand elle remplace celle d’un autre : avec --yes, elle est sinon refusée',
  },
  'about-all': {
    en: 'in every project of this machine whose project file names the key’s merchant and environment',
    fr: 'dans chaque projet de cette machine dont le fichier nomme le commerçant et l’environnement de la clé',
  },
  'all-or-project': {
    en: '--all and --project exclude each other',
    fr: '--all et --project s’excluent',
  },
  'all-or-project-next': {
    en: 'leave one of them out',
    fr: 'retirez l’un des deux',
  },
  'confirm-fleet': {
    en: 'Install the key in these {count} projects?',
    fr: 'Installer la clé dans ces {count} projets ?',
  },
  progress: { en: '{done} of {all}', fr: '{done} sur {all}' },
  'fleet-installed': { en: 'in place, {changed} changed', fr: 'en place, {changed} modifiés' },
  'fleet-to-install': { en: 'to change: {changed}', fr: 'à modifier : {changed}' },
  'fleet-unchanged': { en: 'in place already', fr: 'déjà en place' },
  'fleet-refused': { en: 'refused', fr: 'refusé' },
  'fleet-passed-over': { en: 'passed over', fr: 'laissé de côté' },
  'fleet-more': { en: 'and {rest} more', fr: 'et {rest} autres' },
  'fleet-counts': {
    en: 'projects with the key, or to get it: {installed}; already: {unchanged}; refused: {refused}; passed over: {passed}',
    fr: 'projets avec la clé, ou qui la recevront : {installed} ; déjà : {unchanged} ; refusés : {refused} ; laissés : {passed}',
  },
  'about-allow': {
    en: 'lets this project file, as it is now, run its commands and speak to its servers',
    fr: 'autorise ce fichier de projet, tel qu’il est, à lancer ses commandes et à parler à ses serveurs',
  },
  'about-revoke': {
    en: 'take the permission back',
    fr: 'retirer l’autorisation',
  },
  'allow-none': {
    en: 'cle.config.yaml names files only: there is nothing to allow',
    fr: 'cle.config.yaml ne nomme que des fichiers : rien à autoriser',
  },
  'allow-shown': {
    en: '{environment}, line {line}: {name} gets {fields}',
    fr: '{environment}, ligne {line} : {name} reçoit {fields}',
  },
  'confirm-allow': {
    en: 'Allow this, until the file changes?',
    fr: 'Autoriser cela, jusqu’à ce que le fichier change ?',
  },
  'confirmation-needed-allow': {
    en: 'look at the project file, then add --yes',
    fr: 'regardez le fichier de projet, puis ajoutez --yes',
  },
  allowed: {
    en: 'allowed for {dir}, until cle.config.yaml changes by one byte',
    fr: 'autorisé pour {dir}, jusqu’à ce que cle.config.yaml change d’un octet',
  },
  'allow-revoked': {
    en: 'nothing is allowed for {dir} any more',
    fr: 'plus rien n’est autorisé pour {dir}',
  },
  'external-run': {
    en: 'will be run, with {fields} on its standard input',
    fr: 'sera lancé, avec {fields} sur son entrée standard',
  },
  'external-changed': {
    en: 'will be given {fields}',
    fr: 'recevra {fields}',
  },
  'external-unchanged': {
    en: 'already there ({fields})',
    fr: 'déjà en place ({fields})',
  },
  'given-to-command': {
    en: '{file}: ended well ({fields})',
    fr: '{file} : terminé sans erreur ({fields})',
  },
  'undo-external-command': {
    en: '{name}: cannot be taken back; run it again with the key before',
    fr: '{name} : ne peut être repris ; relancez-le avec la clé d’avant',
  },
  'undo-external-vault': {
    en: '{name}: keeps the new key; the version before is {before}: vault kv rollback',
    fr: '{name} : garde la nouvelle clé ; la version d’avant est {before} : vault kv rollback',
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
  'verify-works': {
    en: 'the key works: Payline answered it',
    fr: 'la clé marche : Payline lui a répondu',
  },
  'verify-offer': {
    en: 'Ask Payline whether the key works?',
    fr: 'Demander à Payline si la clé marche ?',
  },
  'verify-or-dry-run': {
    en: '--verify and --dry-run exclude each other',
    fr: '--verify et --dry-run s’excluent',
  },
  'verify-or-all': {
    en: '--verify and --all exclude each other',
    fr: '--verify et --all s’excluent',
  },
  'environment-which': {
    en: 'the project has keys of several environments',
    fr: 'le projet a des clés de plusieurs environnements',
  },
  'environment-which-next': {
    en: 'name one with --environment',
    fr: 'nommez-en un avec --environment',
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
  'age-wrong': {
    en: 'this is no number of days',
    fr: 'ce n’est pas un nombre de jours',
  },
  'age-wrong-next': {
    en: 'write it as 90d',
    fr: 'écrivez-le comme 90d',
  },
  'day-wrong': {
    en: 'this is no day',
    fr: 'ce n’est pas un jour',
  },
  'day-wrong-next': {
    en: 'write it as 2027-01-31',
    fr: 'écrivez-le comme 2027-01-31',
  },
  'calendar-ends': {
    en: 'Payline key {key} ({environment}) ends',
    fr: 'La clé Payline {key} ({environment}) se termine',
  },
  'calendar-old': {
    en: 'Payline key {key} ({environment}) should be followed by another',
    fr: 'La clé Payline {key} ({environment}) est à remplacer',
  },
  'calendar-what-to-do': {
    en: 'Create another in the console, then: cle rotate',
    fr: 'Créez-en une autre dans la console, puis : cle rotate',
  },
  'calendar-written': {
    en: 'calendar written: {file}',
    fr: 'calendrier écrit : {file}',
  },
  'about-completion': {
    en: 'prints what your shell needs to complete what you type',
    fr: 'affiche ce qu’il faut à votre shell pour compléter ce que vous tapez',
  },
  'about-shell': {
    en: 'one of {names}',
    fr: 'au choix : {names}',
  },
  'shell-unknown': {
    en: 'the shell must be one of: {names}',
    fr: 'le shell doit être l’un de : {names}',
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
  'about-rotate-key': {
    en: 'follows the installed key by another, step by step; called again it goes on',
    fr: 'fait suivre la clé installée par une autre, pas à pas ; rappelée, elle continue',
  },
  'rotation-undo': {
    en: 'the old key still works: cle undo puts it back',
    fr: 'l’ancienne clé marche encore : cle undo la remet',
  },
  'rotation-nowhere': {
    en: 'the old key {masked} stands nowhere any more, as far as this machine’s projects show',
    fr: 'l’ancienne clé {masked} n’est plus nulle part, d’après les projets de cette machine',
  },
  'rotation-remaining': {
    en: 'the old key {masked} still stands here:',
    fr: 'l’ancienne clé {masked} est encore ici :',
  },
  'rotation-elsewhere': {
    en: 'in the files of the project {name}',
    fr: 'dans les fichiers du projet {name}',
  },
  'rotation-open': {
    en: '1. open {address}, then Configuration > API key',
    fr: '1. ouvrez {address}, puis Configuration > Clé d’API',
  },
  'rotation-find': {
    en: '2. find the old key {key} ({masked}); make sure that no other machine uses it',
    fr: '2. trouvez l’ancienne clé {key} ({masked}) ; assurez-vous qu’aucune autre machine ne s’en sert',
  },
  'rotation-give-end': {
    en: '3. under End date enter a day, a few days from now, and save: until then, cle undo puts it back',
    fr: '3. sous Date de fin, mettez un jour, dans quelques jours, puis Sauvegarder : d’ici là, cle undo la remet',
  },
  'rotation-ask-day': {
    en: 'Which end date did you give the old key? (2027-01-31; nothing: not yet)',
    fr: 'Quelle date de fin a l’ancienne clé ? (2027-01-31 ; rien : pas encore)',
  },
  'rotation-done': {
    en: 'rotation done: the old key {masked} ends on {day}',
    fr: 'rotation finie : l’ancienne clé {masked} se termine le {day}',
  },
  'rotation-confirmation-next': {
    en: 'add --yes',
    fr: 'ajoutez --yes',
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
  'scan-key': {
    en: '{environment} key {masked} of merchant {merchantId} (reference {reference}, fingerprint {fingerprint})',
    fr: 'clé {masked} de {environment} du marchand {merchantId} (référence {reference}, empreinte {fingerprint})',
  },
  'scan-file': {
    en: '{path}:{line}{more}',
    fr: '{path}:{line}{more}',
  },
  'scan-commit': {
    en: 'commit {commit}, {path}:{line}{more}',
    fr: 'commit {commit}, {path}:{line}{more}',
  },
  'scan-message': {
    en: 'message of commit {commit}, line {line}{more}',
    fr: 'message du commit {commit}, ligne {line}{more}',
  },
  'scan-staged': {
    en: 'staged for the next commit, {path}:{line}{more}',
    fr: 'indexé pour le prochain commit, {path}:{line}{more}',
  },
  'scan-object': {
    en: 'object {object} of git, which no commit has any more, line {line}{more}',
    fr: 'objet {object} de git, qu’aucun commit ne contient plus, ligne {line}{more}',
  },
  'scan-base64': {
    en: ' (in base64)',
    fr: ' (en base64)',
  },
  'scan-installed': {
    en: ' (installed here)',
    fr: ' (installée ici)',
  },
  'scan-passed': {
    en: 'not looked into: {path}',
    fr: 'non examiné : {path}',
  },
  'scan-cut': {
    en: 'there are more files than were looked at; scan a folder in it',
    fr: 'il y a plus de fichiers que ceux qui ont été examinés ; examinez un de ses dossiers',
  },
  'scan-done': {
    en: '{files} files and {objects} objects of git were searched for {keys} keys: found in {places} places',
    fr: '{keys} clés cherchées dans {files} fichiers et {objects} objets de git : trouvées à {places} endroits',
  },
  'scan-none-known': {
    en: 'no key was installed from here yet, so there is nothing to look for',
    fr: 'aucune clé n’a encore été installée depuis ici, donc rien à chercher',
  },
  'scan-progress': {
    en: 'searched: {done}',
    fr: 'examinés : {done}',
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
    en: 'protect it with a passphrase that this system’s keychain keeps (Linux, with secret-tool)',
    fr: 'la protéger par un mot de passe que garde le trousseau du système (Linux, avec secret-tool)',
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
  'unknown-kit': { en: 'unknown kit', fr: 'kit inconnu' },
  'did-you-mean': { en: 'did you mean {nearest}?', fr: 'vouliez-vous dire {nearest} ?' },
  'too-many-arguments': {
    en: 'too many arguments; a key never goes in one, as other programs can read them',
    fr: 'trop d’arguments ; une clé n’en est jamais un, car d’autres programmes peuvent les lire',
  },
  'flag-without-value': { en: '--{flag} needs a value', fr: 'il manque une valeur à --{flag}' },
  'flag-value': { en: '--{flag} takes one of {values}', fr: '--{flag} prend une de ces valeurs : {values}' },
  'arguments-unclear': { en: 'the arguments are not clear', fr: 'les arguments ne sont pas clairs' },
  'see-help': { en: 'see: cle --help', fr: 'voir : cle --help' },
  'source-needed': {
    en: 'no key: there is no terminal to ask for one',
    fr: 'pas de clé, ni de terminal où la demander',
  },
  'source-needed-next': {
    en: 'name a sealed file, or "-" for a key as JSON on standard input',
    fr: 'nommez un fichier scellé, ou « - » pour une clé en JSON sur l’entrée standard',
  },
  'confirmation-needed': {
    en: 'nobody can confirm here: standard input is not a terminal, or carries the key',
    fr: 'personne ne peut confirmer : l’entrée standard n’est pas un terminal, ou porte la clé',
  },
  'confirmation-needed-next': {
    en: 'add --yes, or --dry-run to look only',
    fr: 'ajoutez --yes, ou --dry-run pour seulement voir',
  },
  'confirmation-needed-init': {
    en: 'add --yes to write what is found',
    fr: 'ajoutez --yes pour écrire ce qui est trouvé',
  },
  'confirmation-needed-connect': {
    en: 'add --yes to connect the browsers',
    fr: 'ajoutez --yes pour relier les navigateurs',
  },
  'confirmation-needed-undo': {
    en: 'add --yes to restore the files',
    fr: 'ajoutez --yes pour rétablir les fichiers',
  },
  cancelled: { en: 'cancelled; nothing was changed', fr: 'annulé ; rien n’a changé' },
  'cancelled-next': { en: 'run it again when you want to', fr: 'relancez quand vous voulez' },

  'ask-environment': { en: 'Environment of the key', fr: 'Environnement de la clé' },
  'ask-merchant': {
    en: 'Merchant id (may be empty with the Authorization)',
    fr: 'Identifiant du commerçant (facultatif avec l’Authorization)',
  },
  'ask-key': { en: 'Value of the key', fr: 'Valeur de la clé' },
  'ask-authorization': {
    en: 'Authorization (HTTP Header), to check the others; may be empty',
    fr: 'Authorization (HTTP Header), pour vérifier le reste ; facultatif',
  },
  'confirm-apply': { en: 'Write these files?', fr: 'Écrire ces fichiers ?' },
  'merchant-change': {
    en: 'the merchant changes: {from} before, {to} now',
    fr: 'le commerçant change : {from} avant, {to} maintenant',
  },
  'confirm-merchant': {
    en: 'Replace merchant {from} by merchant {to}?',
    fr: 'Remplacer le commerçant {from} par le commerçant {to} ?',
  },
  yes: { en: 'Yes', fr: 'Oui' },
  no: { en: 'No', fr: 'Non' },

  'key-line': {
    en: '{environment} key {masked} of merchant {merchantId}, fingerprint {fingerprint}',
    fr: 'clé {masked} de {environment}, commerçant {merchantId}, empreinte {fingerprint}',
  },
  'already-there': { en: 'already as it should be', fr: 'déjà comme il faut' },
  'in-place': { en: '{file}: in place ({fields})', fr: '{file} : en place ({fields})' },

  'status-external-none': {
    en: '{name}: given no key from this machine',
    fr: '{name} : n’a reçu aucune clé de cette machine',
  },
  'status-external': {
    en: '{name}: was given {masked}, fingerprint {fingerprint}, at {time}; it is not asked what it holds now',
    fr: '{name} : a reçu {masked}, empreinte {fingerprint}, à {time} ; on ne lui demande pas ce qu’il contient',
  },
  'status-key': {
    en: '{file}: {masked}, fingerprint {fingerprint}{more}',
    fr: '{file} : {masked}, empreinte {fingerprint}{more}',
  },
  'status-no-key': { en: '{file}: no key', fr: '{file} : pas de clé' },
  'status-reference': { en: ', reference {reference}', fr: ', référence {reference}' },
  'status-installed': { en: ', installed {time}', fr: ', installée le {time}' },
  'status-in-step': { en: ', in step', fr: ', en accord' },
  'status-out-of-step': { en: ', not in step', fr: ', en désaccord' },
  'status-unknown': { en: 'unknown', fr: 'inconnue' },
  'status-well': { en: 'all is well', fr: 'tout va bien' },
  'status-findings': { en: 'to look at: {count}', fr: 'à regarder : {count}' },

  'confirm-undo': { en: 'Restore these files?', fr: 'Rétablir ces fichiers ?' },
  'undo-plan': {
    en: 'was installed at {time}; will be taken out again of: {files}',
    fr: 'installée le {time} ; sera retirée de : {files}',
  },
  restored: { en: '{file}: restored', fr: '{file} : rétabli' },
  'undo-left': {
    en: 'earlier applies that can still be undone: {left}',
    fr: 'applications antérieures encore annulables : {left}',
  },

  'confirm-connect': { en: 'Write these?', fr: 'Écrire cela ?' },
  'confirm-disconnect': { en: 'Remove these?', fr: 'Retirer cela ?' },
  connected: { en: 'connected: {titles}', fr: 'reliés : {titles}' },
  disconnected: { en: 'disconnected', fr: 'plus rien n’est relié' },
  'nothing-connected': { en: 'nothing was connected', fr: 'rien n’était relié' },
  'confirm-repair': { en: 'Repair this?', fr: 'Réparer cela ?' },
  'doctor-program': { en: 'this program', fr: 'ce programme' },
  'doctor-host': { en: 'what browsers start', fr: 'ce que lancent les navigateurs' },
  'doctor-answers': {
    en: 'what browsers start answers, version {version}',
    fr: 'ce que lancent les navigateurs répond, version {version}',
  },
  'doctor-no-browser': { en: 'no browser was found', fr: 'aucun navigateur trouvé' },
  'doctor-will': { en: 'to repair:', fr: 'à réparer :' },
  'doctor-unregister': {
    en: 'forget the project {dir}, which is gone',
    fr: 'oublier le projet {dir}, qui n’existe plus',
  },
  'pairing-code': {
    en: 'control code {code}: the extension’s window shows the same when it meets this program',
    fr: 'code de contrôle {code} : la fenêtre de l’extension montre le même quand elle rencontre ce programme',
  },
  'control-code': { en: 'control code {code}', fr: 'code de contrôle {code}' },

  'ask-file-passphrase': { en: 'Passphrase of the sealed key', fr: 'Mot de passe de la clé scellée' },
  'ask-identity-passphrase': {
    en: 'Passphrase of this machine’s identity',
    fr: 'Mot de passe de l’identité de cette machine',
  },
  'ask-new-passphrase': {
    en: 'New passphrase, {shortest} characters or more',
    fr: 'Nouveau mot de passe, {shortest} caractères ou plus',
  },
  'ask-passphrase-again': { en: 'The same once more', fr: 'Le même encore une fois' },
  'passphrase-short': { en: 'at least {shortest} characters', fr: 'au moins {shortest} caractères' },
  'passphrase-differs': { en: 'not the same as before', fr: 'différent du premier' },
  'passphrase-unaskable': {
    en: 'there is no terminal to ask for a passphrase',
    fr: 'il n’y a pas de terminal où demander un mot de passe',
  },
  'passphrase-unaskable-next': {
    en: 'run it in a terminal, with nothing on standard input',
    fr: 'lancez-le dans un terminal, sans rien sur l’entrée standard',
  },
  'code-not-digits': {
    en: '--code takes the 18 digits that the sender sees',
    fr: '--code prend les 18 chiffres que voit l’expéditeur',
  },
  'code-not-digits-next': {
    en: 'give it as --code "482 019 773 650 118 904"',
    fr: 'donnez-le ainsi : --code "482 019 773 650 118 904"',
  },
  'code-older': {
    en: 'these eight digits are a code of an older version; codes have 18 digits now',
    fr: 'ces huit chiffres sont un code d’une version plus ancienne ; les codes ont maintenant 18 chiffres',
  },
  'code-older-next': {
    en: 'ask the sender to update the extension, or cle, to seal the key again and to say the new code',
    fr: 'demandez à l’expéditeur de mettre à jour l’extension, ou cle, de sceller à nouveau la clé et de dire le nouveau code',
  },
  'code-without-sealed': {
    en: '--code was given, and the key did not come sealed',
    fr: '--code est donné, mais la clé n’est pas scellée',
  },
  'code-without-sealed-next': {
    en: 'give the sealed file, or leave out --code',
    fr: 'donnez le fichier scellé, ou retirez --code',
  },
  'confirmation-code': { en: 'confirmation code {code}', fr: 'code de confirmation {code}' },
  'confirmation-code-read-out': {
    en: 'read it out to whoever opens the file, by voice; never send it along',
    fr: 'dites-le de vive voix à qui ouvrira le fichier ; ne l’envoyez jamais avec',
  },
  'confirm-sender': {
    en: 'Did the sender read out this very code to you?',
    fr: 'L’expéditeur vous a-t-il dit exactement ce code ?',
  },
  'recipient-rotated': {
    en: 'the recipient is new: send it to whoever seals to you, and connect the extension again',
    fr: 'le destinataire est nouveau : envoyez-le à qui scelle pour vous, et reliez l’extension à nouveau',
  },
  'recipient-protected': {
    en: 'the identity is protected: your browser cannot install keys in place on its own any more',
    fr: 'l’identité est protégée : le navigateur ne peut plus installer de clé de lui-même',
  },
  'recipient-in-keychain': {
    en: 'the identity is protected: it opens while this system’s keychain is unlocked',
    fr: 'l’identité est protégée : elle s’ouvre tant que le trousseau du système est déverrouillé',
  },
  'guard-both': {
    en: '--passphrase and --keychain exclude each other',
    fr: '--passphrase et --keychain s’excluent',
  },
  'guard-both-next': { en: 'use one of them', fr: 'choisissez-en un' },
  'seal-for-whom': {
    en: 'nobody is named who could open the sealed key',
    fr: 'personne n’est nommé qui puisse ouvrir la clé scellée',
  },
  'seal-for-whom-next': {
    en: 'add --to with what cle recipient prints on the other machine, or --passphrase',
    fr: 'ajoutez --to avec ce qu’affiche cle recipient sur l’autre machine, ou --passphrase',
  },
  'seal-for-both': { en: '--to and --passphrase exclude each other', fr: '--to et --passphrase s’excluent' },
  'seal-for-both-next': {
    en: 'use one of them; age allows no more',
    fr: 'choisissez-en un ; age n’en permet pas plus',
  },
  'days-wrong': { en: '--expires-in takes 1 to {most} days', fr: '--expires-in prend de 1 à {most} jours' },
  'days-wrong-next': {
    en: 'give a number, such as --expires-in 7',
    fr: 'donnez un nombre, comme --expires-in 7',
  },
  'sealed-for': {
    en: 'sealed for {name}, control code {code}',
    fr: 'scellée pour {name}, code de contrôle {code}',
  },
  'sealed-file': {
    en: '{file}: sealed, opens until {time}',
    fr: '{file} : scellée, s’ouvre jusqu’au {time}',
  },

  'init-already': {
    en: '{file} is there already and stays as it is; the project {name} is registered',
    fr: '{file} existe déjà et reste tel quel ; le projet {name} est enregistré',
  },
  'init-done': {
    en: '{file} is written; the project {name} is registered',
    fr: '{file} est écrit ; le projet {name} est enregistré',
  },
  'init-cut': {
    en: 'the tree is very large: not all of it was looked at',
    fr: 'l’arborescence est très grande : elle n’a pas été parcourue en entier',
  },
  'confirm-init': { en: 'Write cle.config.yaml?', fr: 'Écrire cle.config.yaml ?' },
  'found-kit': { en: '{file}: a file of {kit}', fr: '{file} : un fichier de {kit}' },
  'found-names': { en: '{file}: sets {names}', fr: '{file} : contient {names}' },
  'plugin-found': {
    en: '{file}: {title} keeps its key in a database; nothing is written for it',
    fr: '{file} : {title} garde sa clé en base de données ; rien n’y est écrit',
  },
  'plugin-steps': {
    en: '{title}, by hand:',
    fr: '{title}, à la main :',
  },
  'shape-pair': {
    en: 'it takes the merchant id and the value of the key, in two fields',
    fr: 'elle prend l’identifiant du commerçant et la valeur de la clé, en deux champs',
  },
  'shape-credentials': {
    en: 'it takes the Authorization (HTTP Header) without the word "Basic" and the blank behind it',
    fr: 'elle prend l’Authorization (HTTP Header) sans le mot « Basic » ni le blanc qui le suit',
  },
  'shape-authorization': {
    en: 'it takes the whole Authorization (HTTP Header), the word "Basic" included',
    fr: 'elle prend toute l’Authorization (HTTP Header), mot « Basic » compris',
  },
  'kit-hint': {
    en: '{title}: {hint}',
    fr: '{title} : {hint}',
  },
  'passed-over': {
    en: 'not proposed:',
    fr: 'non proposés :',
  },
  'init-by-hand': {
    en: 'no file to write, so no {file} is made',
    fr: 'aucun fichier à écrire, donc pas de {file}',
  },
  'because-name': {
    en: 'for {environments}, as its name says',
    fr: 'pour {environments}, d’après son nom',
  },
  'because-word': {
    en: 'for {environments}, as line {line} says: {address} is {said}',
    fr: 'pour {environments}, d’après la ligne {line} : {address} vaut {said}',
  },
  'because-address': {
    en: 'for {environments}, as its names say',
    fr: 'pour {environments}, d’après ses noms',
  },
  'because-unclear': {
    en: 'for which environment cannot be told: line {line}, {address} is {said}',
    fr: 'pour quel environnement, on ne peut pas le dire : ligne {line}, {address} vaut {said}',
  },
  'ask-environment-of': {
    en: 'Which environment is {file} for?',
    fr: 'Pour quel environnement est {file} ?',
  },
  'leave-out': { en: 'leave it out', fr: 'le laisser de côté' },
  'because-neither': {
    en: 'for {environments}, as nothing in it says otherwise',
    fr: 'pour {environments}, car rien n’y dit le contraire',
  },
  'because-both': {
    en: 'for {environments}, as it holds a key of each',
    fr: 'pour {environments}, car il contient une clé de chacun',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type TextKey = keyof typeof texts;

/** Says a text, its blanks filled. */
export function tell(key: TextKey, language: Language, params: Params = {}): string {
  return fill(texts[key][language], params);
}

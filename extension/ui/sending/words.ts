import type { Language } from '../../../shared/wording.ts';

const en = {
  title: 'Send it, sealed, to a colleague',
  more: 'For files on another computer: the key goes into a file that only your colleague can open. The file may travel by any means.',
  begin: 'Send it to a colleague…',
  who: 'Who may open it?',
  nobody: 'No colleague is saved yet. Add yours first: once, and it takes a minute.',
  add: 'Add a colleague…',
  seal: 'Seal the key',
  passphrase: 'Seal it with a passphrase instead',
  passphraseMore:
    'Only for somebody who cannot send you a line: whoever has the file and the passphrase can open it.',
  sealing: 'Sealing…',
  cancel: 'Cancel',
  sealedFor: (who: string) => `Sealed for ${who}.`,
  withPassphrase: 'whoever knows the passphrase',
  sendFile: 'Send this file, by mail or by any other means.',
  sendMessage: 'With it, this message says what to do.',
  copyMessage: 'Copy the message',
  message: (file: string, day: string) => `Hello,

Here is a Payline key for our project, sealed for you: “${file}”.

1. Save the file on your computer.
2. In the folder of the project, run: cle apply ${file}
3. When it shows or asks for a code, call me: I read it out to you. Never trust a code that came in writing.

The file can be opened until ${day}. Tell me when the key is in place.`,
  download: 'Download the file',
  downloaded: (file: string) => `The browser saves “${file}” with your downloads.`,
  copy: 'Copy it as text',
  copied: 'Copied: paste it into a message.',
  notCopied: 'Nothing was copied: download the file instead.',
  readPassphrase:
    'Call your colleague and read out this passphrase, hyphens included. It is shown this once. Never write it where the file goes.',
  readCode:
    'Call your colleague and read out this code. Their terminal asks for it, or shows the same one: so they know that the file comes from you.',
  stays: (day: string) =>
    `The file can be opened until ${day}. The key goes on waiting here, encrypted: forget it once your colleague has it.`,
  done: 'Done',
  before: (who: string, date: string) => `Sealed for ${who} on ${date}`,
  opensUntil: (day: string) => `The file can be opened until ${day}.`,
  ended: 'The file cannot be opened any more.',
  again: 'Show the file and the code again',
  againOf: (who: string, date: string) => `Show the file and the code for ${who} of ${date} again`,
};

export type SendingWords = typeof en;

const fr: SendingWords = {
  title: 'L’envoyer, scellée, à un collègue',
  more: 'Pour des fichiers sur un autre ordinateur : la clé part dans un fichier que seul votre collègue peut ouvrir. Le fichier peut voyager par n’importe quel moyen.',
  begin: 'L’envoyer à un collègue…',
  who: 'Qui pourra l’ouvrir ?',
  nobody: 'Aucun collègue enregistré. Ajoutez d’abord le vôtre : une seule fois, en une minute.',
  add: 'Ajouter un collègue…',
  seal: 'Sceller la clé',
  passphrase: 'La sceller avec une phrase secrète',
  passphraseMore:
    'Seulement pour qui ne peut pas vous envoyer de ligne : avec le fichier et la phrase secrète, n’importe qui peut l’ouvrir.',
  sealing: 'Scellement…',
  cancel: 'Annuler',
  sealedFor: (who) => `Scellée pour ${who}.`,
  withPassphrase: 'qui connaît la phrase secrète',
  sendFile: 'Envoyez ce fichier, par courriel ou par tout autre moyen.',
  sendMessage: 'Avec lui, ce message dit quoi faire.',
  copyMessage: 'Copier le message',
  message: (file, day) => `Bonjour,

Voici une clé Payline pour notre projet, scellée pour vous : « ${file} ».

1. Enregistrez le fichier sur votre ordinateur.
2. Dans le dossier du projet, lancez : cle apply ${file}
3. Quand un code s’affiche ou vous est demandé, appelez-moi : je vous le lirai. Ne vous fiez jamais à un code reçu par écrit.

Le fichier s’ouvre jusqu’au ${day}. Dites-moi quand la clé est en place.`,
  download: 'Télécharger le fichier',
  downloaded: (file) => `Le navigateur enregistre « ${file} » avec vos téléchargements.`,
  copy: 'Le copier comme texte',
  copied: 'Copié : collez-le dans un message.',
  notCopied: 'Rien n’a été copié : téléchargez plutôt le fichier.',
  readPassphrase:
    'Appelez votre collègue et lisez-lui cette phrase secrète, tirets compris. Elle n’est montrée que cette fois. Ne l’écrivez jamais là où passe le fichier.',
  readCode:
    'Appelez votre collègue et lisez-lui ce code. Son terminal le demande, ou affiche le même : il sait ainsi que le fichier vient de vous.',
  stays: (day) =>
    `Le fichier s’ouvre jusqu’au ${day}. La clé continue d’attendre ici, chiffrée : oubliez-la quand votre collègue l’aura.`,
  done: 'Terminé',
  before: (who, date) => `Scellée pour ${who}, ${date}`,
  opensUntil: (day) => `Le fichier s’ouvre jusqu’au ${day}.`,
  ended: 'Le fichier ne s’ouvre plus.',
  again: 'Revoir le fichier et le code',
  againOf: (who, date) => `Revoir le fichier et le code pour ${who}, ${date}`,
};

export const sendingWords: Readonly<Record<Language, SendingWords>> = { en, fr };

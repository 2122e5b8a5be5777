import type { Language } from '../../../shared/wording.ts';

const en = {
  title: 'Keep a key by hand',
  leadAlone:
    'Paste a key that you have copied, in any form: its value and your merchant ID, the Authorization, or whole lines with their names. No secret is shown.',
  lead: 'The console shows a key that Clé en main cannot read. Do not close its pop-up: copy from it and paste here. No secret is shown, and the key is encrypted as soon as it is whole.',
  steps: [
    'In the console’s pop-up, copy the external reference: press the icon beside it, or select it and press Ctrl+C. You may leave this one out.',
    'Come back to this window and press Ctrl+V (⌘V on a Mac), or the button below.',
    'Do the same with the value of the key, and with the Authorization. The order does not matter. Where there is no Authorization, your merchant ID does.',
  ],
  pasteButton: 'Paste',
  environment: 'Which console shows the key?',
  environmentFirst: 'Say which console shows the key.',
  fields: {
    reference: 'External reference',
    merchantId: 'Merchant ID',
    accessKey: 'Value of the key',
    authorization: 'Authorization',
  },
  optional: 'optional',
  awaited: 'not yet received',
  received: 'received',
  pastedOne:
    'Received. Now paste the Authorization, which proves the value. If you have none, paste your merchant ID.',
  pastedAuthorization:
    'The Authorization is received. Now paste the value of the key, which proves that nothing was cut off.',
  pastedMerchant: 'The merchant ID is received. Now paste the value of the key.',
  nothingFound:
    'There is no key in what you pasted. Copy the value of the key, the Authorization or your merchant ID by itself, and paste again.',
  unproven: 'Nothing proves this key yet',
  unprovenMore: (merchantId: string) =>
    `It belongs to merchant ${merchantId}. Without the value and the Authorization together, a letter that was not copied goes unnoticed: compare the end of the key and its length with what the console shows.`,
  keepUnproven: (masked: string, length: number) => `Keep the key ${masked}, of ${length} characters`,
  masked: 'What you pasted is masked: reveal it in the console’s pop-up first, then copy it again.',
  mismatch:
    'The Authorization is not made of the value or the merchant ID that you pasted. Start over, and copy all from one pop-up.',
  notRead: 'The browser did not let this button read the clipboard. Press Ctrl+V instead.',
  keeping: 'Encrypting…',
  kept: (masked: string) => `The key ${masked} is safe, encrypted on this computer.`,
  keptMore: 'You may close the console’s pop-up now: press its button twice.',
  cleared: 'The clipboard was emptied.',
  notCleared: 'The key may still be on the clipboard: copy something else.',
  clipboardManagers: 'A clipboard manager may have kept a copy: delete it there.',
  again: 'Start over',
};

export type PasteWords = typeof en;

const fr: PasteWords = {
  title: 'Garder une clé à la main',
  leadAlone:
    'Collez une clé que vous avez copiée, sous n’importe quelle forme : sa valeur et votre identifiant commerçant, l’Authorization, ou des lignes entières avec leurs noms. Aucun secret n’est affiché.',
  lead: 'La console montre une clé que Clé en main ne peut pas lire. Ne fermez pas sa fenêtre : copiez et collez ici. Aucun secret n’est affiché, et la clé est chiffrée dès qu’elle est complète.',
  steps: [
    'Dans la fenêtre de la console, copiez la référence externe : appuyez sur l’icône à côté, ou sélectionnez-la et appuyez sur Ctrl+C. Celle-ci est facultative.',
    'Revenez à cette fenêtre-ci et appuyez sur Ctrl+V (⌘V sur un Mac), ou sur le bouton ci-dessous.',
    'Faites de même avec la valeur de la clé, puis avec l’Authorization. L’ordre n’a pas d’importance. S’il n’y a pas d’Authorization, votre identifiant commerçant suffit.',
  ],
  pasteButton: 'Coller',
  environment: 'Quelle console montre la clé ?',
  environmentFirst: 'Dites quelle console montre la clé.',
  fields: {
    reference: 'Référence externe',
    merchantId: 'Identifiant commerçant',
    accessKey: 'Valeur de la clé',
    authorization: 'Authorization',
  },
  optional: 'facultative',
  awaited: 'attendue',
  received: 'reçue',
  pastedOne:
    'Reçu. Collez maintenant l’Authorization, qui prouve la valeur. Si vous n’en avez pas, collez votre identifiant commerçant.',
  pastedAuthorization:
    'L’Authorization est reçue. Collez maintenant la valeur de la clé, qui prouve que rien n’a été coupé.',
  pastedMerchant: 'L’identifiant commerçant est reçu. Collez maintenant la valeur de la clé.',
  nothingFound:
    'Il n’y a pas de clé dans ce que vous avez collé. Copiez seuls la valeur de la clé, l’Authorization ou votre identifiant commerçant, puis collez de nouveau.',
  unproven: 'Rien ne prouve encore cette clé',
  unprovenMore: (merchantId) =>
    `Elle appartient au commerçant ${merchantId}. Sans la valeur et l’Authorization ensemble, une lettre oubliée à la copie passe inaperçue : comparez la fin de la clé et sa longueur avec ce que montre la console.`,
  keepUnproven: (masked, length) => `Garder la clé ${masked}, de ${length} caractères`,
  masked:
    'Ce que vous avez collé est masqué : affichez-le d’abord dans la fenêtre de la console, puis copiez-le de nouveau.',
  mismatch:
    'L’Authorization n’est pas faite de la valeur ou de l’identifiant commerçant que vous avez collés. Recommencez, et copiez tout dans une même fenêtre.',
  notRead: 'Le navigateur n’a pas laissé ce bouton lire le presse-papiers. Appuyez plutôt sur Ctrl+V.',
  keeping: 'Chiffrement…',
  kept: (masked) => `La clé ${masked} est à l’abri, chiffrée sur cet ordinateur.`,
  keptMore: 'Vous pouvez maintenant fermer la fenêtre de la console : appuyez deux fois sur son bouton.',
  cleared: 'Le presse-papiers a été vidé.',
  notCleared: 'La clé est peut-être encore dans le presse-papiers : copiez autre chose.',
  clipboardManagers: 'Un gestionnaire de presse-papiers a pu en garder une copie : effacez-la là aussi.',
  again: 'Recommencer',
};

export const pasteWords: Readonly<Record<Language, PasteWords>> = { en, fr };

import type { Language } from '../../../shared/wording.ts';

const en = {
  ways: {
    files: 'Into the files of a project on this computer',
    developer: 'To my developer',
    shop: 'Into my shop’s administration',
    clipboard: 'I copy it myself',
  },
  waysMore: {
    files: 'Clé en main writes them, and reads them back.',
    developer: 'In a sealed file that nobody else can open.',
    shop: 'Step by step, with a button for each field.',
    clipboard: 'Through the clipboard, which is cleared afterwards.',
  },
  which: 'Which shop?',
  other: 'Another shop',
  forms: {
    pair: 'It takes two fields: the merchant ID and the key.',
    credentials: 'It takes one field: the Authorization without the word “Basic”.',
    authorization: 'It takes one field: the whole Authorization, the word “Basic” included.',
  },
  otherSteps: [
    'In the administration of your shop, open the settings of Payline or Monext.',
    'Fill in the fields that it asks for, choose the environment, save.',
  ],
  saidOn: (date: string) => `by hand, said done on ${date}`,
  left: 'Left to do',
  leftMore: 'The files have the key. The shop’s administration takes it by hand.',
  isFor: (environment: string) => `The environment to choose there: ${environment}.`,
  stays: 'The key stays here, encrypted, until you say that it is done.',
  said: 'It is done…',
  saidQuestion: 'Is the key saved in your shop?',
  saidMore: (masked: string) =>
    `Clé en main cannot look into your shop: it takes your word for it. The key ${masked} then leaves this browser, and the console will not show it again.`,
  saidYes: 'Yes, it is saved there',
  saidNo: 'Not yet',
  noted: 'Noted: entered by hand.',
  notedMore: (where: string, date: string) =>
    `${where}, said to be done on ${date}. This has not been checked: make a payment in your shop to be sure.`,
};

type DestinationWords = typeof en;

const fr: DestinationWords = {
  ways: {
    files: 'Dans les fichiers d’un projet sur cet ordinateur',
    developer: 'Chez mon développeur',
    shop: 'Dans l’administration de ma boutique',
    clipboard: 'Je la copie moi-même',
  },
  waysMore: {
    files: 'Clé en main les écrit, puis les relit.',
    developer: 'Dans un fichier scellé que lui seul peut ouvrir.',
    shop: 'Étape par étape, un bouton pour chaque champ.',
    clipboard: 'Par le presse-papiers, vidé ensuite.',
  },
  which: 'Quelle boutique ?',
  other: 'Une autre boutique',
  forms: {
    pair: 'Elle attend deux champs : l’identifiant du commerçant et la clé.',
    credentials: 'Elle attend un champ : l’Authorization sans le mot « Basic ».',
    authorization: 'Elle attend un champ : toute l’Authorization, mot « Basic » compris.',
  },
  otherSteps: [
    'Dans l’administration de votre boutique, ouvrez les réglages de Payline ou de Monext.',
    'Remplissez les champs demandés, choisissez l’environnement, enregistrez.',
  ],
  saidOn: (date) => `à la main, dit fait le ${date}`,
  left: 'Il reste à faire',
  leftMore: 'Les fichiers ont la clé. L’administration de la boutique la prend à la main.',
  isFor: (environment) => `L’environnement à y choisir : ${environment}.`,
  stays: 'La clé reste ici, chiffrée, jusqu’à ce que vous disiez que c’est fait.',
  said: 'C’est fait…',
  saidQuestion: 'La clé est-elle enregistrée dans votre boutique ?',
  saidMore: (masked) =>
    `Clé en main ne peut pas regarder dans votre boutique : elle vous croit sur parole. La clé ${masked} quittera alors ce navigateur, et la console ne la montrera plus.`,
  saidYes: 'Oui, elle y est enregistrée',
  saidNo: 'Pas encore',
  noted: 'C’est noté : saisie à la main.',
  notedMore: (where, date) =>
    `${where}, dit fait le ${date}. Personne ne l’a vérifié : faites un paiement dans votre boutique pour en être sûr.`,
};

export const destinationWords: Readonly<Record<Language, DestinationWords>> = { en, fr };

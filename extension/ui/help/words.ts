import type { Language } from '../../../shared/wording.ts';
import { language } from '../language.ts';

const en = {
  title: 'Help, privacy, reporting',
  help: 'Help',
  answers: [
    [
      'I have created a key. Is it safe?',
      'Yes, as soon as the page says so: it is encrypted in this browser, and waits until you say where it goes or forget it.',
    ],
    [
      'I do not know where it goes.',
      'Ask your developer; the key waits meanwhile. If you enter keys yourself, in the administration of your shop, choose that answer: the steps are shown.',
    ],
    [
      'My developer works on another computer.',
      'Choose “To my developer”: the key leaves in a file that nobody else can open.',
    ],
    [
      'The key does not work.',
      'Compare the environment first: a test key works in test only. Then replace it from the button in the toolbar.',
    ],
    [
      'I have lost a key.',
      'The console shows none twice. Create another, and deactivate the lost one there.',
    ],
  ],
  privacy: 'Privacy',
  privacyMore: [
    'Nothing is collected, and this extension contacts no server.',
    'Keys are encrypted in this browser. They leave it only when you say so: to the configurator on this computer, in a sealed file, or by the clipboard.',
    'Of the console’s list, only what it shows is kept, without values, until you forget it in the button’s window.',
    'Removing the extension removes all of it.',
  ],
  report: 'Report a problem',
  reportMore:
    'Copy these lines for whoever gave you Clé en main, or your developer, and say what you did and what you saw. They hold no key. Never send a key along.',
  copyReport: 'Copy the report',
  copied: 'Copied: paste it into a message.',
  none: 'not connected',
};

type HelpWords = typeof en;

const fr: HelpWords = {
  title: 'Aide, vie privée, signalement',
  help: 'Aide',
  answers: [
    [
      'J’ai créé une clé. Est-elle à l’abri ?',
      'Oui, dès que la page le dit : elle est chiffrée dans ce navigateur et attend que vous disiez où elle va, ou que vous l’oubliiez.',
    ],
    [
      'Je ne sais pas où elle va.',
      'Demandez à votre développeur ; la clé attend. Si vous saisissez vous-même les clés dans l’administration de votre boutique, choisissez cette réponse : les étapes s’affichent.',
    ],
    [
      'Mon développeur travaille sur un autre ordinateur.',
      'Choisissez « Chez mon développeur » : la clé part dans un fichier que lui seul peut ouvrir.',
    ],
    [
      'La clé ne marche pas.',
      'Comparez d’abord l’environnement : une clé de test ne marche qu’en test. Remplacez-la ensuite depuis le bouton de la barre d’outils.',
    ],
    [
      'J’ai perdu une clé.',
      'La console n’en montre aucune deux fois. Créez-en une autre et désactivez-y celle qui est perdue.',
    ],
  ],
  privacy: 'Vie privée',
  privacyMore: [
    'Rien n’est collecté, et cette extension ne contacte aucun serveur.',
    'Les clés sont chiffrées dans ce navigateur. Elles ne le quittent que sur votre demande : vers le configurateur de cet ordinateur, dans un fichier scellé, ou par le presse-papiers.',
    'De la liste de la console, seul ce qu’elle affiche est gardé, sans les valeurs, jusqu’à ce que vous l’oubliiez dans la fenêtre du bouton.',
    'Retirer l’extension efface tout.',
  ],
  report: 'Signaler un problème',
  reportMore:
    'Copiez ces lignes pour la personne qui vous a fourni Clé en main, ou pour votre développeur, et dites ce que vous avez fait et vu. Elles ne contiennent aucune clé. N’envoyez jamais de clé avec.',
  copyReport: 'Copier le rapport',
  copied: 'Copié : collez-le dans un message.',
  none: 'non connecté',
};

const helpWords: Readonly<Record<Language, HelpWords>> = { en, fr };

export const h = helpWords[language];

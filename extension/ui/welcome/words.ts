import type { Language } from '../../../shared/wording.ts';
import { language } from '../language.ts';

const en = {
  title: 'Clé en main is installed',
  what: [
    'Payline’s console shows a new API key only once.',
    'Clé en main keeps it, encrypted on this computer, before the pop-up closes at the first press.',
    'It then takes the key to the files that need it, when you say so.',
  ],
  ready: 'Nothing to set up',
  readyMore:
    'Create your keys as usual. Each one waits here, encrypted, until you install it or forget it, even without a configurator.',
  pin: 'Pin the icon',
  pinMore: 'So that you see at a glance whether a key waits.',
  pinSteps: {
    chromium: 'Press the puzzle piece beside the address bar, then the pin beside Clé en main.',
    firefox:
      'Press the puzzle piece beside the address bar, then the cog beside Clé en main, then “Pin to Toolbar”.',
  },
  connect: 'Connect the configurator',
  connectMore:
    'If your project is on this computer, the configurator writes the key into its files and proves it. You can also do this later, in the settings.',
  openSettings: 'Open the settings',
};

type WelcomeWords = typeof en;

const fr: WelcomeWords = {
  title: 'Clé en main est installée',
  what: [
    'La console de Payline ne montre une nouvelle clé d’API qu’une seule fois.',
    'Clé en main la garde, chiffrée sur cet ordinateur, avant que la fenêtre se ferme à la première pression.',
    'Elle la porte ensuite aux fichiers qui en ont besoin, quand vous le dites.',
  ],
  ready: 'Rien à régler',
  readyMore:
    'Créez vos clés comme d’habitude. Chacune attend ici, chiffrée, jusqu’à ce que vous l’installiez ou l’oubliiez, même sans configurateur.',
  pin: 'Épingler l’icône',
  pinMore: 'Pour voir d’un coup d’œil si une clé attend.',
  pinSteps: {
    chromium:
      'Appuyez sur la pièce de puzzle près de la barre d’adresse, puis sur l’épingle à côté de Clé en main.',
    firefox:
      'Appuyez sur la pièce de puzzle près de la barre d’adresse, puis sur la roue à côté de Clé en main, puis sur « Épingler à la barre d’outils ».',
  },
  connect: 'Connecter le configurateur',
  connectMore:
    'Si votre projet est sur cet ordinateur, le configurateur écrit la clé dans ses fichiers et le prouve. Vous pouvez aussi le faire plus tard, dans les réglages.',
  openSettings: 'Ouvrir les réglages',
};

const welcomeWords: Readonly<Record<Language, WelcomeWords>> = { en, fr };

export const w = welcomeWords[language];

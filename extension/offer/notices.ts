import type { Language } from '../../shared/messages.ts';
import { chosenLanguage } from '../settings/language.ts';

/** What a console's page is told to show beside a key that can be changed. */
export interface PageNotice {
  readonly title: string;
  readonly text: string;
}

interface Notices {
  readonly offered: PageNotice;
  readonly unrecoverable: PageNotice;
  readonly taken: (masked: string) => PageNotice;
}

const notices: Readonly<Record<Language, Notices>> = {
  en: {
    offered: {
      title: 'This key can be installed.',
      text: 'To do so, press the button of Clé en main in the browser’s toolbar. Nothing is kept until then.',
    },
    unrecoverable: {
      title: 'The console does not show this key again.',
      text: 'If you do not have it any more, go back to the list and create a new key: Clé en main takes it to its files. Then deactivate this one.',
    },
    taken: (masked) => ({
      title: `The key ${masked} is safe, encrypted on this computer.`,
      text: 'The Clé en main window asks where to install it.',
    }),
  },
  fr: {
    offered: {
      title: 'Cette clé peut être installée.',
      text: 'Pour cela, appuyez sur le bouton de Clé en main dans la barre du navigateur. Rien n’est gardé avant.',
    },
    unrecoverable: {
      title: 'La console ne montre plus cette clé.',
      text: 'Si vous ne l’avez plus, revenez à la liste et créez une nouvelle clé : Clé en main l’installera. Désactivez ensuite celle-ci.',
    },
    taken: (masked) => ({
      title: `La clé ${masked} est à l’abri, chiffrée sur cet ordinateur.`,
      text: 'La fenêtre Clé en main demande où l’installer.',
    }),
  },
};

/** A console shows a key again: it may be installed, if the person wants it. */
export async function offered(): Promise<PageNotice> {
  return notices[await chosenLanguage()].offered;
}

/** A console shows a key masked for good. */
export async function unrecoverable(): Promise<PageNotice> {
  return notices[await chosenLanguage()].unrecoverable;
}

export async function taken(masked: string): Promise<PageNotice> {
  return notices[await chosenLanguage()].taken(masked);
}

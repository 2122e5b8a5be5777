import type { Code } from '../../shared/messages.ts';
import type { State } from './state.ts';
import type { Language } from './words.ts';

/** How a state is told: `calm` in passing, `alert` at once and loudly. */
export interface Notice {
  readonly tone: 'calm' | 'safe' | 'alert';
  readonly title: string;
  readonly text: string;
}

type Texts = Readonly<
  Record<'reading' | 'unreadable' | 'failed' | 'orphaned' | 'lost', readonly [string, string]>
> & {
  readonly sealed: (masked: string) => readonly [string, string];
  readonly again: string;
  readonly masked: string;
  readonly mismatch: string;
};

const texts: Readonly<Record<Language, Texts>> = {
  fr: {
    reading: ['Un instant : la clé n’est pas encore à l’abri.', 'Clé en main la lit et la chiffre.'],
    unreadable: [
      'Ne fermez pas cette fenêtre.',
      'Clé en main la reconnaît, mais ne peut pas lire la clé, que la console ne montrera plus. Copiez-la à la main dans la fenêtre Clé en main qui s’ouvre.',
    ],
    failed: [
      'Ne fermez pas cette fenêtre : la clé n’a pas pu être gardée.',
      'Nouvel essai en cours. Par précaution, copiez la clé vous-même.',
    ],
    orphaned: [
      'Ne fermez pas cette fenêtre : Clé en main s’est arrêtée.',
      'L’extension vient d’être mise à jour ou désactivée. Copiez la clé vous-même, puis rechargez la page.',
    ],
    lost: [
      'Cette clé n’a pas été gardée.',
      'La fenêtre s’est fermée avant d’avoir pu être lue. Si vous n’avez pas copié la clé, désactivez-la dans la liste et créez-en une autre.',
    ],
    sealed: (masked) => [
      `La clé ${masked} est à l’abri, chiffrée sur cet ordinateur.`,
      'Vous pouvez fermer : la fenêtre Clé en main demande où l’installer.',
    ],
    again: 'Pour fermer quand même, appuyez encore une fois.',
    masked: 'La valeur est masquée : affichez-la, Clé en main la lira aussitôt.',
    mismatch: 'La valeur et l’Authorization affichées ne vont pas ensemble.',
  },
  en: {
    reading: ['One moment: the key is not safe yet.', 'Clé en main is reading and encrypting it.'],
    unreadable: [
      'Do not close this window.',
      'Clé en main recognises it but cannot read the key, which the console will not show again. Copy it by hand into the Clé en main window that opens.',
    ],
    failed: [
      'Do not close this window: the key could not be kept.',
      'Trying again. To be sure, copy the key yourself.',
    ],
    orphaned: [
      'Do not close this window: Clé en main has stopped.',
      'The extension was updated or switched off. Copy the key yourself, then reload the page.',
    ],
    lost: [
      'This key was not kept.',
      'The window closed before it could be read. If you did not copy the key, deactivate it in the list and create another.',
    ],
    sealed: (masked) => [
      `The key ${masked} is safe, encrypted on this computer.`,
      'You may close this: the Clé en main window asks where to install it.',
    ],
    again: 'To close anyway, press once more.',
    masked: 'The value is masked: reveal it, and Clé en main reads it at once.',
    mismatch: 'The value and the Authorization shown do not belong together.',
  },
};

/** Says a state in words; `undefined` where there is nothing to say yet. */
export function noticeOf(state: State, language: Language): Notice | undefined {
  const words = texts[language];
  if (state.name === 'reading' && !state.held) return undefined;
  if (state.name === 'sealed') return notice('safe', words.sealed(state.masked));
  const why = state.name === 'unreadable' ? reason(state.code, words) : '';
  const again = 'held' in state && state.held ? words.again : '';
  return notice(state.name === 'reading' ? 'calm' : 'alert', words[state.name], why, again);
}

function reason(code: Code, words: Texts): string {
  if (code === 'key-masked') return words.masked;
  return code === 'key-authorization-mismatch' ? words.mismatch : '';
}

function notice(tone: Notice['tone'], [title, text]: readonly [string, string], ...more: string[]): Notice {
  return { tone, title, text: [text, ...more].filter(Boolean).join(' ') };
}

import * as v from 'valibot';
import type { Language } from '../../shared/wording.ts';

const text = v.pipe(v.string(), v.maxLength(400));
const held = v.boolean();

/** What the content script of a console wants to tell the person. The background turns it into words. */
export const noticeState = v.variant('name', [
  v.strictObject({ name: v.picklist(['reading', 'orphaned']), held }),
  v.strictObject({ name: v.literal('unreadable'), held, code: text }),
  v.strictObject({ name: v.literal('failed'), held, code: v.optional(text) }),
  v.strictObject({ name: v.picklist(['sealed', 'asked']), masked: text, reference: text }),
  v.strictObject({ name: v.picklist(['lost', 'offered', 'unrecoverable']) }),
]);

export type NoticeState = v.InferOutput<typeof noticeState>;

/** What the page shows. `style` is the CSS of its box. */
export interface Notice {
  readonly title: string;
  readonly text: string;
  readonly isAlert: boolean;
  readonly style: string;
}

/** Colours for light and dark pages. The text has a contrast of at least 7. */
const colours = {
  calm: 'background:light-dark(#eef3fb,#16263d);color:light-dark(#12315c,#d6e6ff);border-color:#5b8fd6',
  safe: 'background:light-dark(#e9f6ec,#12301c);color:light-dark(#0d4a22,#c9f2d5);border-color:#3f9c5c',
  alert: 'background:light-dark(#fdecea,#451410);color:light-dark(#7a1410,#ffdcd8);border-color:#d9443a',
} as const;

/** Smaller in a narrow window, to leave room for the pop-up. */
const panel =
  'font:clamp(13px,2vw,15px)/1.45 system-ui,sans-serif;padding:clamp(8px,2vw,12px) 18px;padding-left:50px;' +
  'border:1px solid;border-left-width:6px;border-radius:8px;box-shadow:0 4px 18px rgb(0 0 0/.25);';

/** The product's icon, a key on blue, drawn with gradients: the page's policy may block images. */
const icon =
  ';background-image:radial-gradient(circle at 8px 12px,#0000 2.3px,#fff 2.8px 4.6px,#0000 5px),' +
  'linear-gradient(#fff,#fff),linear-gradient(#fff,#fff),linear-gradient(#1d4f91,#1d4f91);' +
  'background-size:24px 24px,8px 2.4px,2.4px 4px,24px 24px;background-repeat:no-repeat;' +
  'background-position:14px 12px,26px 22.8px,30px 23px,14px 12px';

type Tone = keyof typeof colours;

/** The CSS of a notice's box. */
export function styleOf(tone: Tone): string {
  return panel + colours[tone] + icon;
}

type Words = readonly [title: string, text: string];

interface Texts {
  /** `{masked}` is replaced by the masked key. */
  readonly states: Readonly<Record<NoticeState['name'], Words>>;
  readonly again: string;
  readonly masked: string;
  readonly mismatch: string;
  readonly tooMany: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  fr: {
    states: {
      reading: ['Un instant : la clé n’est pas encore à l’abri.', 'Clé en main la lit et la chiffre.'],
      unreadable: [
        'Ne fermez pas cette fenêtre.',
        'Clé en main la reconnaît, mais ne peut pas lire la clé, que la console ne montrera plus. Copiez-la à la main dans la fenêtre Clé en main qui s’ouvre.',
      ],
      failed: [
        'Ne fermez pas cette fenêtre : la clé n’a pas pu être gardée.',
        'Nouvel essai en cours. Par précaution, copiez la clé vous-même.',
      ],
      orphaned: [
        'Ne fermez pas cette fenêtre : Clé en main s’est arrêtée.',
        'L’extension vient d’être mise à jour ou désactivée. Copiez la clé vous-même, puis rechargez la page.',
      ],
      lost: [
        'Cette clé n’a pas été gardée.',
        'La fenêtre s’est fermée avant d’avoir pu être lue. Si vous n’avez pas copié la clé, désactivez-la dans la liste et créez-en une autre.',
      ],
      sealed: [
        'La clé {masked} est à l’abri, chiffrée sur cet ordinateur.',
        'Vous pouvez fermer : la fenêtre Clé en main demande où l’installer.',
      ],
      asked: [
        'Cette page montre une clé ({masked}). La garder ?',
        'Répondez dans la fenêtre Clé en main. Jusque-là, la clé est à l’abri, chiffrée sur cet ordinateur, un jour au plus.',
      ],
      offered: [
        'Cette clé peut être installée.',
        'Pour cela, appuyez sur le bouton de Clé en main dans la barre du navigateur. Rien n’est gardé avant.',
      ],
      unrecoverable: [
        'La console ne montre plus cette clé.',
        'Si vous ne l’avez plus, revenez à la liste et créez une nouvelle clé : Clé en main l’installera. Désactivez ensuite celle-ci.',
      ],
    },
    again: 'Pour fermer quand même, appuyez encore une fois.',
    masked: 'La valeur est masquée : affichez-la, Clé en main la lira aussitôt.',
    mismatch: 'La valeur et l’Authorization affichées ne vont pas ensemble.',
    tooMany:
      'Cette console montre plus de nouvelles clés qu’une personne n’en crée : celles qui attendent restent intactes, celle-ci n’est pas prise.',
  },
  en: {
    states: {
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
      sealed: [
        'The key {masked} is safe, encrypted on this computer.',
        'You may close this: the Clé en main window asks where to install it.',
      ],
      asked: [
        'This page shows a key ({masked}). Keep it?',
        'Answer in the Clé en main window. Until then the key is safe, encrypted on this computer, for a day at most.',
      ],
      offered: [
        'This key can be installed.',
        'To do so, press the button of Clé en main in the browser’s toolbar. Nothing is kept until then.',
      ],
      unrecoverable: [
        'The console does not show this key again.',
        'If you do not have it any more, go back to the list and create a new key: Clé en main takes it to its files. Then deactivate this one.',
      ],
    },
    again: 'To close anyway, press once more.',
    masked: 'The value is masked: reveal it, and Clé en main reads it at once.',
    mismatch: 'The value and the Authorization shown do not belong together.',
    tooMany:
      'This console shows more new keys than a person creates: those that wait stay as they are, this one is not taken.',
  },
};

const tones: Readonly<Record<NoticeState['name'], Tone>> = {
  reading: 'calm',
  offered: 'calm',
  unrecoverable: 'calm',
  sealed: 'safe',
  asked: 'safe',
  unreadable: 'alert',
  failed: 'alert',
  orphaned: 'alert',
  lost: 'alert',
};

/** Turns a state into the notice that the page shows. */
export function noticeOf(state: NoticeState, language: Language): Notice {
  const words = texts[language];
  const [title, text] = words.states[state.name];
  const masked = 'masked' in state ? state.masked : '';
  const why = 'code' in state ? explanation(state.code, words) : '';
  const again = 'held' in state && state.held ? words.again : '';
  const tone = tones[state.name];
  return {
    title: title.replace('{masked}', () => masked),
    text: [text, why, again].filter(Boolean).join(' '),
    isAlert: tone === 'alert',
    style: styleOf(tone),
  };
}

function explanation(code: string | undefined, words: Texts): string {
  if (code === 'key-masked') return words.masked;
  if (code === 'captures-too-many') return words.tooMany;
  return code === 'key-authorization-mismatch' ? words.mismatch : '';
}

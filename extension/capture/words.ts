import { normalise } from './text.ts';

/** The languages of the console. */
export type Language = 'fr' | 'en';

/** What the console's pop-ups say, as `normalise` leaves it. */
interface Words {
  /** The title of the pop-up that shows a new key once. */
  readonly created: RegExp;
  /** The title of the form that changes a key, and may show it again. */
  readonly edit: RegExp;
  readonly accessKey: RegExp;
  readonly merchantId: RegExp;
  readonly reference: RegExp;
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    created:
      /^(?:(?:la|votre|nouvelle) )*cle (?:(?:d'acces|d'api|api|a l'api) )+(?:(?:a (?:bien )?ete|est) )?(?:creee|generee)(?: avec succes)?$/,
    edit: /^modifi(?:er|cation) (?:une|la|d'une|de la) cle(?: (?:d'acces|d'api|api))?$/,
    accessKey: /^(?:valeur )?(?:(?:de|la|votre|nouvelle) )*clef?(?: (?:d'acces|d'api|api|payline))*$/,
    merchantId:
      /^(?:votre )?(?:identifiant|id|numero|n°)(?: (?:du|de|d'un|votre|compte))* ?(?:commercant|marchand|compte|vendeur)(?: payline)?$/,
    reference: /^(?:reference(?: externe)?|ref\.? externe)$/,
  },
  en: {
    created:
      /^(?:(?:the|your|new) )*(?:(?:access|api) )+key (?:has been |was |is )?(?:successfully )?(?:created|generated)(?: successfully)?$/,
    edit: /^(?:edit|modify|update|change) (?:(?:an?|the|access|api) )*key$/,
    accessKey: /^(?:(?:the|your|new|access|api) )*key(?: value)?$|^value of (?:the|your) .*key$/,
    merchantId: /^(?:your )?(?:merchant|account)(?: account)? (?:id|identifier|number)$/,
    reference: /^(?:external )?ref(?:erence|\.)(?: id)?$/,
  },
};

/** Both languages keep the header's own name. */
const authorization =
  /^(?:en-tete |header |http )*(?:d')?auth?ori[sz]ation(?: ?\(?(?:en-tete |http ?|header)+\)?)?$/;

const languages: readonly Language[] = ['fr', 'en'];

/** The fields of the pop-up that are read, by what labels them. */
export type Labelled = 'authorization' | 'accessKey' | 'merchantId' | 'reference';

/** Says in which language a text is the title of the pop-up that shows a new key. */
export function titleLanguage(text: string): Language | undefined {
  const title = normalise(text).replace(/^[^a-z]+|[^a-z]+$/g, '');
  return languages.find((language) => words[language].created.test(title));
}

export function isEditTitle(text: string): boolean {
  const title = normalise(text);
  return languages.some((language) => words[language].edit.test(title));
}

/** Says which field a text labels. */
export function fieldOfLabel(text: string): Labelled | undefined {
  const label = normalise(text).replace(/[^a-z0-9.)]+$/, '');
  if (authorization.test(label)) return 'authorization';
  return (['accessKey', 'merchantId', 'reference'] as const).find((field) =>
    languages.some((language) => words[language][field].test(label)),
  );
}

/** Says which field the name before a line's first colon stands for, or the whole line where it has none. */
export const fieldBefore = (line: string): Labelled | undefined => fieldOfLabel(line.split(':')[0] ?? '');

const close =
  /^(?:fermer|ok|termine[rz]?|quitter|annuler|j'ai (?:bien )?copie.*|close|done|dismiss|cancel|quit|got it|[x×✕✖⨯])$/;

/** Says whether a button's name promises to end the pop-up. */
export function saysClose(name: string): boolean {
  return close.test(normalise(name));
}

const harmless = /cop[iy]|affich|montr|voir|show|reveal|visib|view/;

/** Says whether a button's name promises to copy or reveal a value: one that does not end the pop-up. */
export function keepsOpen(name: string): boolean {
  return harmless.test(normalise(name));
}

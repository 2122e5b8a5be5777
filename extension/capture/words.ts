import { normalise } from './text.ts';

/** The languages of the console. */
export type Language = 'fr' | 'en';

/** The titles of the pop-up that shows a new key once. All patterns here match the output of `normalise`. */
const createdTitles: Readonly<Record<Language, RegExp>> = {
  fr: /^(?:(?:la|votre|nouvelle) )*cle (?:(?:d'acces|d'api|api|a l'api) )+(?:(?:a (?:bien )?ete|est) )?(?:creee|generee)(?: avec succes)?$/,
  en: /^(?:(?:the|your|new) )*(?:(?:access|api) )+key (?:has been |was |is )?(?:successfully )?(?:created|generated)(?: successfully)?$/,
};

/** The titles of the form that edits a key and may show it again. */
const editTitles =
  /^modifi(?:er|cation) (?:une|la|d'une|de la) cle(?: (?:d'acces|d'api|api))?$|^(?:edit|modify|update|change) (?:(?:an?|the|access|api) )*key$/;

/** The labels of the fields, in both languages. */
const labels = {
  authorization:
    /^(?:en-tete |header |http )*(?:d')?auth?ori[sz]ation(?: ?\(?(?:en-tete |http ?|header)+\)?)?$/,
  accessKey:
    /^(?:valeur )?(?:(?:de|la|votre|nouvelle) )*clef?(?: (?:d'acces|d'api|api|payline))*$|^(?:(?:the|your|new|access|api) )*key(?: value)?$|^value of (?:the|your) .*key$/,
  merchantId:
    /^(?:votre )?(?:identifiant|id|numero|n°)(?: (?:du|de|d'un|votre|compte))* ?(?:commercant|marchand|compte|vendeur)(?: payline)?$|^(?:your )?(?:merchant|account)(?: account)? (?:id|identifier|number)$/,
  reference: /^(?:reference(?: externe)?|ref\.? externe|(?:external )?ref(?:erence|\.)(?: id)?)$/,
  ends: /^(?:date de fin|end(?:ing)? date)$/,
};

/** The fields that have labels. */
export type Labelled = keyof typeof labels;

/** The language in which a text is the title of the pop-up that shows a new key; `undefined` if it is not one. */
export function titleLanguage(text: string): Language | undefined {
  const title = normalise(text).replace(/^[^a-z]+|[^a-z]+$/g, '');
  return (['fr', 'en'] as const).find((language) => createdTitles[language].test(title));
}

export function isEditTitle(text: string): boolean {
  return editTitles.test(normalise(text));
}

/** The field that a text labels. */
export function fieldOfLabel(text: string): Labelled | undefined {
  const label = normalise(text).replace(/[^a-z0-9.)]+$/, '');
  return (Object.keys(labels) as Labelled[]).find((field) => labels[field].test(label));
}

/** The field that is labelled by the text before a line's first colon, or by the whole line if it has none. */
export const fieldBefore = (line: string): Labelled | undefined => fieldOfLabel(line.split(':')[0] ?? '');

const closingNames =
  /^(?:fermer|ok|termine[rz]?|quitter|annuler|j'ai (?:bien )?copie.*|close|done|dismiss|cancel|quit|got it|[x×✕✖⨯])$/;

/** Whether a button's name promises to close the pop-up. */
export function saysClose(name: string): boolean {
  return closingNames.test(normalise(name));
}

const harmlessNames = /cop[iy]|affich|montr|voir|show|reveal|visib|view/;

/** Whether a button's name promises to copy or reveal a value: such a button does not close the pop-up. */
export function keepsOpen(name: string): boolean {
  return harmlessNames.test(normalise(name));
}

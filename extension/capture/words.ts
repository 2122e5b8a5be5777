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
  readonly reference: RegExp;
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    created:
      /^(?:la |votre )?(?:nouvelle )?cle (?:d'acces|d'api|api|d'acces api|d'acces a l'api) (?:(?:a (?:bien )?ete|est) )?(?:creee|generee)(?: avec succes)?$/,
    edit: /^modifi(?:er|cation) (?:une|la|d'une|de la) cle(?: (?:d'acces|d'api|api))?$/,
    accessKey: /^(?:valeur (?:de (?:la |votre )?)?)?cle(?: (?:d'acces|d'api|api))?$/,
    reference: /^(?:reference(?: externe)?|ref\.? externe)$/,
  },
  en: {
    created:
      /^(?:the |your )?(?:new )?(?:access|api|api access) key (?:has been |was |is )?(?:successfully )?(?:created|generated)(?: successfully)?$/,
    edit: /^(?:edit|modify|update|change) (?:an? |the )?(?:(?:access|api) )?key$/,
    accessKey: /^(?:the |your )?(?:(?:access|api|api access) )?key(?: value)?$|^value of (?:the|your) .*key$/,
    reference: /^(?:external )?ref(?:erence|\.)(?: id)?$/,
  },
};

/** Both languages keep the header's own name. */
const authorization =
  /^(?:en-tete |header |http )*(?:d')?auth?ori[sz]ation(?: ?\(?(?:en-tete |http ?|header)+\)?)?$/;

/** As a browser translates it: `Autorización (encabezado HTTP)`. In a payment console the first word alone says nothing. */
const foreignAuthorization = /^.{0,20}\baut\w*[sz]\w* ?\(.{0,20}http.{0,20}\)$/;

const languages: readonly Language[] = ['fr', 'en'];

/** The fields of the pop-up that are read, by what labels them. */
export type Labelled = 'authorization' | 'accessKey' | 'reference';

/** Says in which language a text is the title of the pop-up that shows a new key. */
export function titleLanguage(text: string): Language | undefined {
  const title = normalise(text).replace(/^[^a-z]+|[^a-z]+$/g, '');
  return languages.find((language) => words[language].created.test(title));
}

export function isEditTitle(text: string): boolean {
  const title = normalise(text);
  return languages.some((language) => words[language].edit.test(title));
}

/** Says whether a text labels the Authorization in a language that is not known here. */
export function isForeignAuthorization(text: string): boolean {
  return text.length < 80 && text.includes('HTTP') && foreignAuthorization.test(normalise(text));
}

/** Says which field a text labels. */
export function fieldOfLabel(text: string): Labelled | undefined {
  const label = normalise(text).replace(/[^a-z.)]+$/, '');
  if (authorization.test(label)) return 'authorization';
  return (['accessKey', 'reference'] as const).find((field) =>
    languages.some((language) => words[language][field].test(label)),
  );
}

const close =
  /^(?:fermer|ok|termine[rz]?|quitter|annuler|j'ai (?:bien )?copie.*|close|done|dismiss|cancel|quit|got it|[x×✕✖⨯])$/;

/** Says whether a button's name promises to end the pop-up. */
export function saysClose(name: string): boolean {
  return close.test(normalise(name));
}

const harmless = /copi|copy|affich|montr|voir|show|reveal|visib|view/;

/** Says whether a button's name promises to copy or reveal a value: one that does not end the pop-up. */
export function keepsOpen(name: string): boolean {
  return harmless.test(normalise(name));
}

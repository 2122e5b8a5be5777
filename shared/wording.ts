export type Language = 'en' | 'fr';

/** What fills the blanks of a text: file names, lines, words. Never a value read from a file, never a key. */
export type Params = Readonly<Record<string, string | number>>;

/** What happened and where, and the next step. */
export interface Sentence {
  readonly what: string;
  readonly next: string;
}

/** A message that a person may read, in both languages. `{name}` is a blank. */
export type Message = Readonly<Record<Language, Sentence>>;

/** The messages of one topic, by their codes. */
export type Messages = Readonly<Record<string, Message>>;

/** Texts other than messages, by their names, in both languages; `{name}` is a blank. */
export type Texts = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** The names of the blanks of a literal text. JSON that is shown as an example has no blanks. */
type BlankOf<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `"${string}` ? never : Name) | BlankOf<Rest>
  : never;

/** What fills the blanks of a text: each of them, and nothing else. */
export type ParamsOf<T extends string> = Readonly<Record<BlankOf<T>, string | number>>;

/** `ParamsOf` as the last argument of a call, which may be left out where there is no blank. */
export type Blanks<T extends string> = [BlankOf<T>] extends [never]
  ? [params?: Readonly<Record<string, never>>]
  : [params: ParamsOf<T>];

/** All texts of a message, in both languages. */
export type TextOf<M extends Message> = M[Language]['what' | 'next'];

/** Fills the blanks of a text. A blank without a value stays visible as `{name}`. */
export function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => String(params[name] ?? blank));
}

/**
 * Sets the spaces of a language: French has a no-break space before `:` and inside guillemets, a narrow one before `;`,
 * `?` and `!`. Call it before the blanks are filled: what fills them must not be changed.
 */
export function typeset(text: string, language: Language): string {
  if (language !== 'fr') return text;
  return text
    .replace(/ (?=[:»])/g, '\u00a0')
    .replace(/(?<=«) /g, '\u00a0')
    .replace(/ (?=[;?!])/g, '\u202f');
}

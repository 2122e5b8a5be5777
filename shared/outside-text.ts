/**
 * What does more to a screen than stand on it: control characters (C0, DEL, C1), what turns the direction of text, and
 * what ends a line.
 */
const active = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/**
 * A text that was not written by this program, as it may be shown: characters that would act on the screen stand as
 * JSON writes them, such as `\u001b`. In a text of JSON, where they can stand in strings only, that changes no value.
 */
export function visible(text: string): string {
  return text.replace(active, escaped);
}

/** The blocks of Unicode whose letters are written from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * As `visible`, for a window, which orders letters by their direction: those of a name turn nothing around it, in a
 * sentence, a list or an attribute alike. What `<bdi>` does for an element, FSI and PDI do in any text.
 */
export function isolated(text: string): string {
  return rightToLeft.test(text) ? `\u2068${visible(text)}\u2069` : visible(text);
}

/** The first character of a text that would act on a screen, escaped; `undefined` where there is none. */
export function activeCharacter(text: string): string | undefined {
  return text.match(active)?.[0].replace(active, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

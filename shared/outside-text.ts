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

/** The first character of a text that would act on a screen, escaped; `undefined` where there is none. */
export function activeCharacter(text: string): string | undefined {
  return text.match(active)?.[0].replace(active, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * Characters that control a screen rather than show on it: C0, DEL and C1 controls, bidirectional controls, and line
 * separators.
 */
const active = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/**
 * Makes a text from outside this program safe to show: characters that would act on the screen are escaped as in JSON,
 * such as `\u001b`. In JSON text, where they occur in strings only, that changes no value.
 */
export function visible(text: string): string {
  return text.replace(active, escaped);
}

/** The blocks of Unicode whose letters are written from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * As `visible`, for a window, which reorders text by its direction: a right-to-left name must not reorder the text around
 * it. FSI and PDI do in any text, an attribute too, what `<bdi>` does for an element.
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

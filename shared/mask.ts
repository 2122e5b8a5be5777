/** How the console masks a key in its list: five stars, then the last three characters. */
export function mask(value: string): string {
  return `*****${value.slice(-3)}`;
}

const maskGlyphs = /[*•●∙⋅·‣○◦◌█▪■…＊⁎∗✱✲✳]|\.\.\./u;

/** Says whether a text shows a hidden or shortened value, or a placeholder, in place of a key. */
export function looksMasked(value: string): boolean {
  return maskGlyphs.test(value) || /^(.)\1+$/u.test(value);
}

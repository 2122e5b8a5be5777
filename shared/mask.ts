/** How the console masks a key in its list: five stars, then the last three characters. */
export function mask(value: string): string {
  return `*****${value.slice(-3)}`;
}

const maskGlyphs = /[*•●∙⋅·‣○◦◌█▪■…＊⁎∗✱✲✳]|\.\.\./u;

/** Letters stand for others too: a run that a key of chance has once in some fifty million. */
const maskRuns = /^([xX]|[^A-Za-z0-9])\1{3,}|(.)\2{5,}|^(.)\3+$/u;

/** Says whether a text shows a hidden or shortened value, or a placeholder, in place of a key. */
export function looksMasked(value: string): boolean {
  return maskGlyphs.test(value) || maskRuns.test(value);
}

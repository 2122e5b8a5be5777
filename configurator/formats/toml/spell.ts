import { doubleQuoted } from '../double-quoted.ts';
import { placeholderIn } from '../placeholder.ts';

export type Quote = 'basic' | 'literal';

/** What single quotes hold as it is: one line without them, control characters but the tab excepted. */
const literal = /^[^'\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]*$/u;

/** @returns `undefined` where the file's consumer would put something else in the value's place */
export function spell(value: string, quote: Quote): string | undefined {
  if (placeholderIn(value)) return undefined;
  return quote === 'literal' && literal.test(value) ? `'${value}'` : doubleQuoted(value);
}

export function spellKey(name: string): string {
  return /^[A-Za-z0-9_-]+$/.test(name) ? name : doubleQuoted(name);
}

export function spellKeys(names: readonly string[]): string {
  return names.map(spellKey).join('.');
}

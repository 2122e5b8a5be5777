import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment } from '../format.ts';
import { startOfLine } from '../lines.ts';
import { doubleQuoted, placeholderIn } from '../literals.ts';
import type { Branch } from '../tree/tree.ts';
import type { Pair } from './tables.ts';

type QuoteStyle = 'basic' | 'literal';

/** What a literal string can hold: one line without single quotes and without control characters other than tab. */
const literal = /^[^'\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]*$/u;

/** @returns `undefined` where the file's reader would put something else in the value's place */
export function spell(value: string, quote: QuoteStyle): string | undefined {
  if (placeholderIn(value)) return undefined;
  return quote === 'literal' && literal.test(value) ? `'${value}'` : doubleQuoted(value);
}

export function spellKey(name: string): string {
  return /^[A-Za-z0-9_-]+$/.test(name) ? name : doubleQuoted(name);
}

function spellKeys(names: readonly string[]): string {
  return names.map(spellKey).join('.');
}

/** The style of new pairs, after the last ones of the same table. */
interface PairStyle {
  readonly indent: string;
  readonly equals: string;
  readonly quote: QuoteStyle;
}

/** A value to add, with its path of names. */
type Leaf = readonly [names: readonly string[], assignment: Assignment];

/** The place of new pairs, for error messages. */
export interface Spot {
  readonly file: string;
  readonly line: number;
}

export function leavesOf(branch: Branch, above: readonly string[] = []): Leaf[] {
  return [...branch].flatMap(([name, member]) => {
    const names = [...above, name];
    return member instanceof Map ? leavesOf(member, names) : [[names, member] as const];
  });
}

export function styleOf(text: string, pairs: readonly Pair[]): PairStyle {
  const last = pairs.at(-1);
  const quote = pairs.reduce<QuoteStyle>((found, { value }) => quoteOf(value) ?? found, 'basic');
  if (!last) return { indent: '', equals: ' = ', quote };
  const indent = text.slice(startOfLine(text, last.range[0]), last.range[0]);
  const equals = text.slice(last.key.range[1], last.value.range[0]);
  // Wider gaps align a column, which another name would break.
  return { indent: indent.trim() === '' ? indent : '', equals: equals.length > 3 ? ' = ' : equals, quote };
}

function quoteOf(value: Pair['value']): QuoteStyle | undefined {
  return value.type === 'TOMLValue' && value.kind === 'string' ? value.style : undefined;
}

/** @throws Refusal `value-unrepresentable` */
export function pairText([names, leaf]: Leaf, { equals, quote }: PairStyle, { file, line }: Spot): string {
  const { value, address, field } = leaf;
  const content = spell(value, quote);
  if (content !== undefined) return spellKeys(names) + equals + content;
  throw new Refusal('value-unrepresentable', { file, line, address, field, format: 'TOML' });
}

/**
 * New tables: a blank line, `[header]` and its pairs, for every one that has values.
 *
 * @param above the names of the parent table
 */
export function sections(branch: Branch, above: readonly string[], style: PairStyle, spot: Spot): string[] {
  const values: Leaf[] = [];
  const deeper: string[] = [];
  for (const [name, member] of branch) {
    if (member instanceof Map) deeper.push(...sections(member, [...above, name], style, spot));
    else values.push([[name], member]);
  }
  if (values.length === 0) return deeper;
  const lines = values.map((leaf) => pairText(leaf, style, spot));
  return ['', `[${spellKeys(above)}]`, ...lines, ...deeper];
}

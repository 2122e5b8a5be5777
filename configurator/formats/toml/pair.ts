import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment } from '../format.ts';
import type { Branch } from '../tree/tree.ts';
import { type Quote, spell, spellKeys } from './spell.ts';
import type { Pair } from './tables.ts';

/** How pairs are written: as the last ones of the same table are. */
export interface PairStyle {
  readonly indent: string;
  readonly equals: string;
  readonly quote: Quote;
}

/** A value to add, by the names that lead to it. */
export type Leaf = readonly [names: readonly string[], assignment: Assignment];

/** Where pairs go, for error messages. */
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
  const quote = pairs.reduce<Quote>((found, { value }) => quoteOf(value) ?? found, 'basic');
  if (!last) return { indent: '', equals: ' = ', quote };
  const indent = text.slice(text.lastIndexOf('\n', last.range[0] - 1) + 1, last.range[0]);
  const equals = text.slice(last.key.range[1], last.value.range[0]);
  // A wider gap aligns a column, which another name does not meet.
  return { indent: indent.trim() === '' ? indent : '', equals: equals.length > 3 ? ' = ' : equals, quote };
}

function quoteOf(value: Pair['value']): Quote | undefined {
  return value.type === 'TOMLValue' && value.kind === 'string' ? value.style : undefined;
}

/** @throws Refusal `value-unrepresentable` */
export function pairText([names, leaf]: Leaf, { equals, quote }: PairStyle, { file, line }: Spot): string {
  const { value, address, field } = leaf;
  const content = spell(value, quote);
  if (content !== undefined) return spellKeys(names) + equals + content;
  throw new Refusal('value-unrepresentable', { file, line, address, field, format: 'TOML' });
}

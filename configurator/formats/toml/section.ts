import type { Branch } from '../tree/tree.ts';
import { type Leaf, type PairStyle, pairText, type Spot } from './pair.ts';
import { spellKeys } from './spell.ts';

/**
 * New tables: a blank line, `[header]` and its pairs, for every one that has values.
 *
 * @param above the names of the table that holds them
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

import type { CST } from 'yaml';

/** Tokens of a pair or an item, before its value, that are more than blanks, line breaks and comments. */
const solid = new Set(['map-value-ind', 'seq-item-ind', 'explicit-key-ind', 'anchor', 'tag']);

/** Where the last solid token ends, or `undefined` where there is none. */
export function solidEnd(tokens: readonly CST.SourceToken[] = []): number | undefined {
  const last = tokens.findLast(({ type }) => solid.has(type));
  return last && last.offset + last.source.length;
}

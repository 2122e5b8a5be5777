import type { Edit, FormatContext } from '../format.ts';
import { linesAfter, linesAtEnd, linesBefore } from '../lines.ts';
import { addMembers } from '../members.ts';
import type { Branch, Grow } from '../tree/tree.ts';
import { leavesOf, pairText, type Spot, sections, spellKey, styleOf } from './emit.ts';
import type { DottedTable, HeaderTable, InlineTable, Pair, Table } from './tables.ts';
import type { TopLevel } from './toml.ts';

interface GrowContext {
  readonly text: string;
  readonly top: TopLevel;
}

/** @returns the `Grow` of each table of a text */
export function growerOf(text: string, top: TopLevel, { file }: FormatContext): (table: Table) => Grow {
  const within: GrowContext = { text, top };
  return (table) => (branch) => grow(within, table, branch, { file, line: table.line });
}

function grow(within: GrowContext, table: Table, branch: Branch, spot: Spot): Edit[] | undefined {
  switch (table.kind) {
    case 'header':
      return growHeader(within, table, branch, spot);
    case 'implied':
      return isBelowArray(table) ? undefined : [growSections(within, table, branch, spot)];
    case 'dotted':
      return table.last && [growDotted(within, table, table.last, branch, spot)];
    case 'inline':
      return growInline(within, table, branch, spot);
  }
}

/** A new header inside an element of `[[tables]]` would have to go before the next element. */
function isBelowArray({ path }: Table): boolean {
  return path.segments.some((segment) => typeof segment === 'number');
}

/** Values go after the last pair; tables get a header of their own at the end of the file. */
function growHeader(within: GrowContext, table: HeaderTable, branch: Branch, spot: Spot): Edit[] {
  const hasHeader = (member: unknown) => member instanceof Map && !isBelowArray(table);
  const own = new Map([...branch].filter(([, member]) => !hasHeader(member)));
  const deeper = new Map([...branch].filter(([, member]) => hasHeader(member)));
  const style = styleOf(within.text, table.pairs);
  const lines = leavesOf(own).map((leaf) => style.indent + pairText(leaf, style, spot));
  const edits = lines.length > 0 ? [placeLines(within, table, lines)] : [];
  return deeper.size > 0 ? [...edits, growSections(within, table, deeper, spot)] : edits;
}

function placeLines(
  { text, top }: GrowContext,
  { header, pairs }: HeaderTable,
  lines: readonly string[],
): Edit {
  const last = pairs.at(-1);
  if (last) return linesAfter(text, last.range[1], lines);
  if (header) return linesAfter(text, header.key.range[1], lines);
  const first = top.body[0];
  return first ? linesBefore(text, first.range[0], [...lines, ''], '#') : linesAtEnd(text, lines);
}

function growSections({ text, top }: GrowContext, { path }: Table, branch: Branch, spot: Spot): Edit {
  const pairs = top.body.filter((node) => node.type === 'TOMLKeyValue');
  const lines = sections(branch, path.segments.map(String), { ...styleOf(text, pairs), indent: '' }, spot);
  return linesAtEnd(text, text === '' ? lines.slice(1) : lines);
}

function growDotted(
  { text }: GrowContext,
  { prefix }: DottedTable,
  last: Pair,
  branch: Branch,
  spot: Spot,
): Edit {
  const style = styleOf(text, [last]);
  const lines = leavesOf(branch, prefix).map((leaf) => style.indent + pairText(leaf, style, spot));
  return linesAfter(text, last.range[1], lines);
}

function growInline({ text }: GrowContext, { node }: InlineTable, branch: Branch, spot: Spot): Edit[] {
  const style = styleOf(text, node.body);
  const members = (inner: Branch): string[] =>
    [...inner].map(([name, member]) =>
      member instanceof Map
        ? `${spellKey(name)}${style.equals}{ ${members(member).join(', ')} }`
        : pairText([[name], member], style, spot),
    );
  const [open, end] = node.range;
  const items = node.body.map(({ range: [offset, itemEnd] }) => ({ offset, end: itemEnd }));
  const trailingComma = commaAfter(text, items.at(-1)?.end, end - 1);
  return addMembers(text, { open, close: end - 1, items, trailingComma }, members(branch));
}

/** The comma between the last member and the brace. TOML 1.1 allows one, and comments before it. */
function commaAfter(text: string, start: number | undefined, close: number): number | undefined {
  if (start === undefined) return undefined;
  const gap = /^(?:\s|#[^\n]*\n)*,/.exec(text.slice(start, close))?.[0];
  return gap === undefined ? undefined : start + gap.length - 1;
}

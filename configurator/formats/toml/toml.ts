import { parse as parseAgain, TomlError } from 'smol-toml';
import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import { Refusal } from '../../../shared/refusal.ts';
import type { FormatContext } from '../format.ts';
import { computedValue, numberText, placeholderIn } from '../literals.ts';
import { type Path, printPath, type Segment } from '../path-address.ts';
import type { Tree, TreeSlot } from '../tree/tree.ts';
import { treeFormat } from '../tree/tree-format.ts';
import { spell } from './emit.ts';
import { growerOf } from './grow.ts';
import { type DottedTable, type Pair, Tables } from './tables.ts';

export type TopLevel = AST.TOMLTopLevelTable;

/** What smol-toml parsed: tables, arrays and values. */
export type SecondReading = unknown;

/**
 * Parses TOML 1.1, which includes 1.0, with two parsers: one for the positions, one for the values.
 *
 * @throws Refusal `file-unparsable` where either refuses the text, which includes duplicate keys
 */
export function parseToml(
  text: string,
  { file }: FormatContext,
): { table: TopLevel; witness: SecondReading } {
  const refuse = (line: number) => new Refusal('file-unparsable', { file, line, format: 'TOML' });
  try {
    const witness = parseAgain(text, { integersAsBigInt: true });
    return { table: parseTOML(text, { tomlVersion: '1.1' }).body[0], witness };
  } catch (error) {
    if (error instanceof TomlError) throw refuse(error.line);
    if (error instanceof ParseError) throw refuse(error.lineNumber);
    throw error;
  }
}

export function valueSlot(node: AST.TOMLValue, path: Path, text: string): TreeSlot {
  const [offset, end] = node.range;
  const entry = { address: printPath(path), path, line: node.loc.start.line };
  const placeholder = node.kind === 'string' ? placeholderIn(node.value) : undefined;
  if (placeholder) return { ...entry, ...computedValue(placeholder) };
  const write = (value: string) => {
    const boolean = node.kind === 'boolean' && /^(?:true|false)$/.test(value);
    const content = boolean ? value : spell(value, node.kind === 'string' ? node.style : 'basic');
    return content === undefined ? undefined : [{ offset, length: end - offset, content }];
  };
  return { ...entry, ...meaning(node, text.slice(offset, end)), write };
}

function meaning(node: AST.TOMLValue, source: string): Pick<TreeSlot, 'value' | 'exact'> {
  if (node.kind === 'string') return { value: node.value, exact: true };
  if (node.kind === 'boolean') return { value: source, exact: true };
  return { value: numberText(source), exact: false };
}

interface Walk {
  readonly text: string;
  readonly tables: Tables;
  readonly slots: TreeSlot[];
}

export function readTree(text: string, context: FormatContext): Tree {
  const { table, witness } = parseToml(text, context);
  const walk: Walk = { text, tables: new Tables(), slots: [] };
  const pairs = table.body.filter((node) => node.type === 'TOMLKeyValue');
  const headers = table.body.filter((node) => node.type === 'TOMLTable');
  walk.tables.add({
    kind: 'header',
    path: { segments: [] },
    line: 1,
    names: new Set(),
    header: undefined,
    pairs,
  });
  for (const pair of pairs) visitPair(walk, pair, [], true);
  for (const header of headers) visitHeader(walk, header);
  for (const slot of walk.slots) refuseDisagreement(slot, witness, context);
  const grower = growerOf(text, table, context);
  const containers = walk.tables.all().map((found) => {
    const { path, line, names } = found;
    return { path, line, names, grow: grower(found) };
  });
  return { slots: walk.slots, containers };
}

/**
 * Refuses a value on which the two parsers disagree, apart from CR LF inside a string, which TOML lets each reader keep or
 * normalise.
 */
function refuseDisagreement(slot: TreeSlot, witness: SecondReading, { file }: FormatContext): void {
  if (!slot.exact) return;
  let other = witness;
  for (const segment of slot.path.segments) {
    const inside = typeof other === 'object' && other !== null && Object.hasOwn(other, segment);
    other = inside ? (other as Record<Segment, unknown>)[segment] : undefined;
  }
  if (String(other).replaceAll('\r\n', '\n') !== slot.value?.replaceAll('\r\n', '\n'))
    throw new Refusal('file-unparsable', { file, line: slot.line, format: 'TOML' });
}

function visitHeader(walk: Walk, header: AST.TOMLTable): void {
  const { tables } = walk;
  const segments = header.resolvedKey;
  const line = header.loc.start.line;
  for (let depth = 1; depth < segments.length; depth++) {
    const above = segments.slice(0, depth);
    // `a` of `[[a]]` is a sequence: its elements are the tables.
    if (typeof segments[depth] === 'string' && !tables.get(above)) {
      tables.add({ kind: 'implied', path: { segments: above }, line, names: new Set() });
    }
    tables.addName(above);
  }
  tables.addName(segments);
  tables.add({ kind: 'header', path: { segments }, line, names: new Set(), header, pairs: header.body });
  for (const pair of header.body) visitPair(walk, pair, segments, true);
}

/** @param ownLine whether the pair is on a line of its own, not inside braces */
function visitPair(walk: Walk, pair: Pair, above: readonly Segment[], ownLine: boolean): void {
  const names = pair.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));
  for (let depth = 1; depth < names.length; depth++) {
    dottedTable(walk, pair, above, names.slice(0, depth)).last = ownLine ? pair : undefined;
  }
  const segments = [...above, ...names];
  walk.tables.addName(segments);
  visitValue(walk, pair.value, segments);
}

function dottedTable(
  { tables }: Walk,
  pair: Pair,
  above: readonly Segment[],
  prefix: readonly string[],
): DottedTable {
  const segments = [...above, ...prefix];
  const known = tables.get(segments);
  if (known?.kind === 'dotted') return known;
  const table: DottedTable = {
    kind: 'dotted',
    path: { segments },
    line: pair.loc.start.line,
    names: new Set(),
    prefix,
    last: undefined,
  };
  tables.addName(segments);
  tables.add(table);
  return table;
}

function visitValue(walk: Walk, node: AST.TOMLContentNode, segments: readonly Segment[]): void {
  if (node.type === 'TOMLValue') {
    walk.slots.push(valueSlot(node, { segments }, walk.text));
  } else if (node.type === 'TOMLArray') {
    for (const [index, item] of node.elements.entries()) visitValue(walk, item, [...segments, index]);
  } else {
    const line = node.loc.start.line;
    walk.tables.add({ kind: 'inline', path: { segments }, line, names: new Set(), node });
    for (const pair of node.body) visitPair(walk, pair, segments, false);
  }
}

/** TOML 1.0 and 1.1. Addresses as in `path-address.ts`; `tables[0].key` reaches into `[[tables]]`. */
export const toml = treeFormat({
  name: 'toml',
  title: 'TOML',
  dialects: [],
  encoding: 'utf-8',
  parse: readTree,
});

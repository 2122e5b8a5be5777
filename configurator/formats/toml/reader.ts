import type { AST } from 'toml-eslint-parser';
import { Refusal } from '../../../shared/refusal.ts';
import type { FormatContext } from '../format.ts';
import type { Segment } from '../path-address.ts';
import type { Tree, TreeSlot } from '../tree/tree.ts';
import { growerOf } from './grow.ts';
import { parseToml, type Witness } from './parse.ts';
import { type DottedTable, type Pair, Tables } from './tables.ts';
import { valueSlot } from './value-slot.ts';

interface Reading {
  readonly text: string;
  readonly tables: Tables;
  readonly slots: TreeSlot[];
}

export function readTree(text: string, context: FormatContext): Tree {
  const { table, witness } = parseToml(text, context);
  const reading: Reading = { text, tables: new Tables(), slots: [] };
  const pairs = table.body.filter((node) => node.type === 'TOMLKeyValue');
  const headers = table.body.filter((node) => node.type === 'TOMLTable');
  reading.tables.add({
    kind: 'header',
    path: { segments: [] },
    line: 1,
    names: new Set(),
    header: undefined,
    pairs,
  });
  for (const pair of pairs) visitPair(reading, pair, [], true);
  for (const header of headers) visitHeader(reading, header);
  for (const slot of reading.slots) refuseDoubt(slot, witness, context);
  const grower = growerOf(text, table, context);
  const containers = reading.tables.all().map((found) => {
    const { path, line, names } = found;
    return { path, line, names, grow: grower(found) };
  });
  return { slots: reading.slots, containers };
}

/**
 * Two parsers that disagree on a text leave no ground to change it. Whether CR LF inside of a text is one character or
 * two, TOML leaves to each reader.
 */
function refuseDoubt(slot: TreeSlot, witness: Witness, { file }: FormatContext): void {
  if (!slot.exact) return;
  let other = witness;
  for (const segment of slot.path.segments) {
    const inside = typeof other === 'object' && other !== null && Object.hasOwn(other, segment);
    other = inside ? (other as Record<Segment, unknown>)[segment] : undefined;
  }
  if (String(other).replaceAll('\r\n', '\n') !== slot.value?.replaceAll('\r\n', '\n'))
    throw new Refusal('file-unparsable', { file, line: slot.line, format: 'TOML' });
}

function visitHeader(reading: Reading, header: AST.TOMLTable): void {
  const { tables } = reading;
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
  for (const pair of header.body) visitPair(reading, pair, segments, true);
}

/** @param ownLine the pair stands on a line of its own, not inside braces */
function visitPair(reading: Reading, pair: Pair, above: readonly Segment[], ownLine: boolean): void {
  const names = pair.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));
  for (let depth = 1; depth < names.length; depth++) {
    dottedTable(reading, pair, above, names.slice(0, depth)).last = ownLine ? pair : undefined;
  }
  const segments = [...above, ...names];
  reading.tables.addName(segments);
  visitValue(reading, pair.value, segments);
}

function dottedTable(
  { tables }: Reading,
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

function visitValue(reading: Reading, node: AST.TOMLContentNode, segments: readonly Segment[]): void {
  if (node.type === 'TOMLValue') {
    reading.slots.push(valueSlot(node, { segments }, reading.text));
  } else if (node.type === 'TOMLArray') {
    for (const [index, item] of node.elements.entries()) visitValue(reading, item, [...segments, index]);
  } else {
    const line = node.loc.start.line;
    reading.tables.add({ kind: 'inline', path: { segments }, line, names: new Set(), node });
    for (const pair of node.body) visitPair(reading, pair, segments, false);
  }
}

import { Buffer } from 'node:buffer';
import type { SyntaxNode } from '@lezer/common';
import type { Charset } from '../encoding.ts';
import type { FormatContext } from '../format.ts';
import { lineIndex } from '../lines.ts';
import { type Path, printPath, type Segment } from '../path-address.ts';
import { type Container, guardDoubles, type Tree, type TreeSlot } from '../tree/tree.ts';
import { treeFormat } from '../tree/tree-format.ts';
import { dictionaryContainer, itemsOf } from './dictionary.ts';
import { literalSlot, styleOfFirst, unwrap } from './literal.ts';
import { childrenOf, parsePython, title } from './parse.ts';
import { siblingContainers } from './siblings.ts';
import { type Assigning, findAssigning } from './statements.ts';
import type { StringStyle } from './string-literal.ts';

/** PEP 263: a comment of the first or second line. */
const declaration = /^(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))?[ \t\f]*#[^\r\n]*?coding[:=][ \t]*([-\w.]+)/;

/** Every byte below 0x80 is the ASCII character in all of them, and a part of no other one. */
const superset = /^(?:us-ascii|ascii|latin[-_]?\d|iso[-_]?8859[-_]\d{1,2}|(?:windows-|cp)125\d)$/i;

/**
 * The charset in which a Python file says that it is written, UTF-8 where it says nothing.
 *
 * @returns `undefined` where we do not read it
 */
export function declaredCharset(bytes: Uint8Array): Charset | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1000)).toString(
    'latin1',
  );
  const marked = start.startsWith('\xEF\xBB\xBF');
  const first = declaration.exec(marked ? start.slice(3) : start)?.[1];
  if (first === undefined || /^utf[-_]?8(?:-|$)/i.test(first)) return 'utf8';
  return superset.test(first) && !marked ? 'latin1' : undefined;
}

interface Reading {
  readonly text: string;
  readonly style: StringStyle;
  readonly lineAt: (offset: number) => number;
  readonly slots: TreeSlot[];
  readonly containers: Container[];
}

/** Every value of a file, and the places where another may be added. */
export function readTree(text: string, context: FormatContext): Tree {
  const root = parsePython(text, context);
  const lineAt = lineIndex(text);
  const reading: Reading = { text, style: styleOfFirst(text, root), lineAt, slots: [], containers: [] };
  const assignings = findAssigning(text, root);
  for (const assigning of assignings) readAssigning(reading, assigning);
  const taken = new Set([...reading.containers, ...reading.slots].map(({ path }) => printPath(path)));
  const siblings = siblingContainers(text, assignings, lineAt);
  reading.containers.push(...siblings.filter(({ path }) => !taken.has(printPath(path))));
  return guardDoubles(reading, context.file);
}

function readAssigning(reading: Reading, { path: segments, value, statement }: Assigning): void {
  if (value) visit(reading, unwrap(value), { segments });
  else pushComputed(reading, statement, { segments });
}

function pushComputed({ slots, lineAt }: Reading, { from }: SyntaxNode, path: Path): void {
  slots.push({ address: printPath(path), path, line: lineAt(from), value: undefined, exact: false });
}

function visit(reading: Reading, node: SyntaxNode, path: Path): void {
  const { text, slots, lineAt, style } = reading;
  const at = (segment: Segment): Path => ({ segments: [...path.segments, segment] });
  if (node.name === 'DictionaryExpression') {
    visitDictionary(reading, node, path, at);
  } else if (/^(?:Array|Tuple)Expression$/.test(node.name)) {
    visitSequence(reading, node, at);
  } else {
    slots.push({
      address: printPath(path),
      path,
      line: lineAt(node.from),
      ...literalSlot(text, node, style),
    });
  }
}

function visitSequence(reading: Reading, node: SyntaxNode, at: (index: number) => Path): void {
  let index = 0;
  for (const item of childrenOf(node).slice(1, -1)) {
    // What follows others that are spread has no position that the text tells.
    if (item.name === '*') return;
    if (item.name !== ',') visit(reading, unwrap(item), at(index++));
  }
}

function visitDictionary(reading: Reading, node: SyntaxNode, path: Path, at: (name: string) => Path): void {
  const { text, containers, lineAt, style } = reading;
  containers.push(dictionaryContainer(text, node, path, lineAt(node.from), style));
  const { items } = itemsOf(text, node);
  // Whatever stands before `**others` or a computed name may be replaced by it.
  const uncertain = items.findLastIndex(({ name }) => name === undefined);
  for (const [index, { name, value }] of items.entries()) {
    if (name === undefined) continue;
    if (index > uncertain) visit(reading, value, at(name));
    else pushComputed(reading, value, at(name));
  }
}

/**
 * Python that gives names to values. Addresses as in `path-address.ts`: `NAME`, `PAYLINE.ACCESS_KEY` for an item of a
 * dictionary, `Config.ACCESS_KEY` for a name in a class.
 */
export const python = treeFormat({
  name: 'python',
  title,
  dialects: [],
  encoding: declaredCharset,
  parse: readTree,
});

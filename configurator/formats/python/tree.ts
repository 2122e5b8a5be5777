import type { SyntaxNode } from '@lezer/common';
import type { FormatContext } from '../format.ts';
import { type Path, printPath, type Segment } from '../path-address.ts';
import { lineIndex } from '../position.ts';
import { guardDoubles } from '../tree/guard-doubles.ts';
import type { Container, Tree, TreeSlot } from '../tree/tree.ts';
import { dictionaryContainer, itemsOf } from './dictionary.ts';
import { literalSlot, styleOfFirst, unwrap } from './literal.ts';
import { childrenOf, parsePython } from './parse.ts';
import { siblingContainers } from './siblings.ts';
import { type Assigning, findAssigning } from './statements.ts';
import type { StringStyle } from './string-literal.ts';

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

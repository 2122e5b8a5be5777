import type { SyntaxNode } from '@lezer/common';
import { type Charset, charsetDeclaredBy } from '../encoding.ts';
import type { FormatContext } from '../format.ts';
import { lineIndex } from '../lines.ts';
import { type Path, printPath, type Segment } from '../path-address.ts';
import { type Container, guardDoubles, type Tree, type TreeSlot } from '../tree/tree.ts';
import { treeFormat } from '../tree/tree-format.ts';
import { dictionaryContainer, itemsOf } from './dictionary.ts';
import { namesElsewhere } from './elsewhere.ts';
import { literalSlot, styleOfFirst, unwrap } from './literal.ts';
import { childrenOf, parsePython, title } from './parse.ts';
import { siblingContainers } from './siblings.ts';
import { findNamedValues, type NamedValue } from './statements.ts';
import type { StringStyle } from './string-literal.ts';

/** PEP 263: a comment of the first or second line. */
const declaration = /^(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))?[ \t\f]*#[^\r\n]*?coding[:=][ \t]*([-\w.]+)/;

/**
 * The charset that a Python file declares, UTF-8 by default.
 *
 * @returns `undefined` where it is a charset that we do not read
 */
export function declaredCharset(bytes: Uint8Array): Charset | undefined {
  return charsetDeclaredBy(declaration, bytes, 1000);
}

interface Walk {
  readonly text: string;
  readonly style: StringStyle;
  readonly lineAt: (offset: number) => number;
  readonly slots: TreeSlot[];
  readonly containers: Container[];
}

/** Every value of a file, and the containers to which another can be added. */
export function readTree(text: string, context: FormatContext): Tree {
  const root = parsePython(text, context);
  const lineAt = lineIndex(text);
  const walk: Walk = { text, style: styleOfFirst(text, root), lineAt, slots: [], containers: [] };
  const namedValues = findNamedValues(text, root);
  for (const namedValue of namedValues) readNamedValue(walk, namedValue);
  const taken = new Set([...walk.containers, ...walk.slots].map(({ path }) => printPath(path)));
  const siblings = siblingContainers(text, namedValues, lineAt);
  walk.containers.push(...siblings.filter(({ path }) => !taken.has(printPath(path))));
  return guardDoubles(walk, context.file);
}

function readNamedValue(walk: Walk, { path: segments, value, statement }: NamedValue): void {
  if (value) visit(walk, unwrap(value), { segments });
  else pushComputed(walk, statement, { segments });
}

function pushComputed({ slots, lineAt }: Walk, { from }: SyntaxNode, path: Path): void {
  slots.push({ address: printPath(path), path, line: lineAt(from), value: undefined, exact: false });
}

function visit(walk: Walk, node: SyntaxNode, path: Path): void {
  const { text, slots, lineAt, style } = walk;
  const at = (segment: Segment): Path => ({ segments: [...path.segments, segment] });
  if (node.name === 'DictionaryExpression') {
    visitDictionary(walk, node, path, at);
  } else if (/^(?:Array|Tuple)Expression$/.test(node.name)) {
    visitSequence(walk, node, at);
  } else {
    slots.push({
      address: printPath(path),
      path,
      line: lineAt(node.from),
      ...literalSlot(text, node, style),
    });
  }
}

function visitSequence(walk: Walk, node: SyntaxNode, at: (index: number) => Path): void {
  let index = 0;
  for (const item of childrenOf(node).slice(1, -1)) {
    // After `*others` the index of an item is not known.
    if (item.name === '*') return;
    if (item.name !== ',') visit(walk, unwrap(item), at(index++));
  }
}

function visitDictionary(walk: Walk, node: SyntaxNode, path: Path, at: (name: string) => Path): void {
  const { text, containers, lineAt, style } = walk;
  containers.push(dictionaryContainer(text, node, path, lineAt(node.from), style));
  const { items } = itemsOf(text, node);
  // `**others` or a computed key may overwrite anything before it.
  const uncertain = items.findLastIndex(({ name }) => name === undefined);
  for (const [index, { name, value }] of items.entries()) {
    if (name === undefined) continue;
    if (index > uncertain) visit(walk, value, at(name));
    else pushComputed(walk, value, at(name));
  }
}

/**
 * Python source that assigns values to names. Addresses as in `path-address.ts`: `NAME`, `PAYLINE.ACCESS_KEY` for an item
 * of a dictionary, `Config.ACCESS_KEY` for a name in a class.
 */
export const python = treeFormat({
  name: 'python',
  title,
  dialects: [],
  encoding: declaredCharset,
  parse: readTree,
  namesElsewhere,
});

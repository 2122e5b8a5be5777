import type { Path, Segment } from '../path-address.ts';
import { lineIndex } from '../position.ts';
import type { Container, Tree, TreeSlot } from '../tree/tree.ts';
import { phpKey, printPhpAddress } from './address.ts';
import { arrayContainer } from './array.ts';
import { literalSlot } from './literal.ts';
import { Overwritten } from './overwritten.ts';
import { isNode, nodes, type PhpNode, sourceOf, startOf } from './parse.ts';
import { siblingContainers } from './siblings.ts';
import { type Assigning, findAssigning } from './statements.ts';

/** Every value of a PHP file, and the places where another may be added. */
export function readTree(text: string, statements: readonly PhpNode[]): Tree {
  const lineAt = lineIndex(text);
  const slots: TreeSlot[] = [];
  const containers: Container[] = [];
  const visit = (node: PhpNode, path: Path, branch: readonly string[], overwritten: Overwritten) => {
    const line = lineAt(startOf(node));
    slots.push(...overwritten.by(path, branch, line));
    if (node.kind !== 'array') {
      const slot = { address: printPhpAddress(path, branch), path, line, ...literalSlot(text, node) };
      slots.push(slot);
      overwritten.add(slot, branch);
      return;
    }
    if (branch.length === 0) containers.push(arrayContainer(text, node, path, line));
    for (const { segment, value } of itemsOf(text, node)) {
      visit(value, { segments: [...path.segments, segment] }, branch, overwritten);
    }
  };
  const assigning = findAssigning(text, statements);
  const variables = new Overwritten();
  for (const { kind, path, value, branch } of assigning) {
    visit(value, { segments: path }, branch, kind === 'variable' ? variables : new Overwritten());
  }
  containers.push(...siblingContainers(text, assigning.filter(isModel), lineAt));
  return { slots, containers };
}

/** What a new statement may take as its model: a string given to a name. */
function isModel({ plain, value, name }: Assigning): boolean {
  return plain && value.kind === 'string' && name !== undefined;
}

interface Item {
  readonly segment: Segment;
  readonly value: PhpNode;
}

/** The items that have a place of their own: what follows `...$others` has one only by its key. */
function itemsOf(text: string, array: PhpNode): Item[] {
  let next: number | undefined = 0;
  const items: Item[] = [];
  for (const { key, value, unpack } of nodes(array['items'])) {
    if (unpack) next = undefined;
    if (!isNode(value) || unpack) continue;
    const segment: Segment | undefined = isNode(key) ? keyOf(text, key) : next;
    if (segment === undefined) continue;
    if (typeof segment === 'number' && next !== undefined) next = Math.max(next, segment + 1);
    items.push({ segment, value });
  }
  return items;
}

/** A computed key goes by its source. */
function keyOf(text: string, key: PhpNode): Segment {
  return phpKey(key.kind === 'string' ? String(key['value']) : sourceOf(text, key));
}

import { type Path, printPath, type Segment } from '../path-address.ts';
import { lineIndex } from '../position.ts';
import type { Container, Tree, TreeSlot } from '../tree/tree.ts';
import { printBranch } from './address.ts';
import { arrayContainer } from './array.ts';
import { literalSlot } from './literal.ts';
import { isNode, nodes, type PhpNode, sourceOf, startOf } from './parse.ts';
import { siblingContainers } from './siblings.ts';
import { type Assigning, findAssigning } from './statements.ts';

/** Every value of a PHP file, and the places where another may be added. */
export function readTree(text: string, file: string, statements: readonly PhpNode[]): Tree {
  const lineAt = lineIndex(text);
  const slots: TreeSlot[] = [];
  const containers: Container[] = [];
  const visit = (node: PhpNode, path: Path, branch: readonly string[]) => {
    const line = lineAt(startOf(node));
    if (node.kind !== 'array') {
      const address = printPath(path) + printBranch(branch);
      slots.push({ address, path, line, ...literalSlot(text, node) });
      return;
    }
    if (branch.length === 0) containers.push(arrayContainer(text, file, node, path, line));
    for (const { segment, value } of itemsOf(text, node)) {
      visit(value, { segments: [...path.segments, segment] }, branch);
    }
  };
  const assigning = findAssigning(text, statements);
  for (const { path, value, branch } of assigning) visit(value, { segments: path }, branch);
  containers.push(...siblingContainers(text, assigning.filter(isPlain), lineAt));
  return { slots, containers };
}

/** What a new statement may take as its model: a string given to a name, outside all branches. */
function isPlain({ branch, value, name }: Assigning): boolean {
  return branch.length === 0 && value.kind === 'string' && name !== undefined;
}

interface Item {
  readonly segment: Segment;
  readonly value: PhpNode;
}

/** An item's key as PHP counts it; a computed key goes by its source. */
function itemsOf(text: string, array: PhpNode): Item[] {
  let next = 0;
  return nodes(array['items']).flatMap((item): Item[] => {
    const { key, value } = item.kind === 'entry' ? item : { key: null, value: item };
    if (!isNode(value)) return [];
    if (!isNode(key)) return [{ segment: next++, value }];
    return [{ segment: key.kind === 'string' ? String(key['value']) : sourceOf(text, key), value }];
  });
}

import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment, Edit, Format, FormatContext } from '../format.ts';
import { lineIndex } from '../lines.ts';
import { type Path, printPath, type Segment } from '../path-address.ts';
import { writeSlots } from '../slot.ts';
import { growTree } from '../tree/grow-tree.ts';
import type { Container, Tree, TreeSlot } from '../tree/tree.ts';
import { findPhp, parsePhpAddress, phpKey, printPhpAddress } from './address.ts';
import { arrayContainer } from './array.ts';
import { literalSlot } from './literal.ts';
import { isNode, nodes, type PhpNode, parsePhp, sourceOf, startOf } from './parse.ts';
import { siblingContainers } from './siblings.ts';
import { findNamedValues, type NamedValue } from './statements.ts';

interface Known {
  readonly slot: TreeSlot;
  readonly branch: readonly string[];
}

/**
 * Remembers what was given to a name, to tell when a whole array takes its place: then two places say it, and
 * changing the first would change nothing.
 */
export class Overwritten {
  readonly #below = new Map<string, Known[]>();

  add(slot: TreeSlot, branch: readonly string[]): void {
    const { segments } = slot.path;
    for (let depth = 1; depth < segments.length; depth++) {
      const key = JSON.stringify(segments.slice(0, depth));
      const known = this.#below.get(key) ?? [];
      this.#below.set(key, known);
      known.push({ slot, branch });
    }
  }

  /**
   * What a value at a path, in a branch, takes away from the file.
   *
   * @returns for each entry another one of its address, on the line of the value
   */
  by({ segments }: Path, branch: readonly string[], line: number): TreeSlot[] {
    const known = this.#below.get(JSON.stringify(segments)) ?? [];
    return known
      .filter((each) => branch.every((condition, index) => condition === each.branch[index]))
      .map(({ slot: { address, path } }) => ({ address, path, line, value: undefined, exact: false }));
  }
}

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
  const namedValue = findNamedValues(text, statements);
  const variables = new Overwritten();
  for (const { kind, path, value, branch } of namedValue) {
    visit(value, { segments: path }, branch, kind === 'variable' ? variables : new Overwritten());
  }
  containers.push(...siblingContainers(text, namedValue.filter(isModel), lineAt));
  return { slots, containers };
}

/** What a new statement may take as its model: a string given to a name. */
function isModel({ plain, value, name }: NamedValue): boolean {
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

/**
 * PHP source that gives names to values: constants, variables, the session, arrays that a file returns. The addresses
 * are those of `address.ts`. PHP's own syntax is ASCII and other bytes pass through it as they are.
 */
export const php: Format = {
  name: 'php',
  title: 'PHP',
  dialects: [],
  encoding: 'bytes',
  read: (text, context) =>
    treeOf(text, context).slots.map(({ address, value, line, constant }) => ({
      address,
      value,
      line,
      ...(constant !== undefined && { constant }),
    })),
  find: findPhp,
  edit: editPhp,
};

function treeOf(text: string, context: FormatContext): Tree {
  return readTree(text, parsePhp(text, context));
}

function editPhp(text: string, assignments: readonly Assignment[], context: FormatContext): Edit[] {
  const titled = { ...context, title: php.title };
  const tree = treeOf(text, context);
  const find = (address: string) => findPhp(tree.slots, address, context);
  const { edits, missing } = writeSlots(assignments, find, titled);
  const placed = missing.map((assignment) => ({
    ...assignment,
    address: placeOf(tree, assignment, context),
  }));
  return [...edits, ...growTree(tree, placed, titled)];
}

/**
 * The full address that an entry which the file lacks will have. A plain name goes to the session where that is what
 * the file fills.
 *
 * @throws Refusal `entry-missing` for a branch: which of its paths needs the entry is the developer's to say
 */
function placeOf({ containers }: Tree, { address }: Assignment, { file }: FormatContext): string {
  const { path, branch = '@' } = parsePhpAddress(address) ?? {};
  if (!path || branch !== '@') throw new Refusal('entry-missing', { file, address });
  const { segments } = path;
  const paths = new Set(containers.map((container) => printPath(container.path)));
  const inSession = segments.length === 1 && paths.has('$_SESSION') && !paths.has('');
  return inSession ? printPath({ segments: ['$_SESSION', ...segments] }) : address.replace(/@$/, '');
}

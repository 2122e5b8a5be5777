import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment, Edit, Format, FormatContext } from '../format.ts';
import { lineIndex } from '../lines.ts';
import { refuseOtherForm } from '../other-form.ts';
import { type Path, printPath, type Segment } from '../path-address.ts';
import { writeSlots } from '../slot.ts';
import { growTree } from '../tree/grow-tree.ts';
import type { Container, Tree, TreeSlot } from '../tree/tree.ts';
import { findPhp, parsePhpAddress, phpKey, printPhpAddress } from './address.ts';
import { arrayContainer } from './array.ts';
import { namesElsewhere } from './elsewhere.ts';
import { literalSlot } from './literal.ts';
import { arraysIn, hasArray, isNode, nodes, type PhpNode, parsePhp, sourceOf, startOf } from './parse.ts';
import { siblingContainers, variables } from './siblings.ts';
import { findNamedValues, type NamedValue, returnedVariable } from './statements.ts';

interface Known {
  readonly slot: TreeSlot;
  readonly branch: readonly string[];
}

/**
 * Remembers the values of names, to notice when a whole array replaces them later: then changing the first place would
 * have no effect.
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
   * The entries that a value at a path, in a branch, overwrites.
   *
   * @returns for each of them a duplicate entry, on the line of the value
   */
  by({ segments }: Path, branch: readonly string[], line: number): TreeSlot[] {
    const known = this.#below.get(JSON.stringify(segments)) ?? [];
    return known
      .filter((each) => branch.every((condition, index) => condition === each.branch[index]))
      .map(({ slot: { address, path } }) => ({ address, path, line, value: undefined, exact: false }));
  }
}

interface Walk {
  readonly text: string;
  readonly lineAt: (offset: number) => number;
  /** The variable that the file returns. */
  readonly returned: string | undefined;
  readonly slots: TreeSlot[];
  readonly containers: Container[];
}

/** The surroundings of an expression. */
interface Around {
  readonly path: Path;
  readonly branch: readonly string[];
  readonly overwritten: Overwritten;
  readonly prefix: string | undefined;
  /** Nothing with unknown contents comes after it in an `array_merge`. */
  readonly certain: boolean;
  /** Members added to it win. */
  readonly last: boolean;
}

/** Every value of a PHP file, and the containers to which another can be added. */
export function readTree(text: string, statements: readonly PhpNode[]): Tree {
  const lineAt = lineIndex(text);
  const walk: Walk = { text, lineAt, returned: returnedVariable(statements), slots: [], containers: [] };
  const namedValues = findNamedValues(text, statements);
  const ofVariables = new Overwritten();
  for (const { kind, path, value, branch, prefix } of namedValues) {
    const overwritten = kind === 'variable' ? ofVariables : new Overwritten();
    visit(walk, value, { path: { segments: path }, branch, overwritten, prefix, certain: true, last: true });
  }
  walk.containers.push(...siblingContainers(text, namedValues.filter(isModel), lineAt));
  return walk;
}

function visit(walk: Walk, node: PhpNode, around: Around): void {
  const { text, slots, containers } = walk;
  const { path, branch, overwritten, certain, last } = around;
  const joined = hasArray(node) ? arraysIn(node) : undefined;
  if (joined) {
    visitJoined(walk, joined, around);
    return;
  }
  const line = walk.lineAt(startOf(node));
  slots.push(...overwritten.by(path, branch, line));
  if (node.kind !== 'array') {
    visitValue(walk, node, around, line);
    return;
  }
  if (branch.length === 0 && certain && last) containers.push(arrayContainer(text, node, path, line));
  for (const { segment, value } of itemsOf(text, node)) {
    visit(walk, value, { ...around, path: { segments: [...path.segments, segment] } });
  }
}

/** Visits the arrays of an `array_merge`: a later argument, of whatever contents, overwrites earlier ones. */
function visitJoined(walk: Walk, joined: readonly PhpNode[], around: Around): void {
  const uncertain = joined.findLastIndex((part) => !hasArray(part));
  for (const [index, part] of joined.entries()) {
    if (!hasArray(part)) continue;
    const certain = around.certain && index > uncertain;
    visit(walk, part, { ...around, certain, last: around.last && index === joined.length - 1 });
  }
}

function visitValue({ text, returned, slots }: Walk, node: PhpNode, around: Around, line: number): void {
  const { path, branch, overwritten, prefix, certain } = around;
  const [first, ...members] = path.segments;
  const isReturned = first === returned && members.length > 0;
  const slot = {
    address: printPhpAddress(path, branch),
    path,
    line,
    ...(certain ? literalSlot(text, node, prefix) : { value: undefined, exact: false }),
    ...(isReturned && { also: printPhpAddress({ segments: members }, branch) }),
  };
  slots.push(slot);
  overwritten.add(slot, branch);
}

/** Whether a new statement can be modelled on this one: it assigns a string to a name. */
function isModel({ plain, value, name }: NamedValue): boolean {
  return plain && value.kind === 'string' && name !== undefined;
}

interface Item {
  readonly segment: Segment;
  readonly value: PhpNode;
}

/** The items with a known key: after `...$others`, items without a key have none. */
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

/** A computed key is named by its source. */
function keyOf(text: string, key: PhpNode): Segment {
  return phpKey(key.kind === 'string' ? String(key['value']) : sourceOf(text, key));
}

/**
 * PHP source that assigns values to names: constants, variables, the session, arrays that a file returns. The addresses
 * are those of `address.ts`. PHP's syntax is ASCII and other bytes pass through unchanged.
 */
export const php: Format = {
  name: 'php',
  title: 'PHP',
  dialects: [],
  encoding: 'bytes',
  read: (text, context) =>
    treeOf(text, context).slots.map(({ address, value, line, also, constant }) => ({
      address,
      value,
      line,
      ...(also !== undefined && { also }),
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
  const statements = parsePhp(text, context);
  const tree = readTree(text, statements);
  const find = (address: string) => findPhp(tree.slots, address, context);
  const { edits, missing } = writeSlots(assignments, find, titled);
  const elsewhere = () => namesElsewhere(statements, lineIndex(text));
  const placed = missing.map((assignment) => {
    const place = { address: assignment.address, file: context.file };
    const path = pathToAdd(place);
    refuseOtherForm(path, tree.slots, elsewhere, place);
    return { ...assignment, address: fullAddress(tree, path, returnedVariable(statements)) };
  });
  return [...edits, ...growTree(tree, placed, titled)];
}

/** @throws Refusal `entry-missing` for an address in a branch: only the developer can decide where the entry belongs */
function pathToAdd({ address, file }: { readonly address: string; readonly file: string }): Path {
  const { path, branch = '@' } = parsePhpAddress(address) ?? {};
  if (!path || branch !== '@') throw new Refusal('entry-missing', { file, address });
  return path;
}

/**
 * The full address for a missing entry: in the variable that the file returns; in the session, where the file fills that;
 * as a property, where the class has only properties; as a variable, where the file has only variables.
 */
function fullAddress({ containers }: Tree, { segments }: Path, returned: string | undefined): string {
  const at = (...names: string[]) =>
    containers.find(({ path }) => printPath(path) === printPath({ segments: names }));
  const print = (...names: Segment[]) => printPath({ segments: names });
  const [first = '', second] = segments;
  const top = at();
  if (second === undefined && typeof first === 'string') {
    if (first.startsWith('$')) return print(variables, first);
    if (top) return print(first);
    if (at('$_SESSION')) return print('$_SESSION', first);
    if (returned !== undefined && at(returned)) return print(returned, first);
    return at(variables) ? print(variables, `$${first}`) : print(first);
  }
  const owner = at(String(first));
  // An empty array has no names: only a class can have nothing but properties.
  const isProperties =
    owner && owner.names.size > 0 && [...owner.names].every((name) => name.startsWith('$'));
  if (isProperties && segments.length === 2) return print(first, `$${second}`);
  const inReturned = returned !== undefined && !top && !owner && at(returned);
  return inReturned ? print(returned, ...segments) : print(...segments);
}

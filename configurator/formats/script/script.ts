import type { Node, ObjectExpression, Program } from '@babel/types';
import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment, Edit, Format, FormatContext } from '../format.ts';
import { lineIndex } from '../lines.ts';
import { quoted, type Sign } from '../literals.ts';
import { refuseOtherForm } from '../other-form.ts';
import { matcher, type Path, parseAddress, printPath, type Segment } from '../path-address.ts';
import { writeSlots } from '../slot.ts';
import { growTree } from '../tree/grow-tree.ts';
import { type Container, guardDoubles, type Tree, type TreeSlot } from '../tree/tree.ts';
import { exported, findScript, parseScriptAddress } from './address.ts';
import { namesElsewhere } from './elsewhere.ts';
import { literalSlot, signOf, unwrap } from './literal.ts';
import { exportedNames, findNamedValues, type NamedValue } from './named-values.ts';
import { nameOf, objectContainer } from './object.ts';
import { parseScript, title } from './parse.ts';
import { siblingContainers } from './siblings.ts';

/** One walk of a file. */
export interface Walk {
  readonly text: string;
  readonly file: string;
  readonly lineAt: (offset: number) => number;
  /** The names that the top level has. */
  readonly names: ReadonlySet<string>;
  /** What of it the file exports, and under which path. */
  readonly exports: ReadonlyMap<string, readonly Segment[]>;
  readonly slots: TreeSlot[];
  readonly containers: Container[];
  /** The quotes that the file's first string has. */
  sign: Sign;
}

/** Every value of a file, and the places where another may be added. */
export function readTree(text: string, file: string, program: Program): Tree {
  const { namedValues, names } = findNamedValues(program);
  const exports = exportedNames(program, namedValues);
  const sign = firstSign(text, program);
  const walk: Walk = { text, file, lineAt: lineIndex(text), names, exports, slots: [], containers: [], sign };
  for (const namedValue of namedValues) readNamedValue(walk, namedValue);
  const taken = new Set([...walk.containers, ...walk.slots].map(({ path }) => printPath(path)));
  const siblings = siblingContainers(walk, program);
  walk.containers.push(...siblings.filter(({ path }) => !taken.has(printPath(path))));
  return { containers: walk.containers, slots: walk.slots.map((slot) => exportedToo(slot, exports)) };
}

/** Says of a variable that the file exports which address its content has there. */
function exportedToo(slot: TreeSlot, exports: Walk['exports']): TreeSlot {
  const [name, ...members] = slot.path.segments;
  const above = typeof name === 'string' ? exports.get(name) : undefined;
  if (!above || above.length + members.length < 2) return slot;
  return { ...slot, also: printPath({ segments: [...above, ...members] }) };
}

/** As far as its own statements show: the first import or string. */
function firstSign(text: string, { body }: Program): Sign {
  for (const statement of body) {
    const source = text.slice(statement.start ?? 0, statement.end ?? 0);
    const sign = signOf(/['"]/.exec(source)?.[0]);
    if (sign) return sign;
  }
  return "'";
}

function readNamedValue(walk: Walk, { path: segments, value, offset, empty }: NamedValue): void {
  if (value) {
    visit(walk, value, { segments });
    return;
  }
  const entry = { address: printPath({ segments }), path: { segments }, line: walk.lineAt(offset) };
  if (empty === undefined) {
    walk.slots.push({ ...entry, value: undefined, exact: false });
    return;
  }
  const write = (next: string) => [{ offset: empty, length: 0, content: ` = ${quoted(next, walk.sign)}` }];
  walk.slots.push({ ...entry, value: '', exact: false, write });
}

function visit(walk: Walk, node: Node, path: Path): void {
  const at = (segment: Segment): Path => ({ segments: [...path.segments, segment] });
  if (node.type === 'ArrayExpression') {
    for (const [index, item] of node.elements.entries()) {
      // What follows a spread has no position that the text tells.
      if (item?.type === 'SpreadElement') return;
      if (item) visit(walk, unwrap(item), at(index));
    }
    return;
  }
  if (node.type === 'ObjectExpression') {
    visitObject(walk, node, path, at);
    return;
  }
  const line = walk.lineAt(node.start ?? 0);
  walk.slots.push({
    address: printPath(path),
    path,
    line,
    ...literalSlot(walk.text, node, walk.sign),
  });
}

function visitObject(walk: Walk, object: ObjectExpression, path: Path, at: (name: string) => Path): void {
  walk.containers.push(objectContainer(walk, object, path));
  // Whatever stands before `...others` or `[name]: …` may be replaced by it.
  const uncertain = object.properties.findLastIndex((property) => nameOf(property) === undefined);
  for (const [index, property] of object.properties.entries()) {
    const name = nameOf(property);
    if (name === undefined || isSameAsVariable(walk, property, path, name)) continue;
    const value = property.type === 'ObjectProperty' ? unwrap(property.value) : property;
    if (index > uncertain) visit(walk, value, at(name));
    else {
      const line = walk.lineAt(value.start ?? 0);
      walk.slots.push({
        address: printPath(at(name)),
        path: at(name),
        line,
        value: undefined,
        exact: false,
      });
    }
  }
}

/** `module.exports = { KEY }` gives nothing a value: the address means the variable. */
function isSameAsVariable({ names }: Walk, property: Node, { segments }: Path, name: string): boolean {
  const exports = segments.length === 1 && segments[0] === exported;
  return exports && property.type === 'ObjectProperty' && property.shorthand && names.has(name);
}

/**
 * JavaScript and TypeScript that give names to values: constants and variables, objects in them, what a file exports.
 * The addresses are those of `address.ts`.
 */
export const script: Format = {
  name: 'script',
  title,
  dialects: [],
  encoding: 'utf-8',
  read: (text, context) =>
    treeOf(text, context, parseScript(text, context)).slots.map(({ address, value, line, also }) => ({
      address,
      value,
      line,
      ...(also !== undefined && { also }),
    })),
  find: findScript,
  edit: editScript,
};

function treeOf(text: string, { file }: FormatContext, program: Program): Tree {
  return guardDoubles(readTree(text, file, program), file);
}

function editScript(text: string, assignments: readonly Assignment[], context: FormatContext): Edit[] {
  const titled = { ...context, title };
  const program = parseScript(text, context);
  const tree = treeOf(text, context, program);
  const find = (address: string) => findScript(tree.slots, address, context);
  const { edits, missing } = writeSlots(assignments, find, titled);
  const exports = exportedNames(program, findNamedValues(program).namedValues);
  const elsewhere = () => namesElsewhere(program, lineIndex(text));
  const placed = missing.map((assignment) => {
    const place = { address: assignment.address, file: context.file };
    refuseOtherForm(parseScriptAddress(place.address, place.file), tree.slots, elsewhere, place);
    const address = placeOf(tree, assignment.address, context);
    return { ...assignment, address: inVariable(address, tree, exports) };
  });
  return [...edits, ...growTree(tree, placed, titled)];
}

/**
 * The full form of an address that the file has nothing at: a member of a variable that is there, else of what the
 * file exports, else a name beside others.
 *
 * @throws Refusal `entry-missing` where a name beside others and a member of what is exported are both possible;
 *   `entry-duplicate` where it may belong to either of two objects
 */
function placeOf(tree: Tree, address: string, { file }: FormatContext): string {
  const { segments } = parseScriptAddress(address, file);
  const [first = ''] = segments;
  const below = address.startsWith('[') ? exported + address : `${exported}.${address}`;
  const hasOwn = lineOf(tree, [first]);
  const hasExport = lineOf(tree, [exported]);
  if (first === exported || hasExport === undefined) return address;
  const inExport = lineOf(tree, [exported, first]);
  if (hasOwn !== undefined && inExport !== undefined) {
    throw new Refusal('entry-duplicate', { file, address, lines: `${hasOwn}, ${inExport}` });
  }
  if (hasOwn !== undefined) return address;
  if (inExport === undefined && lineOf(tree, []) !== undefined && segments.length === 1) {
    throw new Refusal('entry-missing', { file, address });
  }
  return below;
}

/** The address in the variable that the file exports at that path, where the address leads into one. */
function inVariable(address: string, tree: Tree, exports: Walk['exports']): string {
  const { segments = [] } = parseAddress(address) ?? {};
  for (const [name, above] of exports) {
    const leads = above.every((segment, index) => segments[index] === segment);
    if (leads && lineOf(tree, [name]) !== undefined) {
      return printPath({ segments: [name, ...segments.slice(above.length)] });
    }
  }
  return address;
}

/** The line of what stands at a path, whether value or object. */
function lineOf({ slots, containers }: Tree, segments: readonly Segment[]): number | undefined {
  const matches = matcher({ segments, quoted: true });
  return [...containers, ...slots].find(({ path }) => matches(path))?.line;
}

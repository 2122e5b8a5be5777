import type { Node, ObjectExpression, Program } from '@babel/types';
import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment, Edit, Format, FormatContext } from '../format.ts';
import { lineIndex } from '../lines.ts';
import { type QuoteMark, quoted } from '../literals.ts';
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
  /** The names at top level. */
  readonly names: ReadonlySet<string>;
  /** The exported names, with their paths in the export. */
  readonly exports: ReadonlyMap<string, readonly Segment[]>;
  readonly slots: TreeSlot[];
  readonly containers: Container[];
  /** The quote mark of the file's first string. */
  sign: QuoteMark;
}

/** Every value of a file, and the containers to which another can be added. */
export function readTree(text: string, file: string, program: Program): Tree {
  const { namedValues, names } = findNamedValues(program);
  const exports = exportedNames(program, namedValues);
  const sign = firstSign(text, program);
  const walk: Walk = { text, file, lineAt: lineIndex(text), names, exports, slots: [], containers: [], sign };
  for (const namedValue of namedValues) readNamedValue(walk, namedValue);
  const taken = new Set([...walk.containers, ...walk.slots].map(({ path }) => printPath(path)));
  const siblings = siblingContainers(walk, program);
  walk.containers.push(...siblings.filter(({ path }) => !taken.has(printPath(path))));
  return { containers: walk.containers, slots: walk.slots.map((slot) => withExportAddress(slot, exports)) };
}

/** Adds to a slot of an exported variable its address in the export. */
function withExportAddress(slot: TreeSlot, exports: Walk['exports']): TreeSlot {
  const [name, ...members] = slot.path.segments;
  const above = typeof name === 'string' ? exports.get(name) : undefined;
  if (!above || above.length + members.length < 2) return slot;
  return { ...slot, also: printPath({ segments: [...above, ...members] }) };
}

/** The quote mark of the first import or string at top level. */
function firstSign(text: string, { body }: Program): QuoteMark {
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
      // After a spread the index of an element is not known.
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
  // `...others` or `[name]: …` may overwrite anything before it.
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

/** `module.exports = { KEY }` sets nothing new: the address means the variable. */
function isSameAsVariable({ names }: Walk, property: Node, { segments }: Path, name: string): boolean {
  const exports = segments.length === 1 && segments[0] === exported;
  return exports && property.type === 'ObjectProperty' && property.shorthand && names.has(name);
}

/**
 * JavaScript and TypeScript that assign values to names: constants and variables, objects in them, exports.
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
 * The full form of an address without an entry: a member of an existing variable, else of the export, else a new name
 * beside others.
 *
 * @throws Refusal `entry-missing` where it could be both a name beside others and a member of the export;
 *   `entry-duplicate` where it could belong to either of two objects
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

/** The address in the exported variable, where an address in the export leads into one. */
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

/** The line of the value or object at a path. */
function lineOf({ slots, containers }: Tree, segments: readonly Segment[]): number | undefined {
  const matches = matcher({ segments, quoted: true });
  return [...containers, ...slots].find(({ path }) => matches(path))?.line;
}

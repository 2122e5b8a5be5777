import type { Node, ObjectExpression, Program } from '@babel/types';
import { type Path, printPath, type Segment } from '../path-address.ts';
import { lineIndex } from '../position.ts';
import { quoted, type Sign } from '../quoted.ts';
import type { Container, Tree, TreeSlot } from '../tree/tree.ts';
import { exported } from './address.ts';
import { type Assigning, findAssigning } from './assigning.ts';
import { literalSlot, signOf } from './literal.ts';
import { nameOf, objectContainer } from './object.ts';
import { siblingContainers } from './siblings.ts';

/** One reading of a file. */
export interface Reading {
  readonly text: string;
  readonly file: string;
  readonly lineAt: (offset: number) => number;
  /** The names that the top level has. */
  readonly names: ReadonlySet<string>;
  readonly slots: TreeSlot[];
  readonly containers: Container[];
  /** The quotes that the file's first string has. */
  sign: Sign;
}

/** Every value of a file, and the places where another may be added. */
export function readTree(text: string, file: string, program: Program): Tree {
  const { assignings, names } = findAssigning(program);
  const sign = firstSign(text, program);
  const reading: Reading = { text, file, lineAt: lineIndex(text), names, slots: [], containers: [], sign };
  for (const assigning of assignings) readAssigning(reading, assigning);
  const taken = new Set([...reading.containers, ...reading.slots].map(({ path }) => printPath(path)));
  const siblings = siblingContainers(reading, program);
  reading.containers.push(...siblings.filter(({ path }) => !taken.has(printPath(path))));
  return reading;
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

import { unwrap } from './unwrap.ts';

function readAssigning(reading: Reading, { path: segments, value, offset, empty }: Assigning): void {
  if (value) {
    visit(reading, value, { segments });
    return;
  }
  const entry = { address: printPath({ segments }), path: { segments }, line: reading.lineAt(offset) };
  if (empty === undefined) {
    reading.slots.push({ ...entry, value: undefined, exact: false });
    return;
  }
  const write = (next: string) => [{ offset: empty, length: 0, content: ` = ${quoted(next, reading.sign)}` }];
  reading.slots.push({ ...entry, value: '', exact: false, write });
}

function visit(reading: Reading, node: Node, path: Path): void {
  const at = (segment: Segment): Path => ({ segments: [...path.segments, segment] });
  if (node.type === 'ArrayExpression') {
    for (const [index, item] of node.elements.entries()) {
      // What follows a spread has no position that the text tells.
      if (item?.type === 'SpreadElement') return;
      if (item) visit(reading, unwrap(item), at(index));
    }
    return;
  }
  if (node.type === 'ObjectExpression') {
    visitObject(reading, node, path, at);
    return;
  }
  const line = reading.lineAt(node.start ?? 0);
  reading.slots.push({
    address: printPath(path),
    path,
    line,
    ...literalSlot(reading.text, node, reading.sign),
  });
}

function visitObject(
  reading: Reading,
  object: ObjectExpression,
  path: Path,
  at: (name: string) => Path,
): void {
  reading.containers.push(objectContainer(reading, object, path));
  // Whatever stands before `...others` or `[name]: …` may be replaced by it.
  const uncertain = object.properties.findLastIndex((property) => nameOf(property) === undefined);
  for (const [index, property] of object.properties.entries()) {
    const name = nameOf(property);
    if (name === undefined || isSameAsVariable(reading, property, path, name)) continue;
    const value = property.type === 'ObjectProperty' ? unwrap(property.value) : property;
    if (index > uncertain) visit(reading, value, at(name));
    else {
      const line = reading.lineAt(value.start ?? 0);
      reading.slots.push({
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
function isSameAsVariable({ names }: Reading, property: Node, { segments }: Path, name: string): boolean {
  const exports = segments.length === 1 && segments[0] === exported;
  return exports && property.type === 'ObjectProperty' && property.shorthand && names.has(name);
}

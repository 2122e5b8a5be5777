import { Refusal } from '../../../shared/refusal.ts';
import type { Edit } from '../edit.ts';
import type { Assignment, Format, FormatContext } from '../format.ts';
import { matcher, type Segment } from '../path-address.ts';
import { writeSlots } from '../slot.ts';
import { growTree } from '../tree/grow-tree.ts';
import { guardDoubles } from '../tree/guard-doubles.ts';
import type { Tree } from '../tree/tree.ts';
import { exported, findScript, parseScriptAddress } from './address.ts';
import { parseScript, title } from './parse.ts';
import { readTree } from './tree.ts';

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
    treeOf(text, context).slots.map(({ address, value, line }) => ({ address, value, line })),
  find: findScript,
  edit: editScript,
};

function treeOf(text: string, context: FormatContext): Tree {
  return guardDoubles(readTree(text, context.file, parseScript(text, context)), context.file);
}

function editScript(text: string, assignments: readonly Assignment[], context: FormatContext): Edit[] {
  const titled = { ...context, title };
  const tree = treeOf(text, context);
  const find = (address: string) => findScript(tree.slots, address, context);
  const { edits, missing } = writeSlots(assignments, find, titled);
  const placed = missing.map((assignment) => ({
    ...assignment,
    address: placeOf(tree, assignment.address, context),
  }));
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

/** The line of what stands at a path, whether value or object. */
function lineOf({ slots, containers }: Tree, segments: readonly Segment[]): number | undefined {
  const matches = matcher({ segments, quoted: true });
  return [...containers, ...slots].find(({ path }) => matches(path))?.line;
}

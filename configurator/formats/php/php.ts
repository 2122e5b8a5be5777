import { Refusal } from '../../../shared/refusal.ts';
import type { Edit } from '../edit.ts';
import type { Assignment, Format, FormatContext } from '../format.ts';
import { printPath } from '../path-address.ts';
import { writeSlots } from '../slot.ts';
import { growTree } from '../tree/grow-tree.ts';
import type { Tree } from '../tree/tree.ts';
import { findPhp, parsePhpAddress } from './address.ts';
import { parsePhp } from './parse.ts';
import { readTree } from './tree.ts';

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
    treeOf(text, context).slots.map(({ address, value, line }) => ({ address, value, line })),
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

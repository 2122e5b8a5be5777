import { Refusal } from '../../../shared/refusal.ts';
import type { Edit } from '../edit.ts';
import type { Assignment, Format, FormatContext } from '../format.ts';
import { writeSlots } from '../slot.ts';
import { growTree } from '../tree/grow-tree.ts';
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

function treeOf(text: string, context: FormatContext) {
  return readTree(text, context.file, parsePhp(text, context));
}

function editPhp(text: string, assignments: readonly Assignment[], context: FormatContext): Edit[] {
  const titled = { ...context, title: php.title };
  const tree = treeOf(text, context);
  const find = (address: string) => findPhp(tree.slots, address, context);
  const { edits, missing } = writeSlots(assignments, find, titled);
  for (const { address } of missing) {
    // Nothing is added inside a branch: which of its paths needs it is the developer's to say.
    if (parsePhpAddress(address)?.branch !== undefined) {
      throw new Refusal('entry-missing', { file: context.file, address });
    }
  }
  return [...edits, ...growTree(tree, missing, titled)];
}

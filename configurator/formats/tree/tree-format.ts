import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment, Edit, Entry, Format, FormatContext } from '../format.ts';
import { findByPath, type Path, parseAddress, printPath } from '../path-address.ts';
import { type TitledContext, writeSlots } from '../slot.ts';
import { growTree } from './grow-tree.ts';
import type { Tree, TreeSlot } from './tree.ts';

/** A format whose files are trees of named members, addressed as `path-address.ts` says. */
export interface TreeSpec extends Pick<Format, 'name' | 'title' | 'dialects' | 'encoding'> {
  /** @throws Refusal `file-unparsable`, `entry-duplicate` */
  parse(text: string, context: FormatContext): Tree;
}

export function treeFormat({ parse, ...format }: TreeSpec): Format {
  const parseTree = (text: string, context: FormatContext): Tree => {
    const tree = parse(text, context);
    refuseDoubles(tree, context);
    return tree;
  };
  return {
    ...format,
    read: (text, context) => parseTree(text, context).slots.filter(isValue).map(entryOf),
    find: (entries, address, context) =>
      findByPath(entries, address, { ...context, title: format.title }, pathOf),
    edit: (text, assignments, context) =>
      editTree(parseTree(text, context), assignments, { ...context, title: format.title }),
  };
}

/** An empty place that may become a container is no entry: it goes when the container comes. */
function isValue({ grow }: TreeSlot): boolean {
  return !grow;
}

function entryOf({ address, value, line, follows, constant }: TreeSlot): Entry {
  return {
    address,
    value,
    line,
    ...(follows !== undefined && { follows }),
    ...(constant !== undefined && { constant }),
  };
}

function pathOf({ address }: Entry): Path {
  return parseAddress(address) ?? { segments: [address] };
}

/** A second collection of one name hides the first, or is hidden by it: what is inside either is not what it seems. */
function refuseDoubles({ slots, containers }: Tree, { file }: FormatContext): void {
  const seen = new Map<string, number>(slots.map(({ address, line }) => [address, line]));
  for (const { path, line } of containers) {
    const address = printPath(path);
    const first = seen.get(address);
    if (first !== undefined)
      throw new Refusal('entry-duplicate', { file, address, lines: `${first}, ${line}` });
    seen.set(address, line);
  }
}

function editTree(tree: Tree, assignments: readonly Assignment[], context: TitledContext): Edit[] {
  const find = (address: string) => findByPath(tree.slots, address, context, ({ path }) => path);
  const { edits, missing } = writeSlots(assignments, find, context);
  return [...edits, ...growTree(tree, missing, context)];
}

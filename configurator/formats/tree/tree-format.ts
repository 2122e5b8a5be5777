import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment, Edit, Entry, Format, FormatContext } from '../format.ts';
import { type Elsewhere, refuseLookalike, refuseOtherForm } from '../other-form.ts';
import {
  type Address,
  findByPath,
  type Path,
  parseAddress,
  printPath,
  type Segment,
} from '../path-address.ts';
import { onlyOne, type TitledContext, writeSlots } from '../slot.ts';
import { growTree } from './grow-tree.ts';
import type { Tree, TreeSlot } from './tree.ts';

/** A format whose files are trees of named members, with the addresses of `path-address.ts`. */
export interface TreeSpec extends Pick<Format, 'name' | 'title' | 'dialects' | 'encoding'> {
  /** @throws Refusal `file-unparsable`, `entry-duplicate` */
  parse(text: string, context: FormatContext): Tree;

  /** Finds the entry at an address through a reference in the file. */
  readonly findMerged?: (entries: readonly Entry[], wanted: Address) => Entry | undefined;

  /** @throws Refusal where a value must not be written because other places share it */
  readonly refuseShared?: (tree: Tree, written: readonly TreeSlot[], context: FormatContext) => void;

  /** For source code: names that get a value where no address can point. */
  readonly namesElsewhere?: (text: string, context: FormatContext) => readonly Elsewhere[];

  /** Maps names that are the same to the file's reader to one text; `undefined` where names are compared as written. */
  readonly sameName?: (context: FormatContext) => ((segments: readonly Segment[]) => string) | undefined;
}

export function treeFormat(spec: TreeSpec): Format {
  const { title, findMerged } = spec;
  const find = (entries: readonly Entry[], address: string, context: FormatContext) =>
    findIn(entries, address, { ...context, title }, pathOf, spec);
  return {
    name: spec.name,
    title,
    dialects: spec.dialects,
    encoding: spec.encoding,
    read: (text, context) => parseTree(spec, text, context).slots.filter(isValue).map(entryOf),
    find: (entries, address, context) => {
      const entry = find(entries, address, context);
      const wanted = entry?.value === undefined ? parseAddress(entry?.address ?? address) : undefined;
      return (wanted && findMerged?.(entries, wanted)) ?? entry;
    },
    edit: (text, assignments, context) => editTree(spec, text, assignments, { ...context, title }),
  };
}

function parseTree({ parse }: TreeSpec, text: string, context: FormatContext): Tree {
  const tree = parse(text, context);
  refuseDoubles(tree, context);
  return tree;
}

/** An empty place that may become a container is not an entry: it disappears when the container is added. */
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

/** Finds the entry of this address, else the one that is the same to the file's reader. */
function findIn<E extends Entry>(
  entries: readonly E[],
  address: string,
  context: TitledContext,
  pathIn: (entry: E) => Path,
  { sameName }: TreeSpec,
): E | undefined {
  const name = sameName?.(context);
  const wanted = parseAddress(address);
  if (!name || !wanted) return findByPath(entries, address, context, pathIn);
  const same = name(wanted.segments);
  return onlyOne(
    entries.filter((entry) => name(pathIn(entry).segments) === same),
    address,
    context.file,
  );
}

/** Of two collections with one name one hides the other, so the contents of neither can be trusted. */
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

function editTree(
  spec: TreeSpec,
  text: string,
  assignments: readonly Assignment[],
  context: TitledContext,
): Edit[] {
  const tree = parseTree(spec, text, context);
  const find = (address: string) => findIn(tree.slots, address, context, ({ path }) => path, spec);
  const { edits, missing } = writeSlots(assignments, find, context);
  const written = assignments.flatMap(({ address }) => find(address) ?? []);
  spec.refuseShared?.(tree, written, context);
  const placed = missing.map((assignment) => withAddress(spec, tree, text, assignment, context));
  return [...edits, ...growTree(tree, placed, context)];
}

/**
 * The assignment with the address at which it will be added.
 *
 * @throws Refusal `entry-other-address`, `entry-other-form` where the file already has it in another form
 */
function withAddress(
  { namesElsewhere, sameName }: TreeSpec,
  tree: Tree,
  text: string,
  assignment: Assignment,
  context: TitledContext,
): Assignment {
  const { address } = assignment;
  const wanted = parseAddress(address);
  if (!wanted) return assignment;
  const name = sameName?.(context);
  if (name) return { ...assignment, address: printPath(inContainer(tree, wanted, name)) };
  const place = { address, file: context.file };
  if (namesElsewhere) refuseOtherForm(wanted, tree.slots, () => namesElsewhere(text, context), place);
  else refuseLookalike(wanted, inDocument(tree, wanted), place);
  return assignment;
}

function inDocument({ slots, containers }: Tree, { document }: Address): Pick<Tree, 'slots' | 'containers'> {
  if (document === undefined) return { slots, containers };
  const isThere = ({ path }: { readonly path: Path }) => path.document === document;
  return { slots: slots.filter(isThere), containers: containers.filter(isThere) };
}

/** The path below the deepest container whose name is the same to the file's reader. */
function inContainer(
  { containers }: Tree,
  { segments }: Address,
  name: (segments: readonly Segment[]) => string,
): Path {
  const steps = segments.flatMap((segment): Segment[] =>
    typeof segment === 'string' ? segment.split(':') : [segment],
  );
  for (let depth = steps.length - 1; depth > 0; depth--) {
    const above = name(steps.slice(0, depth));
    const container = containers.find(({ path }) => name(path.segments) === above);
    if (container) return { segments: [...container.path.segments, ...steps.slice(depth)] };
  }
  return { segments: steps };
}

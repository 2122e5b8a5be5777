import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment, Edit } from '../format.ts';
import { type Path, printPath } from '../path-address.ts';
import type { Slot } from '../slot.ts';

/** Members to add to a container: each a value, or members again. */
export type Branch = Map<string, Assignment | Branch>;

/**
 * Adds members to a container in the style of the file.
 *
 * @returns `undefined` where they have no place in it
 * @throws Refusal `value-unrepresentable`
 */
export type Grow = (branch: Branch) => Edit[] | undefined;

/** A value in the tree. */
export interface TreeSlot extends Slot {
  readonly path: Path;
  /** Turns an empty value into a container. */
  readonly grow?: Grow;
}

/** A collection whose members have names. */
export interface Container {
  readonly path: Path;
  readonly line: number;
  /** The names of all its members. */
  readonly names: ReadonlySet<string>;
  readonly grow: Grow;
}

/** What a tree format finds in a text. */
export interface Tree {
  readonly slots: readonly TreeSlot[];
  readonly containers: readonly Container[];
}

/**
 * Makes places that a file defines twice unreadable and unwritable: of two collections with one name one hides the other,
 * so the contents of neither can be trusted. The rest of the tree stays as it is.
 */
export function guardDoubles({ slots, containers }: Tree, file: string): Tree {
  const refusals = findDoubles({ slots, containers }, file);
  if (refusals.size === 0) return { slots, containers };
  const refusalAt = ({ segments }: Path) => {
    for (let depth = 0; depth <= segments.length; depth++) {
      const refusal = refusals.get(printPath({ segments: segments.slice(0, depth) }));
      if (refusal) return refusal;
    }
    return undefined;
  };
  return {
    slots: slots
      .filter(({ address }) => !refusals.has(address))
      .map((slot) => refusedSlot(slot, refusalAt(slot.path))),
    containers: unique(containers).map((container) => refusedContainer(container, refusalAt(container.path))),
  };
}

function findDoubles({ slots, containers }: Tree, file: string): Map<string, Refusal> {
  const lines = new Map<string, number[]>();
  for (const { path, line } of containers) {
    const address = printPath(path);
    const others = lines.get(address);
    if (others) others.push(line);
    else lines.set(address, [line]);
  }
  for (const { address, line } of slots) lines.get(address)?.push(line);
  const doubled = [...lines].filter(([, found]) => found.length > 1);
  return new Map(
    doubled.map(([address, found]) => [
      address,
      new Refusal('entry-duplicate', { file, address, lines: found.sort((a, b) => a - b).join(', ') }),
    ]),
  );
}

function refusedSlot(slot: TreeSlot, refusal: Refusal | undefined): TreeSlot {
  if (!refusal) return slot;
  const { address, path, line } = slot;
  return { address, path, line, value: undefined, exact: false, write: () => raise(refusal) };
}

function refusedContainer(container: Container, refusal: Refusal | undefined): Container {
  return refusal ? { ...container, grow: () => raise(refusal) } : container;
}

function raise(refusal: Refusal): never {
  throw refusal;
}

function unique(containers: readonly Container[]): Container[] {
  return [...new Map(containers.map((container) => [printPath(container.path), container])).values()];
}

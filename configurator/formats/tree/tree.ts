import type { Edit } from '../edit.ts';
import type { Assignment } from '../format.ts';
import type { Path } from '../path-address.ts';
import type { Slot } from '../slot.ts';

/** Members to add to a container: each a value, or again members. */
export type Branch = Map<string, Assignment | Branch>;

/**
 * Writes members into a container in the style of the file.
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
  /** The names of its members, whatever they hold. */
  readonly names: ReadonlySet<string>;
  readonly grow: Grow;
}

/** What a tree format finds in a text. */
export interface Tree {
  readonly slots: readonly TreeSlot[];
  readonly containers: readonly Container[];
}

import type { Path } from '../path-address.ts';
import type { TreeSlot } from '../tree/tree.ts';

interface Known {
  readonly slot: TreeSlot;
  readonly branch: readonly string[];
}

/**
 * Remembers what was given to a name, to tell when a whole array takes its place: then two places say it, and
 * changing the first would change nothing.
 */
export class Overwritten {
  readonly #below = new Map<string, Known[]>();

  add(slot: TreeSlot, branch: readonly string[]): void {
    const { segments } = slot.path;
    for (let depth = 1; depth < segments.length; depth++) {
      const key = JSON.stringify(segments.slice(0, depth));
      const known = this.#below.get(key) ?? [];
      this.#below.set(key, known);
      known.push({ slot, branch });
    }
  }

  /**
   * What a value at a path, in a branch, takes away from the file.
   *
   * @returns for each entry another one of its address, on the line of the value
   */
  by({ segments }: Path, branch: readonly string[], line: number): TreeSlot[] {
    const known = this.#below.get(JSON.stringify(segments)) ?? [];
    return known
      .filter((each) => branch.every((condition, index) => condition === each.branch[index]))
      .map(({ slot: { address, path } }) => ({ address, path, line, value: undefined, exact: false }));
  }
}

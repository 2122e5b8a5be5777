import type { Assignment, Edit } from './format.ts';
import type { Segment } from './path-address.ts';
import type { Container } from './tree/tree.ts';

/** Statements that each assign a string to a name, all in the same parent: the models for a new one. */
export interface SiblingGroup<Model> {
  readonly parent: readonly Segment[];
  /** In the order of the file; never empty. */
  readonly models: readonly Model[];
  readonly nameOf: (model: Model) => string;
  /** All names of the parent, whether or not by such statements. */
  readonly names: ReadonlySet<string>;
  readonly line: number;
  /**
   * Writes a statement like the model.
   *
   * @returns `undefined` where the model's form does not allow this name
   */
  readonly likeModel: (model: Model, name: string, assignment: Assignment) => string | undefined;
  /** Inserts statements after the model. */
  readonly addAfter: (model: Model, statements: readonly string[]) => Edit;
}

/** The container that adds a statement to such a group, after its nearest relative. */
export function siblingContainer<Model>(group: SiblingGroup<Model>): Container {
  const { parent, models, nameOf, names, line, likeModel, addAfter } = group;
  return {
    path: { segments: parent },
    line,
    names,
    grow: (branch) => {
      const members = [...branch].flatMap(([name, member]) =>
        member instanceof Map ? [] : [[name, member] as const],
      );
      const model = nearestOfFamily(models, members[0]?.[0] ?? '', nameOf);
      if (!model || members.length < branch.size) return undefined;
      const statements = members.flatMap(([name, member]) => likeModel(model, name, member) ?? []);
      return statements.length < members.length ? undefined : [addAfter(model, statements)];
    },
  };
}

/**
 * The neighbour of a new name: the last item of the same family (`PAYLINE_…`), else the last of all.
 *
 * @returns `undefined` where there is none
 */
export function nearestOfFamily<Item>(
  items: readonly Item[],
  name: string,
  nameOf: (item: Item) => string,
): Item | undefined {
  const family = /^[^_]+_/.exec(name)?.[0];
  const relative = family && items.findLast((item) => nameOf(item).startsWith(family));
  return relative || items.at(-1);
}

/** Sorts items into groups, in the order of their first item. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

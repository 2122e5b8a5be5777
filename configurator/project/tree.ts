/** A project file as it is written, before anything in it is checked: YAML with its lines, and nothing of the library. */
export interface TreeNode {
  /** From 1. */
  readonly line: number;
  readonly content: Content;
}

/** An alias has the content that it stands for, so the same may be met twice, and even within itself. */
export type Content =
  | { readonly map: readonly Entry[] }
  | { readonly list: readonly TreeNode[] }
  | { readonly scalar: Scalar };

/** `null` also stands for what no word of a project file may be, such as a date. */
export type Scalar = string | number | boolean | null;

export interface Entry {
  readonly name: string;
  /** Where the name stands. */
  readonly line: number;
  readonly value: TreeNode;
}

/** Says whether some content is met more than once, so that the tree is none. */
export function repeats(root: TreeNode): boolean {
  const met = new Set<Content>();
  const visit = ({ content }: TreeNode): boolean => {
    if (met.has(content)) return true;
    met.add(content);
    if ('map' in content) return content.map.some(({ value }) => visit(value));
    return 'list' in content && content.list.some(visit);
  };
  return visit(root);
}

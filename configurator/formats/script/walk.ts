import type { Node } from '@babel/types';

/** Visits a node and all below it. Without recursion: chains of members and operators may be long. */
export function walk(root: Node, visit: (node: Node, inFunction: boolean) => void): void {
  const waiting: [Node, boolean][] = [[root, false]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, inFunction] = next;
    visit(node, inFunction);
    const inside = inFunction || isScope(node);
    for (const part of Object.values(node)) {
      for (const child of Array.isArray(part) ? part : [part]) {
        if (typeof child?.type === 'string' && 'start' in child) waiting.push([child, inside]);
      }
    }
  }
}

function isScope({ type }: Node): boolean {
  return /Function|Method|Class|StaticBlock|TSModuleBlock/.test(type);
}

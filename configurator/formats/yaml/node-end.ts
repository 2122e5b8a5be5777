import { isCollection, isMap, isScalar, isSeq, type Node, type Pair, type ParsedNode } from 'yaml';
import { solidEnd } from './tokens.ts';

/** Where a node's last character of content is. */
export interface NodeEnd {
  readonly offset: number;
  /**
   * Whose the line break behind it is: nobody's (`free`), a block scalar's that keeps all of them (`kept`), or a block
   * scalar's that has none yet at the end of the file and would get one (`missing`).
   */
  readonly lineBreak: 'free' | 'kept' | 'missing';
}

/**
 * The end of what a node says, without the comments and blank lines that the library counts to it.
 *
 * @param fallback the end of what stands before the node, for a node without any text
 */
export function nodeEnd(node: Node | null | undefined, fallback: number, text: string): NodeEnd {
  if (!node?.range) return { offset: fallback, lineBreak: 'free' };
  if (isCollection(node) && node.srcToken?.type !== 'flow-collection')
    return lastItemEnd(node, fallback, text);
  const [start, end] = node.range;
  if (start === end) return { offset: fallback, lineBreak: 'free' };
  if (!isScalar(node) || !node.type?.startsWith('BLOCK_')) return { offset: end, lineBreak: 'free' };
  const [, chomping = ''] = /^[|>][0-9]*([-+]?)/.exec(text.slice(start, start + 3)) ?? [];
  if (chomping !== '-' && text[end - 1] !== '\n') return { offset: end, lineBreak: 'missing' };
  return chomping === '+'
    ? { offset: end, lineBreak: 'kept' }
    : { offset: trimEnd(text, end), lineBreak: 'free' };
}

function trimEnd(text: string, end: number): number {
  let offset = end;
  while (' \t\r\n'.includes(text[offset - 1] ?? '')) offset--;
  return offset;
}

function lastItemEnd(node: Node, fallback: number, text: string): NodeEnd {
  if (isMap(node)) {
    const pair = node.items.at(-1) as Pair<ParsedNode, ParsedNode | null> | undefined;
    if (!pair) return { offset: fallback, lineBreak: 'free' };
    const key = nodeEnd(pair.key, fallback, text).offset;
    return nodeEnd(pair.value, solidEnd(pair.srcToken?.sep) ?? key, text);
  }
  if (!isSeq(node) || node.srcToken?.type !== 'block-seq') return { offset: fallback, lineBreak: 'free' };
  const item = node.items.at(-1) as Node | undefined;
  return nodeEnd(item, solidEnd(node.srcToken.items.at(-1)?.start) ?? fallback, text);
}

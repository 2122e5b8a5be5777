import { type CST, isCollection, isMap, isScalar, isSeq, type Node, type Pair, type ParsedNode } from 'yaml';
import { type Path, printPath, type Segment } from '../path-address.ts';
import type { Codec } from './codec.ts';

/** Tokens before the value of a pair or an item, other than spaces, line breaks and comments. */
const solid = new Set(['map-value-ind', 'seq-item-ind', 'explicit-key-ind', 'anchor', 'tag']);

/** The end of the last solid token; `undefined` where there is none. */
export function solidEnd(tokens: readonly CST.SourceToken[] = []): number | undefined {
  const last = tokens.findLast(({ type }) => solid.has(type));
  return last && last.offset + last.source.length;
}

/** The codec of a value, by its path of names from a place. */
export type Scheme = (names: readonly string[]) => Codec;

/** The place of a node, from the tokens and collections around it. */
export interface Site {
  readonly path: Path;
  readonly scheme: Scheme;
  /** Column of the block collection that holds it; `undefined` inside brackets. */
  readonly indent: number | undefined;
  /** The end of the colon, dash, anchor or tag before the value: an empty value is written there. */
  readonly before: number;
  /** The text to write before an empty value, with a colon for `{name}`; `undefined` where none can be written. */
  readonly lead: ' ' | ': ' | undefined;
}

export function addressOf({ path }: Site): string {
  return printPath(path);
}

function step({ document, segments }: Path, segment: Segment): Path {
  return { segments: [...segments, segment], ...(document !== undefined && { document }) };
}

export function memberSite(
  site: Site,
  name: string,
  item: CST.CollectionItem | undefined,
  indent: number | undefined,
  keyEnd: number,
): Site {
  const colon = item?.sep?.some(({ type }) => type === 'map-value-ind') ?? false;
  const bare = item?.start.some(({ type }) => type === 'explicit-key-ind') ? undefined : ': ';
  return {
    path: step(site.path, name),
    scheme: (names) => site.scheme([name, ...names]),
    indent,
    before: solidEnd(item?.sep) ?? keyEnd,
    lead: colon ? ' ' : bare,
  };
}

export function itemSite(
  site: Site,
  index: number,
  item: CST.CollectionItem | undefined,
  indent: number | undefined,
): Site {
  return {
    path: step(site.path, index),
    // An index is not a name, so a rule based on names does not apply inside a sequence.
    scheme: (names) => site.scheme(['', ...names]),
    indent,
    before: solidEnd(item?.start) ?? site.before,
    lead: ' ',
  };
}

/** The end of a node's content. */
interface NodeEnd {
  readonly offset: number;
  /**
   * Whose the line break after it is: nobody's (`free`), a block scalar's that keeps all of them (`kept`), or a block
   * scalar's that has none yet at the end of the file and would get one (`missing`).
   */
  readonly lineBreak: 'free' | 'kept' | 'missing';
}

/**
 * The end of a node's content, without the comments and blank lines that the library includes.
 *
 * @param fallback the end of what comes before the node, for a node without any text
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

import { parse, type ValueNode } from '@humanwhocodes/momoa';
import type { Node, NodeType } from 'jsonc-parser';
import { Refusal } from '../../../shared/refusal.ts';

/**
 * Parses JSON5 into the nodes of JSON: names without quotes become strings, `NaN` and `Infinity` numbers.
 *
 * @throws Refusal `file-unparsable` with the line
 */
export function parseJson5(text: string, file: string): Node {
  try {
    return nodeOf(parse(text, { mode: 'json5', ranges: true, allowTrailingCommas: true }).body);
  } catch (error) {
    // Nesting deeper than the stack throws a RangeError, which has no line.
    if (!(error instanceof Error)) throw error;
    const line = 'line' in error ? Number(error.line) : 1;
    throw new Refusal('file-unparsable', { file, line, format: 'JSON5' });
  }
}

function nodeOf(node: ValueNode): Node {
  switch (node.type) {
    case 'Object':
      return withChildren(
        'object',
        node,
        node.members.map((member) => {
          const { name } = member;
          const key = leaf('string', name, name.type === 'Identifier' ? name.name : name.value);
          return withChildren('property', member, [key, nodeOf(member.value)]);
        }),
      );
    case 'Array':
      return withChildren(
        'array',
        node,
        node.elements.map(({ value }) => nodeOf(value)),
      );
    case 'String':
      return leaf('string', node, node.value);
    case 'Boolean':
      return leaf('boolean', node, node.value);
    case 'Null':
      return leaf('null', node, null);
    default:
      return leaf('number', node, undefined);
  }
}

/** A node with its range in the text, as the parser returns it with `ranges: true`. */
interface Ranged {
  readonly range?: readonly number[] | undefined;
}

function leaf(type: NodeType, { range: [offset = 0, end = 0] = [] }: Ranged, value: unknown): Node {
  return { type, offset, length: end - offset, value };
}

function withChildren(type: NodeType, ranged: Ranged, children: Node[]): Node {
  return { ...leaf(type, ranged, undefined), children };
}

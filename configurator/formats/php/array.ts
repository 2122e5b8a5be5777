import { addMembers } from '../members.ts';
import type { Path } from '../path-address.ts';
import type { Branch, Container } from '../tree/tree.ts';
import { type Quote, quote, quoteOf } from './literal.ts';
import { endOf, isNode, nodes, type PhpNode, sourceOf, startOf } from './parse.ts';

/** The opening and closing text of an array literal. */
type Brackets = readonly [open: string, close: string];

/** An array literal, `[…]` or `array(…)`, as a container. */
export function arrayContainer(text: string, node: PhpNode, path: Path, line: number): Container {
  const items = nodes(node['items']);
  const keys = items.flatMap(({ key }) => (isNode(key) && key.kind === 'string' ? [key] : []));
  const sign = keys[0] ? (quoteOf(sourceOf(text, keys[0])) ?? "'") : "'";
  const short = node['shortForm'] === true;
  const open = text.indexOf(short ? '[' : '(', startOf(node));
  const close = endOf(node) - 1;
  return {
    path,
    line,
    names: new Set(keys.map((key) => String(key['value']))),
    grow: (branch) => {
      if (items.length > 0 && keys.length === 0) return undefined;
      const spans = items.map((item) => ({ offset: startOf(item), end: endOf(item) }));
      const trailingComma = commaAfter(text, spans.at(-1)?.end ?? close, close);
      return addMembers(
        text,
        { open, close, items: spans, trailingComma },
        emitItems(branch, sign, short ? ['[', ']'] : ['array(', ')']),
      );
    },
  };
}

function emitItems(branch: Branch, sign: Quote, brackets: Brackets): string[] {
  const [open, close] = brackets;
  return [...branch].map(([name, member]) => {
    const value =
      member instanceof Map
        ? `${open}${emitItems(member, sign, brackets).join(', ')}${close}`
        : quote(member.value, sign);
    return `${quote(name, sign)} => ${value}`;
  });
}

/** The comma after the last item and any comments. */
function commaAfter(text: string, start: number, end: number): number | undefined {
  const between = /^(?:\s|\/\/[^\r\n]*|#[^\r\n]*|\/\*[\s\S]*?\*\/)*/.exec(text.slice(start, end))?.[0] ?? '';
  const offset = start + between.length;
  return text[offset] === ',' ? offset : undefined;
}

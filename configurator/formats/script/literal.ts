import type { Expression, Node } from '@babel/types';
import { numberText } from '../number-text.ts';
import { quoted, type Sign } from '../quoted.ts';
import type { Slot } from '../slot.ts';
import { memberPath, unwrap } from './unwrap.ts';

/** The quote sign of a literal's source; `undefined` where it has none. */
export function signOf(source: string | undefined): Sign | undefined {
  const sign = source?.[0];
  return sign === "'" || sign === '"' || sign === '`' ? sign : undefined;
}

/** What stands at an expression, and how to write another value in its place. */
export function literalSlot(
  text: string,
  node: Node,
  sign: Sign,
): Pick<Slot, 'value' | 'exact' | 'write' | 'variable'> {
  const offset = node.start ?? 0;
  const source = text.slice(offset, node.end ?? 0);
  const replace = (content: string) => [{ offset, length: source.length, content }];
  const said = textOf(node);
  if (said !== undefined) {
    return { value: said, exact: true, write: (value) => replace(quoted(value, signOf(source) ?? sign)) };
  }
  if (node.type === 'BooleanLiteral') {
    const write = (value: string) => replace(/^(?:true|false)$/.test(value) ? value : quoted(value, sign));
    return { value: source, exact: true, write };
  }
  const write = (value: string) => replace(quoted(value, sign));
  if (node.type === 'NumericLiteral') return { value: numberText(source), exact: false, write };
  if (isNothing(node)) return { value: '', exact: false, write };
  const variable = environmentVariable(node);
  return { value: undefined, exact: false, ...(variable !== undefined && { variable }) };
}

/** What a string literal says, or a template without substitutions. */
function textOf(node: Node): string | undefined {
  if (node.type === 'StringLiteral') return node.value;
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}

function isNothing(node: Node): boolean {
  return node.type === 'NullLiteral' || (node.type === 'Identifier' && node.name === 'undefined');
}

/** The variable that `process.env.X` or `import.meta.env.X` reads, also with a default after it. */
function environmentVariable(node: Node): string | undefined {
  const first = node.type === 'LogicalExpression' ? unwrap(node.left as Expression) : node;
  const path = memberPath(first);
  const name = path?.at(-1);
  const from = path?.slice(0, -1).join('.');
  return from === 'process.env' || from === 'import.meta.env' ? String(name) : undefined;
}

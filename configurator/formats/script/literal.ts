import type { Expression, Node } from '@babel/types';
import { computedValue, numberText, type QuoteMark, quoted } from '../literals.ts';
import type { Slot } from '../slot.ts';

/** Removes type syntax and wrappers: `'x' as const`, `<const>'x'`, `'x' satisfies T`, `x!`, `Object.freeze(x)`. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (;;) {
    const next = wrapped(inner);
    if (!next) return inner;
    inner = next;
  }
}

function wrapped(node: Node): Node | undefined {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return node.expression;
    case 'CallExpression': {
      const [only, ...others] = node.arguments;
      const passesOn = others.length === 0 && only && returnsItsArgument(node.callee);
      return passesOn && /^(?:ObjectExpression|Identifier)$/.test(only.type) ? only : undefined;
    }
    default:
      return undefined;
  }
}

/** `Object.freeze`, and the `defineConfig` of build tools, which only adds types. */
function returnsItsArgument(callee: Node): boolean {
  if (callee.type === 'Identifier') return /^define\w*Config$/.test(callee.name);
  return memberPath(callee)?.join('.') === 'Object.freeze';
}

/**
 * `a.b['c'][0]` as its names, the root first.
 *
 * @returns `undefined` where a part of it is computed
 */
export function memberPath(node: Node): (string | number)[] | undefined {
  const path: (string | number)[] = [];
  let base = node;
  while (base.type === 'MemberExpression') {
    const step = stepOf(base.property, base.computed);
    if (step === undefined) return undefined;
    path.push(step);
    base = base.object;
  }
  if (base.type === 'MetaProperty') path.push(`${base.meta.name}.${base.property.name}`);
  else if (base.type === 'Identifier') path.push(base.name);
  else return undefined;
  return path.reverse();
}

function stepOf(property: Node, computed: boolean): string | number | undefined {
  if (property.type === 'StringLiteral') return property.value;
  if (property.type === 'NumericLiteral') return property.value;
  return property.type === 'Identifier' && !computed ? property.name : undefined;
}

/** The quote mark of a literal's source; `undefined` where it has none. */
export function signOf(source: string | undefined): QuoteMark | undefined {
  const sign = source?.[0];
  return sign === "'" || sign === '"' || sign === '`' ? sign : undefined;
}

/** The slot of an expression: its value, and how to replace it. */
export function literalSlot(
  text: string,
  node: Node,
  sign: QuoteMark,
): Pick<Slot, 'value' | 'exact' | 'write' | 'variable'> {
  const offset = node.start ?? 0;
  const source = text.slice(offset, node.end ?? 0);
  const replace = (content: string) => [{ offset, length: source.length, content }];
  const literalText = textOf(node);
  if (literalText !== undefined) {
    return {
      value: literalText,
      exact: true,
      write: (value) => replace(quoted(value, signOf(source) ?? sign)),
    };
  }
  if (node.type === 'BooleanLiteral') {
    const write = (value: string) => replace(/^(?:true|false)$/.test(value) ? value : quoted(value, sign));
    return { value: source, exact: true, write };
  }
  const write = (value: string) => replace(quoted(value, sign));
  if (node.type === 'NumericLiteral') return { value: numberText(source), exact: false, write };
  if (isNothing(node)) return { value: '', exact: false, write };
  const variable = environmentVariable(node);
  return computedValue({ variable });
}

/** The text of a string literal, or of a template without substitutions. */
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

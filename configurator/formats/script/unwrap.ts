import type { Node } from '@babel/types';

/** What an expression says beside its types: `'x' as const`, `<const>'x'`, `'x' satisfies T`, `x!`, `Object.freeze(x)`. */
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
      const passesOn = others.length === 0 && only?.type === 'ObjectExpression' && givesBack(node.callee);
      return passesOn ? only : undefined;
    }
    default:
      return undefined;
  }
}

/** `Object.freeze`, and the `defineConfig` of build tools, which are there for the types only. */
function givesBack(callee: Node): boolean {
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

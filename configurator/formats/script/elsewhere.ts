import type { Node } from '@babel/types';
import type { Elsewhere } from '../other-form.ts';
import { memberPath, unwrap } from './literal.ts';
import { keyName } from './object.ts';

/** Functions that look a name up, with a default where it has no value. */
const lookups = /^(?:env|config|get\w*|has\w*|is\w*|require|import|on\w*)$/i;

/**
 * Every name that gets a value anywhere in a file: members of objects and classes, arguments of calls
 * (`config.set('name', …)`), also inside functions.
 */
export function namesElsewhere(program: Node, lineAt: (offset: number) => number): Elsewhere[] {
  const found: Elsewhere[] = [];
  const waiting: [Node, readonly string[]][] = [[program, []]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, above] = next;
    const named = namedIn(node) ?? (above.length > 0 ? declared(node) : undefined);
    const inside = named ? [...above, ...named.names] : [];
    if (named && unwrap(named.value).type !== 'ObjectExpression') {
      found.push({ names: inside, line: lineAt(node.start ?? 0) });
    }
    for (const part of Object.values(node)) {
      for (const child of Array.isArray(part) ? part : [part]) {
        if (typeof child?.type !== 'string' || !('start' in child)) continue;
        waiting.push([child, child === named?.value ? inside : isAround(node) ? above : []]);
      }
    }
  }
  return found.reverse();
}

/** Whether a node wraps values without having a name of its own. */
function isAround({ type }: Node): boolean {
  return /^(?:ObjectExpression|TS\w+Expression|ParenthesizedExpression|TSModuleBlock|ExportNamedDeclaration|VariableDeclaration)$/.test(
    type,
  );
}

interface Named {
  readonly names: readonly string[];
  readonly value: Node;
}

/** The name and value that a node defines. */
function namedIn(node: Node): Named | undefined {
  switch (node.type) {
    case 'ObjectProperty':
    case 'ClassProperty': {
      const name = keyName(node);
      return name === undefined || !node.value ? undefined : { names: [name], value: node.value };
    }
    case 'TSModuleDeclaration':
      return node.id.type === 'Identifier' ? { names: [node.id.name], value: node.body } : undefined;
    case 'TSEnumMember':
      return node.initializer && node.id.type === 'Identifier'
        ? { names: [node.id.name], value: node.initializer }
        : undefined;
    case 'AssignmentExpression': {
      const path = node.left.type === 'MemberExpression' ? lastNames(node.left) : undefined;
      return path && { names: path, value: node.right };
    }
    case 'CallExpression': {
      const [first, second] = node.arguments;
      const called = node.callee.type === 'MemberExpression' ? node.callee.property : node.callee;
      const looksUp = called.type === 'Identifier' && lookups.test(called.name);
      return first?.type === 'StringLiteral' && second && !looksUp
        ? { names: [first.value], value: second }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** The name and value that a variable declares in a namespace. */
function declared(node: Node): Named | undefined {
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier' || !node.init) return undefined;
  return { names: [node.id.name], value: node.init };
}

/** The names of `a.b.c` after its root; only the last one of `this.c` and `f().c`. */
function lastNames(left: Extract<Node, { type: 'MemberExpression' }>): readonly string[] | undefined {
  const path = memberPath(left)?.slice(1).map(String);
  if (path) return path;
  const { property, computed } = left;
  if (property.type === 'StringLiteral') return [property.value];
  return property.type === 'Identifier' && !computed ? [property.name] : undefined;
}

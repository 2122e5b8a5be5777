import type { AssignmentExpression, Node, Program } from '@babel/types';
import type { Segment } from '../path-address.ts';
import { exported } from './address.ts';
import { type Assigning, given } from './assigning.ts';
import { type Bindings, declaratorOf, namesIn } from './declared.ts';
import { memberPath, unwrap } from './unwrap.ts';
import { walk } from './walk.ts';

/** Finds every assignment to a variable of the top level, a member of one, or what the file exports. */
export function findAssigned(program: Program, bindings: Bindings): Assigning[] {
  const found: Assigning[] = [];
  const topLevel = new Set<Node>(
    program.body.map((statement) => ('declaration' in statement && statement.declaration) || statement),
  );
  walk(program, (node, inFunction) => {
    if (node.type === 'VariableDeclaration' && node.kind === 'var' && !inFunction && !topLevel.has(node)) {
      for (const declarator of node.declarations)
        if (declarator.init) found.push(...declaratorOf(node, declarator));
    }
    if (node.type !== 'AssignmentExpression') return;
    const meant = assignedBy(node).filter(({ path }) => isMeant(path, inFunction, bindings));
    found.push(...meant);
  });
  return found;
}

function assignedBy(node: AssignmentExpression): Assigning[] {
  const { left, right, operator } = node;
  const offset = node.start ?? 0;
  if (/Pattern/.test(left.type))
    return namesIn(left).map(({ name }) => ({ path: [name], value: undefined, offset }));
  const path = targetOf(left);
  if (!path) return [];
  // `exports = module.exports = …`: the inner one says it.
  const again = right.type === 'AssignmentExpression' ? targetOf(right.left) : undefined;
  if (again && again.join('\0') === path.join('\0')) return [];
  return [operator === '=' ? given(path, right) : { path, value: undefined, offset }];
}

/** The path that an assignment gives a value to. `module.exports` and `exports` are what the file exports. */
export function targetOf(left: Node): Segment[] | undefined {
  const path = memberPath(unwrap(left));
  if (path?.[0] === 'module' && path[1] === 'exports') return [exported, ...path.slice(2)];
  return path?.[0] === 'exports' ? [exported, ...path.slice(1)] : path;
}

function isMeant([root, ...members]: readonly Segment[], inFunction: boolean, bindings: Bindings): boolean {
  if (root === exported) return true;
  const binding = bindings.get(String(root));
  if (binding?.constant && members.length === 0) return false;
  return binding !== undefined || !inFunction;
}

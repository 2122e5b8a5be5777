import { isNode, nodes, type PhpNode, sourceOf } from './parse.ts';

/** `define`, `const` or an assignment: the statement, what it names and the expression that it gives the name. */
export interface Assigning {
  readonly statement: PhpNode;
  readonly kind: 'define' | 'const' | 'variable';
  /** The expression that says the last part of the name, for writing one like it. */
  readonly name: PhpNode | undefined;
  readonly path: readonly string[];
  readonly value: PhpNode;
  /** The conditions of the branches around it, outermost first. */
  readonly branch: readonly string[];
}

/** What the file gives names to, in its order: the top level, blocks, namespaces and branches, but no functions. */
export function findAssigning(text: string, statements: readonly PhpNode[]): Assigning[] {
  return statements.flatMap((statement) => inStatement(text, statement, []));
}

function inStatement(text: string, statement: PhpNode, branch: readonly string[]): Assigning[] {
  const inside = (part: unknown) =>
    (isNode(part) ? [part] : nodes(part)).flatMap((child) => inStatement(text, child, branch));
  switch (statement.kind) {
    case 'block':
    case 'namespace':
    case 'declare':
      return inside(statement['children']);
    case 'if':
      return inBranches(text, statement, branch);
    case 'expressionstatement':
      return inExpression(statement, statement['expression'] as PhpNode, branch);
    case 'constantstatement':
      return nodes(statement['constants']).map((constant) => constantOf(statement, constant, branch));
    case 'return':
      return returned(statement, branch);
    default:
      return [];
  }
}

/** `if (!defined('X')) define('X', …)` has one place only: it is no branch. */
function inBranches(text: string, statement: PhpNode, branch: readonly string[]): Assigning[] {
  const condition = sourceOf(text, statement['test'] as PhpNode).replace(/\s+/g, ' ');
  const { body, alternate } = statement;
  const guard = /^!\s*\\?defined\b/i.test(condition) && !isNode(alternate);
  const then = isNode(body) ? inStatement(text, body, guard ? branch : [...branch, condition]) : [];
  const other = isNode(alternate) ? inStatement(text, alternate, [...branch, `!${condition}`]) : [];
  return [...then, ...other];
}

function inExpression(statement: PhpNode, expression: PhpNode, branch: readonly string[]): Assigning[] {
  if (expression.kind === 'bin' && /^(?:or|\|\|)$/i.test(String(expression['type']))) {
    return inExpression(statement, expression['right'] as PhpNode, branch);
  }
  if (expression.kind === 'call') return defined(statement, expression, branch);
  if (expression.kind !== 'assign' || expression['operator'] !== '=') return [];
  const left = expression['left'] as PhpNode;
  const path = variablePath(left);
  if (!path) return [];
  const name = left.kind === 'offsetlookup' ? (left['offset'] as PhpNode) : left;
  return [{ statement, kind: 'variable', name, path, value: expression['right'] as PhpNode, branch }];
}

function defined(statement: PhpNode, call: PhpNode, branch: readonly string[]): Assigning[] {
  const called = String((call['what'] as PhpNode)['name']).replace(/^\\/, '');
  const [name, value] = nodes(call['arguments']);
  if (called.toLowerCase() !== 'define' || name?.kind !== 'string' || !value) return [];
  return [{ statement, kind: 'define', name, path: [String(name['value'])], value, branch }];
}

function constantOf(statement: PhpNode, constant: PhpNode, branch: readonly string[]): Assigning {
  const { name, value } = constant as PhpNode & { name: PhpNode; value: PhpNode };
  return { statement, kind: 'const', name, path: [String(name['name'])], value, branch };
}

function returned(statement: PhpNode, branch: readonly string[]): Assigning[] {
  const value = statement['expr'];
  if (!isNode(value) || value.kind !== 'array') return [];
  return [{ statement, kind: 'variable', name: undefined, path: [], value, branch }];
}

/** `$a['b']['c']` as `$a`, `b`, `c`; `undefined` where a part of it is computed. */
function variablePath(node: PhpNode): string[] | undefined {
  if (node.kind === 'variable') return typeof node['name'] === 'string' ? [`$${node['name']}`] : undefined;
  if (node.kind !== 'offsetlookup') return undefined;
  const base = variablePath(node['what'] as PhpNode);
  const offset = node['offset'];
  return base && isNode(offset) && offset.kind === 'string' ? [...base, String(offset['value'])] : undefined;
}

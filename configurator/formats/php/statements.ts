import { branchesOf } from './branches.ts';
import { isNode, nodes, type PhpNode } from './parse.ts';

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
  /** It runs whatever came before, and does nothing else: another may be written like it. */
  readonly plain: boolean;
}

/** What is around a statement. */
type Around = Pick<Assigning, 'branch' | 'plain'>;

/** What the file gives names to, in its order: the top level, blocks, namespaces and branches, but no functions. */
export function findAssigning(text: string, statements: readonly PhpNode[]): Assigning[] {
  return statements.flatMap((statement) => inStatement(text, statement, { branch: [], plain: true }));
}

function inStatement(text: string, statement: PhpNode, around: Around): Assigning[] {
  switch (statement.kind) {
    case 'block':
    case 'namespace':
    case 'declare':
      return nodes(statement['children']).flatMap((child) => inStatement(text, child, around));
    case 'expressionstatement':
      return inExpression(statement, statement['expression'] as PhpNode, around);
    case 'constantstatement':
      return constantsOf(statement, around);
    case 'return':
      return returned(statement, around);
    default:
      return branchesOf(text, statement).flatMap(({ condition, body }) =>
        inStatement(text, body, {
          branch: condition === undefined ? around.branch : [...around.branch, condition],
          plain: false,
        }),
      );
  }
}

function inExpression(statement: PhpNode, expression: PhpNode, around: Around): Assigning[] {
  if (expression.kind === 'bin' && /^(?:or|\|\|)$/i.test(String(expression['type']))) {
    return inExpression(statement, expression['right'] as PhpNode, { ...around, plain: false });
  }
  if (expression.kind === 'call') return defined(statement, expression, around);
  if (expression.kind !== 'assign' || expression['operator'] !== '=') return [];
  const left = expression['left'] as PhpNode;
  const path = variablePath(left);
  if (!path) return [];
  const name = left.kind === 'offsetlookup' ? (left['offset'] as PhpNode) : left;
  return [{ statement, kind: 'variable', name, path, value: expression['right'] as PhpNode, ...around }];
}

function defined(statement: PhpNode, call: PhpNode, around: Around): Assigning[] {
  const called = String((call['what'] as PhpNode)['name']).replace(/^\\/, '');
  const name = argument(call, 0, 'constant_name');
  const value = argument(call, 1, 'value');
  if (called.toLowerCase() !== 'define' || name?.kind !== 'string' || !value) return [];
  return [{ statement, kind: 'define', name, path: [String(name['value'])], value, ...around }];
}

/** What a call gives to a parameter, by its place or by its name. */
function argument(call: PhpNode, index: number, name: string): PhpNode | undefined {
  const given = nodes(call['arguments']);
  const named = given.find((each) => each.kind === 'namedargument' && each['name'] === name);
  if (named) return named['value'] as PhpNode;
  return given[index]?.kind === 'namedargument' ? undefined : given[index];
}

function constantsOf(statement: PhpNode, around: Around): Assigning[] {
  const constants = nodes(statement['constants']) as readonly (PhpNode & { name: PhpNode; value: PhpNode })[];
  const plain = around.plain && constants.length === 1;
  return constants.map(({ name, value }) => {
    return { statement, kind: 'const', name, path: [String(name['name'])], value, ...around, plain };
  });
}

function returned(statement: PhpNode, around: Around): Assigning[] {
  const value = statement['expr'];
  if (!isNode(value) || value.kind !== 'array') return [];
  return [{ statement, kind: 'variable', name: undefined, path: [], value, ...around }];
}

/** `$a['b']['c']` as `$a`, `b`, `c`; `undefined` where a part of it is computed. */
function variablePath(node: PhpNode): string[] | undefined {
  if (node.kind === 'variable') return typeof node['name'] === 'string' ? [`$${node['name']}`] : undefined;
  if (node.kind !== 'offsetlookup') return undefined;
  const base = variablePath(node['what'] as PhpNode);
  const offset = node['offset'];
  return base && isNode(offset) && offset.kind === 'string' ? [...base, String(offset['value'])] : undefined;
}

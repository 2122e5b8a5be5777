import { isNode, nodes, type PhpNode, sourceOf } from './parse.ts';

/** `define`, `const` or an assignment: the statement, what it names and the expression that it gives the name. */
export interface NamedValue {
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
type Around = Pick<NamedValue, 'branch' | 'plain'>;

/** What the file gives names to, in its order: the top level, blocks, namespaces and branches, but no functions. */
export function findNamedValues(text: string, statements: readonly PhpNode[]): NamedValue[] {
  return statements.flatMap((statement) => inStatement(text, statement, { branch: [], plain: true }));
}

function inStatement(text: string, statement: PhpNode, around: Around): NamedValue[] {
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

function inExpression(statement: PhpNode, expression: PhpNode, around: Around): NamedValue[] {
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

function defined(statement: PhpNode, call: PhpNode, around: Around): NamedValue[] {
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

function constantsOf(statement: PhpNode, around: Around): NamedValue[] {
  const constants = nodes(statement['constants']) as readonly (PhpNode & { name: PhpNode; value: PhpNode })[];
  const plain = around.plain && constants.length === 1;
  return constants.map(({ name, value }) => {
    return { statement, kind: 'const', name, path: [String(name['name'])], value, ...around, plain };
  });
}

function returned(statement: PhpNode, around: Around): NamedValue[] {
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

/** A part of a statement that runs under a condition. */
interface PhpBranch {
  /** As the address says it; `undefined` for what only waits for nobody else to have done it. */
  readonly condition: string | undefined;
  readonly body: PhpNode;
}

/** The parts of an `if`, a `switch`, a loop or a `try`; none for any other statement. */
function branchesOf(text: string, statement: PhpNode): PhpBranch[] {
  const { kind, body, always } = statement;
  switch (kind) {
    case 'if':
      return ofIf(text, statement);
    case 'switch':
      return isNode(body) ? nodes(body['children']).flatMap((part) => ofCase(text, statement, part)) : [];
    case 'try':
      return [
        ...under('try', body),
        ...nodes(statement['catches']).flatMap((part) => under('catch', part['body'])),
        ...under('finally', always),
      ];
    case 'for':
    case 'foreach':
    case 'while':
    case 'do':
      return under(kind, body);
    default:
      return [];
  }
}

function under(condition: string | undefined, body: unknown): PhpBranch[] {
  return isNode(body) ? [{ condition, body }] : [];
}

/** `if (!defined('X')) define('X', …)` has one place only: it is no branch. */
function ofIf(text: string, { test, body, alternate }: PhpNode): PhpBranch[] {
  const condition = conditionOf(text, test as PhpNode);
  const guard = /^!\s*\\?defined\s*\([^()]*\)$/i.test(condition) && !isNode(alternate);
  return [...under(guard ? undefined : condition, body), ...under(`!${condition}`, alternate)];
}

function ofCase(text: string, { test }: PhpNode, part: PhpNode): PhpBranch[] {
  const subject = conditionOf(text, test as PhpNode);
  const value = part['test'];
  const condition = isNode(value) ? `${subject} == ${conditionOf(text, value)}` : `${subject} == default`;
  return under(condition, part['body']);
}

function conditionOf(text: string, node: PhpNode): string {
  return sourceOf(text, node).replace(/\s+/g, ' ');
}

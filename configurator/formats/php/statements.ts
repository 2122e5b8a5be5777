import { calledWith, membersOf } from './members.ts';
import { argument, hasArray, isNode, nodes, type PhpNode, shortName, sourceOf } from './parse.ts';

/** A statement that assigns a value to a name. */
export interface NamedValue {
  readonly statement: PhpNode;
  readonly kind: 'define' | 'const' | 'variable' | 'property' | 'call';
  /** The expression for the last part of the name, as a model for a new one. */
  readonly name: PhpNode | undefined;
  readonly path: readonly string[];
  readonly value: PhpNode;
  /** The text before the value in the same literal, such as `NAME=` in `putenv('NAME=value')`. */
  readonly prefix?: string;
  /** The conditions of the branches around it, outermost first. */
  readonly branch: readonly string[];
  /** It always runs, and does nothing else, so a new one can be modelled on it. */
  readonly plain: boolean;
}

/** The surroundings of a statement. */
export type Around = Pick<NamedValue, 'branch' | 'plain'>;

/** The named values of a file, in order: at top level, in blocks, namespaces, classes and branches, but not in functions. */
export function findNamedValues(text: string, statements: readonly PhpNode[]): NamedValue[] {
  return statements.flatMap((statement) => inStatement(text, statement, { branch: [], plain: true }));
}

/** The variable that the file returns as a whole: `return $config;`. */
export function returnedVariable(statements: readonly PhpNode[]): string | undefined {
  const last = statements.findLast(({ kind }) => kind === 'return')?.['expr'];
  const path = isNode(last) ? variablePath(last) : undefined;
  return path?.length === 1 ? path[0] : undefined;
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
      return returnedValues(text, statement, around);
    case 'class':
    case 'enum':
    case 'interface':
    case 'trait':
      return membersOf(statement, around);
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
  if (expression.kind === 'call') {
    return [...defined(statement, expression, around), ...calledWith(statement, expression, around)];
  }
  if (expression.kind !== 'assign' || expression['operator'] !== '=') return [];
  const left = expression['left'] as PhpNode;
  const path = variablePath(left);
  if (!path) return [];
  const name = left.kind === 'variable' ? left : (left['offset'] as PhpNode);
  return [{ statement, kind: 'variable', name, path, value: expression['right'] as PhpNode, ...around }];
}

function defined(statement: PhpNode, call: PhpNode, around: Around): NamedValue[] {
  const called = String((call['what'] as PhpNode)['name']).replace(/^\\/, '');
  const name = argument(call, 0, 'constant_name');
  const value = argument(call, 1, 'value');
  if (called.toLowerCase() !== 'define' || name?.kind !== 'string' || !value) return [];
  return [{ statement, kind: 'define', name, path: [String(name['value'])], value, ...around }];
}

function constantsOf(statement: PhpNode, around: Around): NamedValue[] {
  const constants = nodes(statement['constants']) as readonly (PhpNode & { name: PhpNode; value: PhpNode })[];
  const plain = around.plain && constants.length === 1;
  return constants.map(({ name, value }) => {
    return { statement, kind: 'const', name, path: [String(name['name'])], value, ...around, plain };
  });
}

/** The value that a file returns: an array, also one that a closure returns, and what a closure sets on its argument. */
function returnedValues(text: string, statement: PhpNode, around: Around): NamedValue[] {
  const value = statement['expr'];
  if (!isNode(value)) return [];
  const body = value['body'];
  if (value.kind === 'closure' && isNode(body)) {
    return nodes(body['children']).flatMap((child) => inStatement(text, child, { ...around, plain: false }));
  }
  const array = value.kind === 'arrowfunc' && isNode(body) ? body : value;
  if (!hasArray(array)) return [];
  return [{ statement, kind: 'variable', name: undefined, path: [], value: array, ...around }];
}

/** `$a['b']->c` as `$a`, `b`, `c`, `A::$b` as `A`, `$b`; `undefined` where a part of it is computed. */
function variablePath(node: PhpNode): string[] | undefined {
  if (node.kind === 'variable') return typeof node['name'] === 'string' ? [`$${node['name']}`] : undefined;
  const { what, offset } = node;
  if (!isNode(what) || !isNode(offset)) return undefined;
  if (node.kind === 'staticlookup') {
    const member = what.kind === 'name' ? variablePath(offset) : undefined;
    return member && [shortName(what), ...member];
  }
  const step = node.kind === 'offsetlookup' ? 'string' : 'identifier';
  if (!/^(?:offset|property)lookup$/.test(node.kind) || offset.kind !== step) return undefined;
  const base = variablePath(what);
  return base && [...base, String(offset['value'] ?? offset['name'])];
}

/** A part of a statement that runs under a condition. */
interface PhpBranch {
  /** As in an address; `undefined` for a guard against a second definition. */
  readonly condition: string | undefined;
  readonly body: PhpNode;
}

/** The parts of an `if`, a `switch`, a loop or a `try`; none for any other statement. */
function branchesOf(text: string, statement: PhpNode): PhpBranch[] {
  const { kind, body, always } = statement;
  switch (kind) {
    case 'if':
      return branchesOfIf(text, statement);
    case 'switch':
      return isNode(body)
        ? nodes(body['children']).flatMap((part) => branchOfCase(text, statement, part))
        : [];
    case 'try':
      return [
        ...branchIf('try', body),
        ...nodes(statement['catches']).flatMap((part) => branchIf('catch', part['body'])),
        ...branchIf('finally', always),
      ];
    case 'for':
    case 'foreach':
    case 'while':
    case 'do':
      return branchIf(kind, body);
    default:
      return [];
  }
}

function branchIf(condition: string | undefined, body: unknown): PhpBranch[] {
  return isNode(body) ? [{ condition, body }] : [];
}

/** `if (!defined('X')) define('X', …)` is a guard, not a branch. */
function branchesOfIf(text: string, { test, body, alternate }: PhpNode): PhpBranch[] {
  const condition = conditionOf(text, test as PhpNode);
  const guard = /^!\s*\\?defined\s*\([^()]*\)$/i.test(condition) && !isNode(alternate);
  return [...branchIf(guard ? undefined : condition, body), ...branchIf(`!${condition}`, alternate)];
}

function branchOfCase(text: string, { test }: PhpNode, part: PhpNode): PhpBranch[] {
  const subject = conditionOf(text, test as PhpNode);
  const value = part['test'];
  const condition = isNode(value) ? `${subject} == ${conditionOf(text, value)}` : `${subject} == default`;
  return branchIf(condition, part['body']);
}

function conditionOf(text: string, node: PhpNode): string {
  return sourceOf(text, node).replace(/\s+/g, ' ');
}

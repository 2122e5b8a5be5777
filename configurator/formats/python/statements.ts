import type { SyntaxNode } from '@lezer/common';
import type { Segment } from '../path-address.ts';
import { childrenOf } from './parse.ts';
import { decodeString, takeApart } from './string-literal.ts';

/** A place that assigns a value to a name. */
export interface NamedValue {
  readonly statement: SyntaxNode;
  readonly path: readonly Segment[];
  /** The target of the assignment, as a model for a new one; `undefined` where several names get the value. */
  readonly target: SyntaxNode | undefined;
  /** `undefined` where the value is not a single expression. */
  readonly value: SyntaxNode | undefined;
  /** The annotation after the name's colon. */
  readonly annotation: SyntaxNode | undefined;
}

interface Scope {
  readonly path: readonly Segment[];
  /** The names that a function declares `global`; `undefined` outside functions. */
  readonly globals: Set<string> | undefined;
}

/** The named values of a module, its blocks and classes, and of functions as far as they assign to its variables. */
export function findNamedValues(text: string, root: SyntaxNode): NamedValue[] {
  const found: NamedValue[] = [];
  const waiting: [SyntaxNode, Scope][] = [[root, { path: [], globals: undefined }]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, scope] = next;
    const assigned = assignedBy(text, node, scope);
    found.push(...assigned.filter(({ path }) => isMeant(path, scope)));
    const inner = scopeOf(text, node, scope);
    for (let child = node.lastChild; child; child = child.prevSibling) waiting.push([child, inner]);
  }
  const isOwn = ({ path, statement }: NamedValue) => path.length === 1 || !isInFunction(statement);
  const names = new Set(found.filter(isOwn).map(({ path }) => path[0]));
  return found.filter((namedValue) => isOwn(namedValue) || names.has(namedValue.path[0]));
}

function isInFunction(node: SyntaxNode): boolean {
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (/^(?:FunctionDefinition|LambdaExpression)$/.test(parent.name)) return true;
  }
  return false;
}

/** Inside a function, plain names are local unless they are declared global; members are not. */
function isMeant(path: readonly Segment[], { globals }: Scope): boolean {
  return globals === undefined || path.length > 1 || globals.has(String(path[0]));
}

function scopeOf(text: string, node: SyntaxNode, scope: Scope): Scope {
  if (node.name === 'FunctionDefinition') return { path: [], globals: globalsOf(text, node) };
  if (node.name !== 'ClassDefinition' || scope.globals) return scope;
  return { ...scope, path: [...scope.path, nameOf(text, node)] };
}

function nameOf(text: string, definition: SyntaxNode): string {
  const name = definition.getChild('VariableName');
  return name ? text.slice(name.from, name.to) : '';
}

function globalsOf(text: string, definition: SyntaxNode): Set<string> {
  const names = new Set<string>();
  for (const statement of definition.getChild('Body')?.getChildren('ScopeStatement') ?? []) {
    for (const { from, to } of statement.getChildren('VariableName')) names.add(text.slice(from, to));
  }
  return names;
}

function assignedBy(text: string, node: SyntaxNode, scope: Scope): NamedValue[] {
  switch (node.name) {
    case 'AssignStatement':
      return assignmentOf(text, node, scope);
    case 'UpdateStatement':
    case 'DeleteStatement':
    case 'NamedExpression':
      return computed(
        text,
        node,
        childrenOf(node).slice(0, node.name === 'DeleteStatement' ? undefined : 1),
        scope,
      );
    case 'FunctionDefinition':
      return computed(text, node, node.getChildren('VariableName').slice(0, 1), scope);
    case 'ForStatement':
      return computed(
        text,
        node,
        childrenOf(node).slice(
          1,
          childrenOf(node).findIndex(({ name }) => name === 'in'),
        ),
        scope,
      );
    case 'ImportStatement':
      return computed(text, node, importedNames(node), scope);
    default:
      return [];
  }
}

/** The names that an import binds: `b` of `import a as b`, `a` of `import a.c`. */
function importedNames(node: SyntaxNode): SyntaxNode[] {
  const parts = childrenOf(node);
  const from = parts.findIndex(({ name }) => name === 'import');
  return parts.filter(
    ({ name }, index) =>
      index > from &&
      name === 'VariableName' &&
      parts[index + 1]?.name !== 'as' &&
      parts[index - 1]?.name !== '.',
  );
}

function computed(
  text: string,
  statement: SyntaxNode,
  targets: readonly SyntaxNode[],
  scope: Scope,
): NamedValue[] {
  return targets.flatMap((target) =>
    targetsIn(text, target).map((path) => ({
      statement,
      path: [...scope.path, ...path],
      target: undefined,
      value: undefined,
      annotation: undefined,
    })),
  );
}

function assignmentOf(text: string, statement: SyntaxNode, scope: Scope): NamedValue[] {
  const parts = childrenOf(statement);
  const signs = parts.flatMap(({ name }, index) => (name === 'AssignOp' ? [index] : []));
  const last = signs.at(-1);
  // `NAME: str` alone assigns nothing.
  if (last === undefined) return [];
  const [target, second] = parts;
  const annotation = second?.name === 'TypeDef' ? second : undefined;
  const path = target && pathOf(text, target);
  const single = signs.length === 1 && last === (annotation ? 2 : 1);
  if (!single || !path) return computed(text, statement, parts.slice(0, last), scope);
  const value = parts.length === last + 2 ? parts[last + 1] : undefined;
  return [{ statement, path: [...scope.path, ...path], target, value, annotation }];
}

/** Every name that a target assigns to, `(A, [B, c.d])` included. */
function targetsIn(text: string, target: SyntaxNode): (readonly Segment[])[] {
  if (/^(?:Tuple|Array|Parenthesized)Expression$/.test(target.name)) {
    return childrenOf(target).flatMap((child) => targetsIn(text, child));
  }
  const path = pathOf(text, target);
  return path ? [path] : [];
}

/** `a.b['c'][0]` as its names, the root first; `undefined` where a part of it is computed. */
export function pathOf(text: string, node: SyntaxNode): Segment[] | undefined {
  const path: Segment[] = [];
  let base = node;
  while (base.name === 'MemberExpression') {
    const [inner, sign, step, end] = childrenOf(base);
    const segment = step && (sign?.name === '.' ? text.slice(step.from, step.to) : subscript(text, step));
    if (!inner || segment === undefined || (sign?.name === '[' && end?.name !== ']')) return undefined;
    path.push(segment);
    base = inner;
  }
  if (base.name !== 'VariableName') return undefined;
  path.push(text.slice(base.from, base.to));
  return path.reverse();
}

/** The subscript in `[…]`, where it is a literal. */
function subscript(text: string, { name, from, to }: SyntaxNode): Segment | undefined {
  const source = text.slice(from, to);
  if (name === 'Number') return /^(?:0|[1-9]\d{0,8})$/.test(source) ? Number(source) : undefined;
  const literal = name === 'String' ? takeApart(source) : undefined;
  return literal && decodeString(literal);
}

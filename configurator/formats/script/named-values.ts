import type {
  AssignmentExpression,
  ClassDeclaration,
  Node,
  Program,
  TSEnumDeclaration,
  VariableDeclaration,
  VariableDeclarator,
} from '@babel/types';
import type { Segment } from '../path-address.ts';
import { exported } from './address.ts';
import { memberPath, unwrap } from './literal.ts';
import { keyName } from './object.ts';

/** A place that assigns a value to a name. */
export interface NamedValue {
  readonly path: readonly Segment[];
  /** Without type syntax; `undefined` where the value is not a single expression. */
  readonly value: Node | undefined;
  /** The offset whose line is reported: of the value, else of the name. */
  readonly offset: number;
  /** Where an initial value can be written: after the name of a variable without one. */
  readonly empty?: number;
}

/** The named values of a file, in order, and the names at its top level. */
interface NamedValues {
  readonly namedValues: readonly NamedValue[];
  readonly names: ReadonlySet<string>;
}

/**
 * Finds the named values of a file: declarations at top level, exports, and every assignment to either, anywhere in the
 * file. Local names of functions do not count.
 */
export function findNamedValues(program: Program): NamedValues {
  const { declared, bindings } = findDeclared(program);
  const assigned = findAssigned(program, bindings);
  return {
    namedValues: [...declared, ...assigned].sort((a, b) => a.offset - b.offset),
    names: new Set(bindings.keys()),
  };
}

function namedValue(path: readonly Segment[], expression: Node): NamedValue {
  return { path, value: unwrap(expression), offset: expression.start ?? 0 };
}

/** The variables, functions, classes and imports of the top level. */
type Bindings = ReadonlyMap<string, { readonly constant: boolean }>;

/** Finds the declarations at top level, and the export as a whole. */
function findDeclared({ body }: Program): { declared: NamedValue[]; bindings: Bindings } {
  const bindings = new Map<string, { constant: boolean }>();
  return { declared: body.flatMap((statement) => declaredBy(statement, bindings)), bindings };
}

function declaredBy(statement: Node, bindings: Map<string, { constant: boolean }>): NamedValue[] {
  switch (statement.type) {
    case 'ExportNamedDeclaration':
      return statement.declaration ? declaredBy(statement.declaration, bindings) : [];
    case 'ExportDefaultDeclaration': {
      const { declaration } = statement;
      const value = namedValue([exported], declaration);
      if (declaration.type !== 'ClassDeclaration') return [value];
      return [
        value,
        ...(declaration.id ? declaredBy(declaration, bindings) : membersOf(declaration, exported)),
      ];
    }
    case 'TSExportAssignment':
      return [namedValue([exported], statement.expression)];
    case 'VariableDeclaration':
      return statement.declarations.flatMap((declarator) => {
        for (const { name } of namesIn(declarator.id)) {
          bindings.set(name, { constant: statement.kind === 'const' });
        }
        return declaratorOf(statement, declarator);
      });
    case 'ImportDeclaration':
      return statement.specifiers.map(({ local }) => computed(local, bindings));
    case 'FunctionDeclaration':
      return statement.id ? [computed(statement.id, bindings)] : [];
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
      return statement.id
        ? [computed(statement.id, bindings), ...membersOf(statement, statement.id.name)]
        : [];
    default:
      return [];
  }
}

/** The static fields of a class, the members of an enumeration. */
function membersOf(declaration: ClassDeclaration | TSEnumDeclaration, owner: string): NamedValue[] {
  if (declaration.type === 'TSEnumDeclaration') {
    return declaration.members.flatMap(({ id, initializer }) =>
      initializer ? [namedValue([owner, id.type === 'Identifier' ? id.name : id.value], initializer)] : [],
    );
  }
  return declaration.body.body.flatMap((member) => {
    if (member.type !== 'ClassProperty' || !member.static || !member.value) return [];
    const name = keyName(member);
    return name === undefined ? [] : [namedValue([owner, name], member.value)];
  });
}

type Named = Extract<Node, { type: 'Identifier' }>;

function computed(id: Named, bindings: Map<string, { constant: boolean }>): NamedValue {
  bindings.set(id.name, { constant: true });
  return { path: [id.name], value: undefined, offset: id.start ?? 0 };
}

/** The names that one declarator declares, with or without a value. */
function declaratorOf(
  statement: VariableDeclaration,
  { id, init, definite }: VariableDeclarator,
): NamedValue[] {
  if (id.type === 'Identifier' && init) return [namedValue([id.name], init)];
  return namesIn(id).map((named) => {
    const mayHave = named === id && !definite && !statement.declare;
    return {
      path: [named.name],
      value: undefined,
      offset: named.start ?? 0,
      ...(mayHave && { empty: named.end ?? 0 }),
    };
  });
}

/** The names that a pattern binds, and those in its defaults. */
function namesIn(pattern: Node): Named[] {
  if (pattern.type === 'Identifier') return [pattern];
  const names = new Map<string, Named>();
  walk(pattern, (node) => {
    if (node.type === 'Identifier') names.set(node.name, node);
  });
  return [...names.values()];
}

/** Finds every assignment to a variable of the top level, a member of one, or what the file exports. */
function findAssigned(program: Program, bindings: Bindings): NamedValue[] {
  const found: NamedValue[] = [];
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

function assignedBy(node: AssignmentExpression): NamedValue[] {
  const { left, right, operator } = node;
  const offset = node.start ?? 0;
  if (/Pattern/.test(left.type))
    return namesIn(left).map(({ name }) => ({ path: [name], value: undefined, offset }));
  const path = targetOf(left);
  if (!path) return [];
  // `exports = module.exports = …`: the inner assignment counts.
  const again = right.type === 'AssignmentExpression' ? targetOf(right.left) : undefined;
  if (again && again.join('\0') === path.join('\0')) return [];
  return [operator === '=' ? namedValue(path, right) : { path, value: undefined, offset }];
}

/** The path that an assignment sets. `module.exports` and `exports` are the file's export. */
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

/**
 * The variables that are the file's export or a member of it, with their path in it: `export default
 * config`, `module.exports = { payline }`, `export { config as default }`.
 */
export function exportedNames(
  { body }: Program,
  namedValues: readonly NamedValue[],
): ReadonlyMap<string, readonly Segment[]> {
  const names = new Map<string, readonly Segment[]>();
  for (const { path, value } of namedValues) {
    if (path.length > 1 || path[0] !== exported || !value) continue;
    if (value.type === 'Identifier') names.set(value.name, [exported]);
    if (value.type !== 'ObjectExpression') continue;
    for (const property of value.properties) {
      if (property.type !== 'ObjectProperty' || property.value.type !== 'Identifier') continue;
      const name = keyName(property);
      if (name !== undefined) names.set(property.value.name, [exported, name]);
    }
  }
  for (const statement of body) {
    if (statement.type !== 'ExportNamedDeclaration' || statement.source) continue;
    for (const specifier of statement.specifiers) {
      if (specifier.type !== 'ExportSpecifier') continue;
      const { exported: as, local } = specifier;
      if (as.type === 'Identifier' && as.name === exported) names.set(local.name, [exported]);
    }
  }
  return names;
}

/** Visits a node and all its descendants. Not recursive, as chains of members and operators may be long. */
function walk(root: Node, visit: (node: Node, inFunction: boolean) => void): void {
  const waiting: [Node, boolean][] = [[root, false]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, inFunction] = next;
    visit(node, inFunction);
    const inside = inFunction || isScope(node);
    for (const part of Object.values(node)) {
      for (const child of Array.isArray(part) ? part : [part]) {
        if (typeof child?.type === 'string' && 'start' in child) waiting.push([child, inside]);
      }
    }
  }
}

function isScope({ type }: Node): boolean {
  return /Function|Method|Class|StaticBlock|TSModuleBlock/.test(type);
}

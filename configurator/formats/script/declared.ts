import type { Node, Program, VariableDeclaration, VariableDeclarator } from '@babel/types';
import { exported } from './address.ts';
import { type Assigning, given } from './assigning.ts';
import { walk } from './walk.ts';

/** The variables, functions, classes and imports of the top level. */
export type Bindings = ReadonlyMap<string, { readonly constant: boolean }>;

/** Finds what the top level declares, and what it exports as a whole. */
export function findDeclared({ body }: Program): { declared: Assigning[]; bindings: Bindings } {
  const bindings = new Map<string, { constant: boolean }>();
  return { declared: body.flatMap((statement) => declaredBy(statement, bindings)), bindings };
}

function declaredBy(statement: Node, bindings: Map<string, { constant: boolean }>): Assigning[] {
  switch (statement.type) {
    case 'ExportNamedDeclaration':
      return statement.declaration ? declaredBy(statement.declaration, bindings) : [];
    case 'ExportDefaultDeclaration':
      return [given([exported], statement.declaration)];
    case 'TSExportAssignment':
      return [given([exported], statement.expression)];
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
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
      return statement.id ? [computed(statement.id, bindings)] : [];
    default:
      return [];
  }
}

type Named = Extract<Node, { type: 'Identifier' }>;

function computed(id: Named, bindings: Map<string, { constant: boolean }>): Assigning {
  bindings.set(id.name, { constant: true });
  return { path: [id.name], value: undefined, offset: id.start ?? 0 };
}

/** What one declarator gives a value to, or leaves for later. */
export function declaratorOf(
  statement: VariableDeclaration,
  { id, init, definite }: VariableDeclarator,
): Assigning[] {
  if (id.type === 'Identifier' && init) return [given([id.name], init)];
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

/** The names that a pattern binds, and those that its defaults mention: none of them may be given twice. */
export function namesIn(pattern: Node): Named[] {
  if (pattern.type === 'Identifier') return [pattern];
  const names = new Map<string, Named>();
  walk(pattern, (node) => {
    if (node.type === 'Identifier') names.set(node.name, node);
  });
  return [...names.values()];
}

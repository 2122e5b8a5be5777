import type { Expression, Node, Program, Statement } from '@babel/types';
import type { Assignment } from '../format.ts';
import { indentBefore, linesAfter, standsAlone } from '../lines.ts';
import { quoted } from '../literals.ts';
import { printPath, type Segment } from '../path-address.ts';
import { groupBy, siblingContainer } from '../siblings.ts';
import type { Container } from '../tree/tree.ts';
import { signOf, unwrap } from './literal.ts';
import { targetOf } from './named-values.ts';
import type { Walk } from './script.ts';

/** A statement that assigns one string to one name: the model for a new one. */
interface Model {
  readonly statement: Statement;
  readonly name: Node;
  readonly value: Node;
  readonly path: readonly Segment[];
}

/**
 * Where a file assigns strings to names statement by statement, another statement may follow the last one of its kind:
 * `const NAME = '…'` for a plain name, `exports.NAME = '…'` for a member.
 */
export function siblingContainers(walk: Walk, program: Program): Container[] {
  const { text, lineAt } = walk;
  const listed = listedNames(program);
  const models = program.body.flatMap(modelOf).filter(({ statement: { start, end }, path }) => {
    return standsAlone(text, start ?? 0, end ?? 0, '//') && !listed.has(String(path[0]));
  });
  const groups = groupBy(models, ({ path }) => printPath({ segments: path.slice(0, -1) }));
  return [...groups.values()].map((group) => {
    const parent = group[0]?.path.slice(0, -1) ?? [];
    return siblingContainer({
      parent,
      models: group,
      nameOf: lastName,
      names: parent.length === 0 ? walk.names : new Set(group.map(lastName)),
      line: lineAt(group.at(-1)?.statement.start ?? 0),
      likeModel: (model, name, assignment) => likeModel(text, model, name, assignment),
      addAfter: ({ statement }, statements) => linesAfter(text, statement.end ?? 0, statements),
    });
  });
}

function lastName({ path }: Model): string {
  return String(path.at(-1));
}

/** The names in `export { NAME }`, to which a new name would have to be added too. */
function listedNames({ body }: Program): Set<string> {
  const names = new Set<string>();
  for (const statement of body) {
    if (statement.type !== 'ExportNamedDeclaration' || statement.source) continue;
    for (const specifier of statement.specifiers) {
      if (specifier.type === 'ExportSpecifier') names.add(specifier.local.name);
    }
  }
  return names;
}

function modelOf(statement: Statement): Model[] {
  const inner = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (inner?.type === 'VariableDeclaration') {
    const [declarator, ...others] = inner.declarations;
    if (!declarator?.init || declarator.id.type !== 'Identifier' || others.length > 0) return [];
    if (!isPlainlyTyped(declarator.id)) return [];
    return literalModel(statement, declarator.id, [declarator.id.name], declarator.init);
  }
  if (inner?.type !== 'ExpressionStatement' || inner.expression.type !== 'AssignmentExpression') return [];
  const { left, right, operator } = inner.expression;
  const path = targetOf(left);
  if (operator !== '=' || left.type !== 'MemberExpression' || !path) return [];
  return literalModel(statement, left.property, path, right);
}

function literalModel(
  statement: Statement,
  name: Node,
  path: readonly Segment[],
  value: Expression,
): Model[] {
  const literal = unwrap(value);
  const isText = literal.type === 'StringLiteral' || literal.type === 'TemplateLiteral';
  return isText ? [{ statement, name, path, value: literal }] : [];
}

function isPlainlyTyped({ typeAnnotation }: Extract<Node, { type: 'Identifier' }>): boolean {
  if (!typeAnnotation) return true;
  return (
    typeAnnotation.type === 'TSTypeAnnotation' && typeAnnotation.typeAnnotation.type === 'TSStringKeyword'
  );
}

/** The model's statement with another name and value, with the same spacing and quotes. */
function likeModel(
  text: string,
  { statement, name, value }: Model,
  next: string,
  { value: said }: Assignment,
): string | undefined {
  const from = statement.start ?? 0;
  const nameStart = name.start ?? 0;
  const nameSign = name.type === 'StringLiteral' ? signOf(text[nameStart]) : undefined;
  if (!nameSign && !/^[A-Za-z_$][\w$]*$/.test(next)) return undefined;
  const nameSize = name.type === 'Identifier' ? name.name.length : (name.end ?? 0) - nameStart;
  const indent = indentBefore(text, from) ?? '';
  return (
    indent +
    text.slice(from, nameStart) +
    (nameSign ? quoted(next, nameSign) : next) +
    text.slice(nameStart + nameSize, value.start ?? 0) +
    quoted(said, signOf(text[value.start ?? 0]) ?? "'") +
    text.slice(value.end ?? 0, statement.end ?? 0)
  );
}

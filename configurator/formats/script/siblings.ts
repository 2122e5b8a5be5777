import type { Expression, Node, Program, Statement } from '@babel/types';
import type { Assignment } from '../format.ts';
import { indentBefore, linesAfter, standsAlone } from '../lines.ts';
import { quoted } from '../literals.ts';
import type { Segment } from '../path-address.ts';
import type { Container } from '../tree/tree.ts';
import { targetOf } from './assignments.ts';
import { signOf, unwrap } from './literal.ts';
import type { Reading } from './script.ts';

/** A statement that gives one name to one string: what a new one may look like. */
interface Model {
  readonly statement: Statement;
  readonly name: Node;
  readonly value: Node;
  readonly path: readonly Segment[];
}

/**
 * Where a file gives names to strings statement by statement, another statement may follow the last one of its kind:
 * `const NAME = '…'` for a plain name, `exports.NAME = '…'` for a member.
 */
export function siblingContainers(reading: Reading, program: Program): Container[] {
  const listed = listedNames(program);
  const groups = new Map<string, Model[]>();
  for (const model of program.body.flatMap(modelOf)) {
    const { start, end } = model.statement;
    const alone = standsAlone(reading.text, start ?? 0, end ?? 0, '//');
    if (!alone || listed.has(String(model.path[0]))) continue;
    const parent = model.path.slice(0, -1).join('\0');
    const group = groups.get(parent);
    if (group) group.push(model);
    else groups.set(parent, [model]);
  }
  return [...groups.values()].flatMap((group) => containerOf(reading, group));
}

function containerOf(reading: Reading, group: readonly Model[]): Container[] {
  const last = group.at(-1);
  if (!last) return [];
  const { text, lineAt, names } = reading;
  const parent = last.path.slice(0, -1);
  return [
    {
      path: { segments: parent },
      line: lineAt(last.statement.start ?? 0),
      names: parent.length === 0 ? names : new Set(group.map(({ path }) => String(path.at(-1)))),
      grow: (branch) => {
        const members = [...branch];
        if (members.some(([, member]) => member instanceof Map)) return undefined;
        const model = nearest(group, members[0]?.[0] ?? '') ?? last;
        const lines = members.map(([name, member]) => likeModel(text, model, name, member as Assignment));
        return lines.includes(undefined)
          ? undefined
          : [linesAfter(text, model.statement.end ?? 0, lines as string[])];
      },
    },
  ];
}

/** The last one of the same family (`PAYLINE_…`). */
function nearest(group: readonly Model[], name: string): Model | undefined {
  const family = /^[^_]+_/.exec(name)?.[0];
  return group.findLast(({ path }) => family !== undefined && String(path.at(-1)).startsWith(family));
}

/** `export { NAME }`: another name would have to be added there too. */
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

/** The model's statement with another name and value, spaced and quoted as it is. */
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

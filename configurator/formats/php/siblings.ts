import type { Assignment, Edit } from '../format.ts';
import { eolOf, lineEndAfter, linesAfter, startOfLine } from '../lines.ts';
import { groupBy, siblingContainer } from '../siblings.ts';
import type { Container } from '../tree/tree.ts';
import { quote, quoteOf } from './literal.ts';
import { endOf, type PhpNode, sourceOf, startOf } from './parse.ts';
import type { NamedValue } from './statements.ts';

/** The parent of plain variables, which has no name in PHP. */
export const variables = '$';

/**
 * Where a file assigns strings to names statement by statement, another statement may follow the last one of its kind:
 * `define` or `const` for a plain name, `$_SESSION['…'] =` for an entry of that variable.
 */
function parentOf({ kind, path }: NamedValue): readonly string[] {
  return kind === 'variable' && path.length === 1 ? [variables] : path.slice(0, -1);
}

export function siblingContainers(
  text: string,
  namedValues: readonly NamedValue[],
  lineAt: (offset: number) => number,
): Container[] {
  const groups = groupBy(namedValues, (each) => [each.kind, ...parentOf(each)].join('\0'));
  const constants = new Set(
    namedValues.filter(({ kind }) => kind === 'const').map((each) => parentOf(each).join('\0')),
  );
  const meant = [...groups.values()].filter(([first]) => {
    // A class that has both gets a constant.
    return first && (first.kind !== 'property' || !constants.has(parentOf(first).join('\0')));
  });
  return meant.map((group) =>
    siblingContainer({
      parent: group[0] ? parentOf(group[0]) : [],
      models: group,
      nameOf: lastName,
      names: new Set(group.map(lastName)),
      line: Math.max(...group.map(({ statement }) => lineAt(startOf(statement)))),
      likeModel: (model, name, assignment) => likeModel(text, model, name, assignment),
      addAfter: ({ statement }, statements) => addStatements(text, statement, statements),
    }),
  );
}

function lastName({ path }: NamedValue): string {
  return path.at(-1) ?? '';
}

/** The model's statement with another name and value, with the same spacing and quotes. */
function likeModel(
  text: string,
  { statement, name, value }: NamedValue,
  next: string,
  { value: said }: Assignment,
) {
  const source = sourceWithSemicolon(text, statement);
  const nameSource = name ? sourceOf(text, name) : '';
  const nameSign = quoteOf(nameSource);
  const valueSign = quoteOf(sourceOf(text, value)) ?? "'";
  const isWord = /^\$?[A-Za-z_]\w*$/.test(next) && next.startsWith('$') === nameSource.startsWith('$');
  if (!name || !source.endsWith(';')) return undefined;
  if (!nameSign && !isWord) return undefined;
  const at = (node: PhpNode) => startOf(node) - startOf(statement);
  const nameEnd = at(name) + nameSource.length;
  if (at(value) < nameEnd) return undefined;
  return (
    source.slice(0, at(name)) +
    (nameSign ? quote(next, nameSign) : next) +
    source.slice(nameEnd, at(value)) +
    quote(said, valueSign) +
    source.slice(endOf(value) - startOf(statement))
  );
}

/** A statement with its semicolon, which the parser leaves out for class members. */
function sourceWithSemicolon(text: string, statement: PhpNode): string {
  return text.slice(startOf(statement), endWithSemicolon(text, statement));
}

function endWithSemicolon(text: string, statement: PhpNode): number {
  const end = endOf(statement);
  return text[end] === ';' ? end + 1 : end;
}

/** New statements go on lines of their own, unless PHP ends on the model's line. */
function addStatements(text: string, model: PhpNode, statements: readonly string[]): Edit {
  const start = startOfLine(text, startOf(model));
  const before = text.slice(start, startOf(model));
  const indent = /^[ \t]*$/.test(before) ? before : '';
  const end = endWithSemicolon(text, model);
  const rest = text.slice(end, lineEndAfter(text, end));
  if (/^\s*(?:\/\*(?:(?!\*\/).)*\*\/\s*)*(?:(?:\/\/|#)(?!.*\?>).*)?$/.test(rest)) {
    return linesAfter(
      text,
      end,
      statements.map((statement) => indent + statement),
    );
  }
  const content = statements.map((statement) => eolOf(text) + indent + statement).join('');
  return { offset: end, length: 0, content };
}

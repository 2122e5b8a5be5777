import type { Assignment, Edit } from '../format.ts';
import { lineEnd, lineEndAfter, linesAfter } from '../lines.ts';
import type { Container } from '../tree/tree.ts';
import { quote, quoteOf } from './literal.ts';
import { endOf, type PhpNode, sourceOf, startOf } from './parse.ts';
import type { Assigning } from './statements.ts';

/**
 * Where a file gives names to strings statement by statement, another statement may follow the last one of its kind:
 * `define` or `const` for a plain name, `$_SESSION['…'] =` for an entry of that variable.
 */
export function siblingContainers(
  text: string,
  assigning: readonly Assigning[],
  lineAt: (offset: number) => number,
): Container[] {
  const groups = new Map<string, Assigning[]>();
  for (const each of assigning) {
    const parent = each.path.slice(0, -1).join('\0');
    if (each.kind === 'variable' && parent === '') continue;
    const group = `${each.kind}\0${parent}`;
    groups.set(group, [...(groups.get(group) ?? []), each]);
  }
  return [...groups.values()].flatMap((group) => {
    const model = group.at(-1);
    if (!model) return [];
    return [
      {
        path: { segments: model.path.slice(0, -1) },
        line: lineAt(startOf(model.statement)),
        names: new Set(group.map(({ path }) => path.at(-1) ?? '')),
        grow: (branch) => {
          const members = [...branch];
          if (members.some(([, member]) => member instanceof Map)) return undefined;
          const lines = members.map(([name, member]) => likeModel(text, model, name, member as Assignment));
          return lines.includes(undefined)
            ? undefined
            : [addStatements(text, model.statement, lines as string[])];
        },
      },
    ] satisfies Container[];
  });
}

/** The model's statement with another name and value, spaced and quoted as it is. */
function likeModel(
  text: string,
  { statement, name, value }: Assigning,
  next: string,
  { value: said }: Assignment,
) {
  const source = sourceOf(text, statement);
  const nameSource = name ? sourceOf(text, name) : '';
  const nameSign = quoteOf(nameSource);
  const valueSign = quoteOf(sourceOf(text, value)) ?? "'";
  const isWord = /^[A-Za-z_]\w*$/.test(next);
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

/** New statements stand on lines of their own, unless PHP ends on the model's line. */
function addStatements(text: string, model: PhpNode, statements: readonly string[]): Edit {
  const start = text.lastIndexOf('\n', startOf(model) - 1) + 1;
  const before = text.slice(start, startOf(model));
  const indent = /^[ \t]*$/.test(before) ? before : '';
  const end = endOf(model);
  const rest = text.slice(end, lineEndAfter(text, end));
  if (/^\s*(?:\/\*(?:(?!\*\/).)*\*\/\s*)*(?:(?:\/\/|#)(?!.*\?>).*)?$/.test(rest)) {
    return linesAfter(
      text,
      end,
      statements.map((statement) => indent + statement),
    );
  }
  const content = statements.map((statement) => lineEnd(text) + indent + statement).join('');
  return { offset: end, length: 0, content };
}

import type { SyntaxNode } from '@lezer/common';
import type { Assignment } from '../format.ts';
import { indentBefore, linesAfter, standsAlone } from '../lines.ts';
import { printPath, type Segment } from '../path-address.ts';
import { groupBy, siblingContainer } from '../siblings.ts';
import type { Container } from '../tree/tree.ts';
import { isName } from './parse.ts';
import type { NamedValue } from './statements.ts';
import { takeApart, writeString } from './string-literal.ts';

/** A statement that assigns one string to one name: the model for a new one. */
type Model = NamedValue & { readonly target: SyntaxNode; readonly value: SyntaxNode };

/**
 * Where a file assigns strings to names statement by statement, another statement may follow the last one of its kind, in
 * the module or in a class.
 */
export function siblingContainers(
  text: string,
  namedValues: readonly NamedValue[],
  lineAt: (offset: number) => number,
): Container[] {
  const everyName = groupBy(namedValues, parentOf);
  const models = namedValues.filter((namedValue) => isModel(text, namedValue));
  return [...groupBy(models, parentOf)].map(([parent, group]) =>
    siblingContainer<Model>({
      parent: group[0]?.path.slice(0, -1) ?? [],
      models: group,
      nameOf: lastName,
      names: new Set(everyName.get(parent)?.map(lastName)),
      line: lineAt(group.at(-1)?.statement.from ?? 0),
      likeModel: (model, name, assignment) => likeModel(text, model, name, assignment),
      addAfter: ({ statement }, statements) => linesAfter(text, statement.to, statements),
    }),
  );
}

function parentOf({ path }: NamedValue): string {
  return printPath({ segments: path.slice(0, -1) });
}

function lastName({ path }: NamedValue): string {
  return String(path.at(-1));
}

/** A line of its own, in the module or a class, that assigns a string to a name, with no annotation of another type. */
function isModel(text: string, namedValue: NamedValue): namedValue is Model {
  const { statement, target, value, annotation } = namedValue;
  const body = statement.parent;
  if (!target || value?.name !== 'String' || !/^(?:Script|Body)$/.test(body?.name ?? '')) return false;
  if (body?.name === 'Body' && body.parent?.name !== 'ClassDefinition') return false;
  if (
    annotation &&
    !/^:\s*(?:str|(?:typing\.)?Final(?:\[str\])?)$/.test(text.slice(annotation.from, annotation.to))
  ) {
    return false;
  }
  return standsAlone(text, statement.from, statement.to, '#');
}

/** The model's statement with another name and value, with the same spacing and quotes. */
function likeModel(
  text: string,
  model: Model,
  next: string,
  { value: said }: Assignment,
): string | undefined {
  const { statement, target, value } = model;
  const spelt = spellName(text, target, model.path, next);
  const quotes = takeApart(text.slice(value.from, value.to))?.quotes.slice(0, 1);
  if (!spelt || quotes === undefined) return undefined;
  const indent = indentBefore(text, statement.from) ?? '';
  return (
    indent +
    text.slice(statement.from, spelt.from) +
    spelt.content +
    text.slice(spelt.to, value.from) +
    writeString(said, { prefix: '', quotes }) +
    text.slice(value.to, statement.to)
  );
}

/** Writes another name in the part of a target that names it: all of `NAME`, the last step of `a.b['NAME']`. */
function spellName(text: string, target: SyntaxNode, path: readonly Segment[], next: string) {
  const last = target.name === 'MemberExpression' ? target.lastChild : target;
  const node = last?.name === ']' ? last.prevSibling : last;
  if (!node || typeof path.at(-1) === 'number') return undefined;
  const { from, to, name } = node;
  if (name !== 'String') return isName(next) ? { from, to, content: next } : undefined;
  const quotes = takeApart(text.slice(from, to))?.quotes;
  return quotes === undefined ? undefined : { from, to, content: writeString(next, { prefix: '', quotes }) };
}

import type { SyntaxNode } from '@lezer/common';
import type { Assignment } from '../format.ts';
import { indentBefore, linesAfter, standsAlone } from '../lines.ts';
import { printPath, type Segment } from '../path-address.ts';
import type { Branch, Container } from '../tree/tree.ts';
import { isName } from './parse.ts';
import type { Assigning } from './statements.ts';
import { takeApart, writeString } from './string-literal.ts';

/** A statement that gives one name to one string: what a new one may look like. */
type Model = Assigning & { readonly target: SyntaxNode; readonly value: SyntaxNode };

/**
 * Where a file gives names to strings statement by statement, another statement may follow the last one of its kind, in
 * the module or in a class.
 */
export function siblingContainers(
  text: string,
  assignings: readonly Assigning[],
  lineAt: (offset: number) => number,
): Container[] {
  const names = new Map<string, Set<string>>();
  const groups = new Map<string, Model[]>();
  for (const assigning of assignings) {
    const parent = printPath({ segments: assigning.path.slice(0, -1) });
    names.set(parent, (names.get(parent) ?? new Set()).add(String(assigning.path.at(-1))));
    if (!isModel(text, assigning)) continue;
    const group = groups.get(parent);
    if (group) group.push(assigning);
    else groups.set(parent, [assigning]);
  }
  return [...groups].flatMap(([parent, group]) => {
    const last = group.at(-1);
    if (!last) return [];
    return {
      path: { segments: last.path.slice(0, -1) },
      line: lineAt(last.statement.from),
      names: names.get(parent) ?? new Set<string>(),
      grow: (branch: Branch) => growBeside(text, group, last, branch),
    };
  });
}

function growBeside(text: string, group: readonly Model[], last: Model, branch: Branch) {
  const members = [...branch];
  if (members.some(([, member]) => member instanceof Map)) return undefined;
  const model = nearest(group, members[0]?.[0] ?? '') ?? last;
  const lines = members.map(([name, member]) => likeModel(text, model, name, member as Assignment));
  return lines.includes(undefined) ? undefined : [linesAfter(text, model.statement.to, lines as string[])];
}

/** The last one of the same family (`PAYLINE_…`). */
function nearest(group: readonly Model[], name: string): Model | undefined {
  const family = /^[^_]+_/.exec(name)?.[0];
  return group.findLast(({ path }) => family !== undefined && String(path.at(-1)).startsWith(family));
}

/** A line of its own, in the module or a class, that gives a text to a name, and names no other type for it. */
function isModel(text: string, assigning: Assigning): assigning is Model {
  const { statement, target, value, annotation } = assigning;
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

/** The model's statement with another name and value, spaced and quoted as it is. */
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

/** The part of a target that names it: all of `NAME`, the last step of `a.b['NAME']`. */
function spellName(text: string, target: SyntaxNode, path: readonly Segment[], next: string) {
  const last = target.name === 'MemberExpression' ? target.lastChild : target;
  const node = last?.name === ']' ? last.prevSibling : last;
  if (!node || typeof path.at(-1) === 'number') return undefined;
  const { from, to, name } = node;
  if (name !== 'String') return isName(next) ? { from, to, content: next } : undefined;
  const quotes = takeApart(text.slice(from, to))?.quotes;
  return quotes === undefined ? undefined : { from, to, content: writeString(next, { prefix: '', quotes }) };
}

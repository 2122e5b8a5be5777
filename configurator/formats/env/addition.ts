import type { Edit } from '../edit.ts';
import { lineEnd } from '../position.ts';
import type { Spot } from './literal.ts';
import type { Statements, Variable } from './statements.ts';

/** Where a new variable goes, and how its line looks. */
export interface Place extends Spot {
  readonly offset: number;
  /** The edit that adds the line. */
  readonly add: (line: string) => Edit;
}

/** The last variable of the same family (`PAYLINE_…`), else the last of all: its neighbours set the style. */
function neighbour(name: string, variables: readonly Variable[]): Variable | undefined {
  const family = /^[^_]+_/.exec(name)?.[0];
  return variables.findLast((other) => family && other.name.startsWith(family)) ?? variables.at(-1);
}

/** Finds the place of a variable that the file does not set: after its commented placeholder, else its neighbour. */
export function placeFor(name: string, text: string, file: Statements): Place {
  const placeholder = file.placeholders.findLast((other) => other.name === name);
  const model = neighbour(name, file.variables);
  const prefix = model && text.slice(model.lineStart, model.nameStart);
  const separator = model && text.slice(model.nameEnd, model.value.start);
  const lineBefore = placeholder?.lineEnd ?? model?.value.lineEnd ?? file.lastEnd;
  const offset = lineBefore ?? text.length;
  const end = lineEnd(text);
  return {
    offset,
    head: `${placeholder?.prefix || prefix || ''}${name}${separator ?? '='}`,
    tail: '',
    quote: model ? model.value.quote : '',
    add: (line) => ({ offset, length: 0, content: lineBefore === undefined ? line + end : end + line }),
  };
}

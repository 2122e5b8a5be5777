import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment, Edit, FormatContext } from '../format.ts';
import { eolOf, lineIndex } from '../lines.ts';
import { nearestOfFamily } from '../siblings.ts';
import type { Dialect } from './dialect.ts';
import type { Spot } from './literal.ts';
import { type CommentedVariable, readStatements, type Statements } from './statements.ts';

/** The place of a new variable, and the form of its line. */
interface Place extends Spot {
  readonly offset: number;
  /** The edit that adds the line. */
  readonly add: (line: string) => Edit;
}

/** Finds the place of a variable that the file does not set: after its commented placeholder, else its neighbour. */
export function placeFor(name: string, text: string, file: Statements): Place {
  const commented = file.commented.findLast((other) => other.name === name);
  const model = nearestOfFamily(file.variables, name, (variable) => variable.name);
  const prefix = model && text.slice(model.lineStartOffset, model.nameStart);
  const separator = model && text.slice(model.nameEnd, model.value.start);
  const lineBefore = commented?.lineEndOffset ?? model?.value.lineEndOffset ?? file.lastEnd;
  const offset = lineBefore ?? text.length;
  const eol = eolOf(text);
  return {
    offset,
    head: `${commented?.prefix || prefix || ''}${name}${separator ?? '='}`,
    tail: '',
    quote: model ? model.value.quote : '',
    add: (line) => ({ offset, length: 0, content: lineBefore === undefined ? line + eol : eol + line }),
  };
}

/** A commented variable as it would be without its comment mark. */
interface Commented extends Spot {
  readonly offset: number;
  readonly edit: (literal: string) => Edit;
}

/**
 * Finds the commented placeholder that a variable may replace.
 *
 * @returns `undefined` where there is none, or where its comment is not just a variable
 * @throws Refusal `entry-duplicate` with the lines where there are several
 */
export function findCommented(
  { address }: Assignment,
  text: string,
  { commented }: Statements,
  dialect: Dialect,
  { file }: FormatContext,
): Commented | undefined {
  const found = commented.filter(({ name }) => name === address);
  const [only, ...others] = found;
  if (others.length > 0) {
    const lineAt = lineIndex(text);
    const lines = found.map(({ start }) => lineAt(start)).join(', ');
    throw new Refusal('entry-duplicate', { file, address, lines });
  }
  return only && readCommented(only, text, dialect);
}

const mark = /^#+[ \t]*/;

function readCommented(
  { start, lineEndOffset }: CommentedVariable,
  text: string,
  dialect: Dialect,
): Commented | undefined {
  const line = text.slice(start, lineEndOffset).replace(mark, '');
  try {
    const { variables } = readStatements(line, dialect, { file: '', dialect: dialect.word });
    const value = variables[0]?.value;
    if (!value || variables.length > 1 || value.lineEndOffset !== line.length) return undefined;
    const head = line.slice(0, value.start);
    const tail = line.slice(value.end);
    const edit = (literal: string) => ({
      offset: start,
      length: lineEndOffset - start,
      content: head + literal + tail,
    });
    return { offset: start, head, tail, quote: value.quote, edit };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

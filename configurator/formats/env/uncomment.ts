import { Refusal } from '../../../shared/refusal.ts';
import type { Edit } from '../edit.ts';
import type { Assignment, FormatContext } from '../format.ts';
import { lineIndex } from '../position.ts';
import type { Dialect } from './dialect.ts';
import type { Spot } from './literal.ts';
import { type Placeholder, readStatements, type Statements } from './statements.ts';

/** A commented variable, and what it is without its comment mark. */
export interface Commented extends Spot {
  readonly offset: number;
  readonly edit: (literal: string) => Edit;
}

/**
 * Finds the placeholder that a variable may take the place of.
 *
 * @returns `undefined` where there is none, or where its comment says other things than a variable would
 * @throws Refusal `entry-duplicate` with the lines where several are there
 */
export function findCommented(
  { address }: Assignment,
  text: string,
  { placeholders }: Statements,
  dialect: Dialect,
  { file }: FormatContext,
): Commented | undefined {
  const found = placeholders.filter(({ name }) => name === address);
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
  { start, lineEnd }: Placeholder,
  text: string,
  dialect: Dialect,
): Commented | undefined {
  const line = text.slice(start, lineEnd).replace(mark, '');
  try {
    const { variables } = readStatements(line, dialect, { file: '', dialect: dialect.word });
    const value = variables[0]?.value;
    if (!value || variables.length > 1 || value.lineEnd !== line.length) return undefined;
    const head = line.slice(0, value.start);
    const tail = line.slice(value.end);
    const edit = (literal: string) => ({
      offset: start,
      length: lineEnd - start,
      content: head + literal + tail,
    });
    return { offset: start, head, tail, quote: value.quote, edit };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

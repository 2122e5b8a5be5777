import { Refusal } from '../../../shared/refusal.ts';
import type { FormatContext } from '../format.ts';
import { lineAt } from '../lines.ts';
import { type Dialect, matchAt, type Value } from './dialect.ts';

/** How error messages call the format. */
export const title = '.env';

/** A line, or several where a string spans them, that sets a variable. */
export interface Variable {
  readonly name: string;
  /** Where the line begins, indentation included. */
  readonly lineStartOffset: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly value: Value;
}

/** A variable in a comment, `#KEY=…`: it shows where the key belongs. */
export interface CommentedVariable {
  readonly name: string;
  /** What stands between the comment mark and the name, such as `export `. */
  readonly prefix: string;
  /** Where the comment begins. */
  readonly start: number;
  readonly lineEndOffset: number;
}

/** A `.env` file, in its order. */
export interface Statements {
  readonly variables: readonly Variable[];
  readonly commented: readonly CommentedVariable[];
  /** Where the last line ends that is not blank; `undefined` where all are. */
  readonly lastEnd: number | undefined;
}

const blankLines = /\s*/y;
const comment = /#[^\r\n]*/y;
const commentedVariable = /^#+[ \t]*(export[ \t]+)?([^\s=#:'"]+)[ \t]*=/;
const restOfLine = /[^\r\n]*/y;

/** Where the line of a statement begins: only blanks stand before it. */
function lineStartBefore(text: string, statement: number): number {
  let start = statement;
  while (start > 0 && !/[\r\n]/.test(text[start - 1] ?? '')) start--;
  return start;
}

function readVariable(text: string, start: number, dialect: Dialect): Variable | undefined {
  const found = matchAt(dialect.head, text, start);
  if (!found) return undefined;
  const [head, name = '', separator = ''] = found;
  const valueStart = start + head.length;
  const value = dialect.readValue(text, valueStart);
  if (!value) return undefined;
  const nameEnd = valueStart - separator.length;
  return {
    name,
    lineStartOffset: lineStartBefore(text, start),
    nameStart: nameEnd - name.length,
    nameEnd,
    value,
  };
}

/**
 * Reads a `.env` file as a dialect's consumer does.
 *
 * @throws Refusal `file-unparsable` with the line that the consumer would refuse, or that we cannot be sure of
 */
export function readStatements(text: string, dialect: Dialect, { file }: FormatContext): Statements {
  const refuse = (offset: number): never => {
    throw new Refusal('file-unparsable', { file, line: lineAt(text, offset), format: title });
  };
  const strange = dialect.refused?.exec(text);
  if (strange) refuse(strange.index);

  const variables: Variable[] = [];
  const commented: CommentedVariable[] = [];
  let lastEnd: number | undefined;
  let position = matchAt(blankLines, text, 0)?.[0].length ?? 0;
  while (position < text.length) {
    const start = position;
    const note = matchAt(comment, text, start)?.[0];
    const variable = note === undefined ? readVariable(text, start, dialect) : undefined;
    if (note !== undefined) {
      position += note.length;
      const [, prefix = '', name] = commentedVariable.exec(note) ?? [];
      if (name !== undefined) commented.push({ name, prefix, start, lineEndOffset: position });
    } else if (variable) {
      variables.push(variable);
      position = variable.value.lineEndOffset;
    } else {
      position += matchAt(restOfLine, text, start)?.[0].length ?? 0;
      if (!dialect.skips(text.slice(lineStartBefore(text, start), position))) refuse(start);
    }
    if (dialect.misreads?.(text.slice(start, position))) refuse(start);
    lastEnd = position;
    position += matchAt(blankLines, text, position)?.[0].length ?? 0;
  }
  return { variables, commented, lastEnd };
}

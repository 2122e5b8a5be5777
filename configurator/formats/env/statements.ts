import { Refusal } from '../../../shared/refusal.ts';
import type { FormatContext } from '../format.ts';
import { lineAt } from '../lines.ts';
import { type Dialect, matchAt, type Value } from './dialect.ts';

/** The format in error messages. */
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
  /** The text between the comment mark and the name, such as `export `. */
  readonly prefix: string;
  /** Where the comment begins. */
  readonly start: number;
  readonly lineEndOffset: number;
}

/** A line that names a variable without giving it a value. */
interface BareName {
  readonly name: string;
  readonly start: number;
  /** The line unsets the variable. */
  readonly unset: boolean;
}

/** A `.env` file, in its order. */
export interface Statements {
  readonly variables: readonly Variable[];
  readonly commented: readonly CommentedVariable[];
  /** Lines that name a variable without a value, which then comes from the environment. */
  readonly bare: readonly BareName[];
  /** Offsets of all other lines, which the reader skips or runs. */
  readonly others: readonly number[];
  /** Offsets of lines that load another file, which may set any variable again. */
  readonly loads: readonly number[];
  /** The end of the last line that is not blank; `undefined` where all are. */
  readonly lastEnd: number | undefined;
}

const blankLines = /\s*/y;
const comment = /#[^\r\n]*/y;
const commentedVariable = /^#+[ \t]*(export[ \t]+)?([^\s=#:'"]+)[ \t]*=/;
const restOfLine = /[^\r\n]*/y;
const bareName = /^\s*(export[ \t]+)?([A-Za-z_][\w.-]*)\s*$/;
const unsetNames = /^\s*unset[ \t]+(?:-v[ \t]+)?(\w+(?:[ \t]+\w+)*)\s*;?\s*$/;

/** A shell's own commands, and direnv's, that load a file of variables. */
const loading = /(?:^|[\s;&|!])(?:\.|source(?:_env|_up)?(?:_if_exists)?|dotenv(?:_if_exists)?)(?=[ \t;]|$)/;

/** The start of the statement's line, which has only spaces before the statement. */
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

/** The names that a line has without a value: `NAME`, or `unset NAME` where the file is a script. */
function namesOnly(line: string, { isScript = false }: Dialect): Omit<BareName, 'start'>[] {
  const unset = isScript ? unsetNames.exec(line)?.[1]?.split(/[ \t]+/) : undefined;
  if (unset) return unset.map((name) => ({ name, unset: true }));
  const [, exported, name] = bareName.exec(line) ?? [];
  // `export NAME` exports the value that another line has given the variable.
  return name === undefined || (isScript && exported) ? [] : [{ name, unset: false }];
}

/** Whether a statement's `=` is followed by a quote that is never closed. */
function opensString(text: string, start: number): boolean {
  const [head, quote = ''] = matchAt(/\s*(?:export\s+)?\w+=(["'])/y, text, start) ?? [];
  return head !== undefined && !text.includes(quote, start + head.length);
}

/**
 * Reads a `.env` file as a dialect's reader does.
 *
 * @throws Refusal `file-unparsable` with the line that the reader would refuse, or might; `file-not-plain` where a shell
 *   may run that line
 */
export function readStatements(text: string, dialect: Dialect, { file }: FormatContext): Statements {
  const refuse = (offset: number, isCode = false): never => {
    const line = lineAt(text, offset);
    if (isCode) throw new Refusal('file-not-plain', { file, line });
    throw new Refusal('file-unparsable', { file, line, format: title });
  };
  const strange = dialect.refused?.exec(text);
  if (strange) refuse(strange.index);

  const variables: Variable[] = [];
  const commented: CommentedVariable[] = [];
  const bare: BareName[] = [];
  const others: number[] = [];
  const loads: number[] = [];
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
      const line = text.slice(lineStartBefore(text, start), position);
      if (!dialect.skips(line)) refuse(start, dialect.isScript && !opensString(text, start));
      const names = namesOnly(line, dialect);
      bare.push(...names.map((bareName) => ({ ...bareName, start })));
      if (names.length === 0) others.push(start);
      if (dialect.isScript && loading.test(line)) loads.push(start);
    }
    if (dialect.misreads?.(text.slice(start, position))) refuse(start);
    lastEnd = position;
    position += matchAt(blankLines, text, position)?.[0].length ?? 0;
  }
  return { variables, commented, bare, others, loads, lastEnd };
}

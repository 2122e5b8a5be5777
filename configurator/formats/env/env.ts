import { Refusal } from '../../../shared/refusal.ts';
import type { Edit } from '../edit.ts';
import { findExact } from '../find.ts';
import type { Assignment, Entry, Format, FormatContext } from '../format.ts';
import { lineAt, lineIndex } from '../position.ts';
import { placeFor } from './addition.ts';
import type { Dialect } from './dialect.ts';
import { dialects } from './dialects.ts';
import { type Spot, writeLiteral } from './literal.ts';
import { readStatements, type Statements, title, type Variable } from './statements.ts';

interface VariableEntry extends Entry {
  readonly variable: Variable;
}

function dialectOf({ dialect: word }: FormatContext): Dialect {
  const dialect = word === undefined ? dialects[0] : dialects.find((known) => known.word === word);
  if (!dialect) throw new TypeError('a dialect that the project file should have refused');
  return dialect;
}

function toEntries(text: string, { variables }: Statements): VariableEntry[] {
  const line = lineIndex(text);
  return variables.map((variable) => {
    const { name, value } = variable;
    return { address: name, value: value.value, line: line(value.start), variable };
  });
}

/** @throws Refusal `address-malformed`, `entry-duplicate` */
function findVariable<E extends Entry>(
  entries: readonly E[],
  address: string,
  context: FormatContext,
): E | undefined {
  const { file } = context;
  if (!dialectOf(context).name.test(address)) {
    throw new Refusal('address-malformed', { file, address, format: title });
  }
  return findExact(entries, address, file);
}

/** @throws Refusal `value-unrepresentable` */
function literalFor(assignment: Assignment, spot: Spot, line: number, context: FormatContext): string {
  const dialect = dialectOf(context);
  const literal = writeLiteral(assignment.value, dialect, spot);
  if (literal !== undefined) return literal;
  const { address, field } = assignment;
  const format = `${title} (${dialect.word})`;
  throw new Refusal('value-unrepresentable', { file: context.file, line, format, field, address });
}

/** @throws Refusal `entry-not-literal`, `value-unrepresentable` */
function replace(assignment: Assignment, entry: VariableEntry, text: string, context: FormatContext): Edit[] {
  const { line, value, variable } = entry;
  if (value === assignment.value) return [];
  if (value === undefined) {
    throw new Refusal('entry-not-literal', { file: context.file, line, address: assignment.address });
  }
  const { start, end, lineEnd, quote } = variable.value;
  const spot = { head: text.slice(variable.lineStart, start), tail: text.slice(end, lineEnd), quote };
  return [{ offset: start, length: end - start, content: literalFor(assignment, spot, line, context) }];
}

/** @throws Refusal `value-unrepresentable` */
function add(assignment: Assignment, text: string, file: Statements, context: FormatContext): Edit[] {
  if (assignment.optional) return [];
  const place = placeFor(assignment.address, text, file);
  const literal = literalFor(assignment, place, lineAt(text, place.offset), context);
  return [place.add(place.head + literal)];
}

/**
 * `.env` files, in the dialect of the program that reads them. An address is a variable's name. A commented
 * `#KEY=` stays as it is; the variable is added on the next line.
 */
export const env: Format = {
  name: 'env',
  title,
  dialects: dialects.map(({ word }) => word),
  encoding: 'bytes',

  read: (text, context) =>
    toEntries(text, readStatements(text, dialectOf(context), context)).map(({ address, value, line }) => ({
      address,
      value,
      line,
    })),

  find: findVariable,

  edit: (text, assignments, context) => {
    const file = readStatements(text, dialectOf(context), context);
    const entries = toEntries(text, file);
    return assignments.flatMap((assignment) => {
      const entry = findVariable(entries, assignment.address, context);
      return entry ? replace(assignment, entry, text, context) : add(assignment, text, file, context);
    });
  },
};

import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment, Edit, Entry, Format, FormatContext } from '../format.ts';
import { lineAt, lineIndex } from '../lines.ts';
import { refuseLookalike } from '../other-form.ts';
import type { Segment } from '../path-address.ts';
import { findExact } from '../slot.ts';
import type { Dialect } from './dialect.ts';
import { bash } from './dialects/bash.ts';
import { compose, docker } from './dialects/docker.ts';
import { dotenv, dotenvx } from './dialects/dotenv.ts';
import { phpdotenv } from './dialects/phpdotenv.ts';
import { pythonDotenv } from './dialects/python-dotenv.ts';
import { ruby } from './dialects/ruby.ts';
import { symfony } from './dialects/symfony.ts';
import {
  type Encrypt,
  encryptValue,
  isCiphertext,
  isEncrypted,
  loadEncrypt,
  mayBeEncrypted,
  publicKeyOf,
} from './encrypted.ts';
import { type Spot, writeLiteral } from './literal.ts';
import { findCommented, placeFor } from './placement.ts';
import { readStatements, type Statements, title, type Variable } from './statements.ts';

/** Every dialect, by its word in `dialect:`; the first is the default. */
export const dialects: readonly Dialect[] = [
  dotenv,
  compose,
  docker,
  phpdotenv,
  symfony,
  bash,
  pythonDotenv,
  ruby,
  dotenvx,
];

interface VariableEntry extends Entry {
  readonly variable: Variable;
}

function dialectOf({ dialect: word }: FormatContext): Dialect {
  const dialect = word === undefined ? dialects[0] : dialects.find((known) => known.word === word);
  if (!dialect) throw new TypeError('a dialect that the project file should have refused');
  return dialect;
}

function toEntries(text: string, statements: Statements): VariableEntry[] {
  const line = lineIndex(text);
  const encrypted = isEncrypted(statements);
  const unset = new Map(statements.bare.flatMap((bare) => (bare.unset ? [[bare.name, bare.start]] : [])));
  return statements.variables.map((variable) => {
    const { name, value } = variable;
    const entry = { address: name, line: line(value.start), variable };
    if (encrypted && isCiphertext(value.value))
      return { ...entry, value: undefined, ciphertext: value.value };
    const isSetAgain = [unset.get(name) ?? -1, ...statements.loads].some((start) => start > value.start);
    return { ...entry, value: isSetAgain ? undefined : value.value };
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

/** The state of one edit of a text. */
interface Editing {
  readonly text: string;
  readonly file: Statements;
  readonly context: FormatContext;
  readonly encrypt: Encrypt | undefined;
}

/** @throws Refusal `value-unrepresentable`, `encryption-key-missing` */
function literalFor(assignment: Assignment, spot: Spot, line: number, editing: Editing): string {
  const { context, text, file, encrypt } = editing;
  const dialect = dialectOf(context);
  const publicKey = publicKeyOf(text, file, context);
  if (publicKey !== undefined && !encrypt) throw new TypeError('an encrypted text without forText');
  const literal =
    publicKey && encrypt
      ? encryptedLiteral(
          encryptValue(assignment, publicKey, encrypt, line, context),
          assignment,
          spot,
          dialect,
        )
      : writeLiteral(assignment.value, dialect, spot);
  if (literal !== undefined) return literal;
  const { address, field } = assignment;
  const format = `${title} (${dialect.word})`;
  throw new Refusal('value-unrepresentable', { file: context.file, line, format, field, address });
}

/** dotenvx expands variables in decrypted values too, unless they are in single quotes. */
function encryptedLiteral(
  ciphertext: string,
  { value }: Assignment,
  spot: Spot,
  dialect: Dialect,
): string | undefined {
  const quote = value.includes('$') ? "'" : spot.quote;
  return quote === '' ? ciphertext : writeLiteral(ciphertext, dialect, { ...spot, quote });
}

/**
 * Refuses to write a variable that a file loaded further down may set again.
 *
 * @throws Refusal `file-loads-another`
 */
function refuseLoads({ address }: Assignment, offset: number, { text, file, context }: Editing): void {
  const load = file.loads.find((start) => start >= offset);
  if (load === undefined) return;
  throw new Refusal('file-loads-another', { file: context.file, line: lineAt(text, load), address });
}

/** Names of files that are read as `.env`, or by a shell. */
const envFileName = /(?:^|[/\\])\.env(?!.*\.(?:enc|encrypted|crypt)$)[^/\\]*$|\.(?:env|sh|bash)$/i;

/** Assignments of other shells and of images: `set -x NAME value`, `setenv NAME value`, `SET NAME=value`, `ENV NAME=value`. */
const foreignLine = /^(?:set|setenv|env|arg)[ \t]+(?:-\w+[ \t]+)*(\w+)(?:[ \t=]|$)/i;

/**
 * Refuses to add a variable to a file with other kinds of lines: its reader may not accept one, or may have the name already.
 *
 * @throws Refusal `entry-other-form`, `file-other-format`
 */
function refuseOtherLines(
  { address }: Assignment,
  { text, file: { others, variables }, context }: Editing,
): void {
  const { file } = context;
  const foreign = others.filter((start) => foreignLine.test(text.slice(start)));
  const own = foreign.find((start) => foreignLine.exec(text.slice(start))?.[1] === address);
  if (own !== undefined) throw new Refusal('entry-other-form', { file, line: lineAt(text, own), address });
  const isNamed = envFileName.test(file) || (dialectOf(context).isScript && variables.length > 0);
  const other = isNamed ? (dialectOf(context).isScript ? undefined : foreign[0]) : others[0];
  if (other === undefined) return;
  throw new Refusal('file-other-format', { file, line: lineAt(text, other), format: title });
}

/** @throws Refusal `entry-not-literal`, `value-unrepresentable`, `encryption-key-missing`, `file-loads-another` */
function replace(assignment: Assignment, entry: VariableEntry, editing: Editing): Edit[] {
  const { text, file, context } = editing;
  const { line, value, ciphertext, variable } = entry;
  refuseLoads(assignment, variable.value.start, editing);
  if (value === assignment.value && !isEncrypted(file)) return [];
  if (value === undefined && ciphertext === undefined) {
    throw new Refusal('entry-not-literal', { file: context.file, line, address: assignment.address });
  }
  const { start, end, lineEndOffset, quote } = variable.value;
  const spot = {
    head: text.slice(variable.lineStartOffset, start),
    tail: text.slice(end, lineEndOffset),
    quote,
  };
  return [{ offset: start, length: end - start, content: literalFor(assignment, spot, line, editing) }];
}

/** @throws Refusal `value-unrepresentable`, `encryption-key-missing`; `entry-duplicate` of several placeholders */
function add(assignment: Assignment, editing: Editing): Edit[] {
  if (assignment.optional) return [];
  const { text, file, context } = editing;
  refuseOtherCase(assignment, editing);
  refuseOtherLines(assignment, editing);
  const commented = context.uncomment && findCommented(assignment, text, file, dialectOf(context), context);
  if (commented) {
    refuseLoads(assignment, commented.offset, editing);
    return [commented.edit(literalFor(assignment, commented, lineAt(text, commented.offset), editing))];
  }
  const place = placeFor(assignment.address, text, file);
  refuseLoads(assignment, place.offset, editing);
  const literal = literalFor(assignment, place, lineAt(text, place.offset), editing);
  return [place.add(place.head + literal)];
}

/**
 * Refuses a variable that the file unsets later, or whose value it takes from the environment.
 *
 * @throws Refusal `file-not-plain`, `entry-in-environment`
 */
function refuseBare(
  { address }: Assignment,
  entry: Entry | undefined,
  { text, file, context }: Editing,
): void {
  const bare = file.bare.find(({ name, unset }) => name === address && (unset || !entry));
  if (!bare) return;
  const place = { file: context.file, line: lineAt(text, bare.start) };
  if (bare.unset) throw new Refusal('file-not-plain', place);
  throw new Refusal('entry-in-environment', { ...place, address, variable: address });
}

/**
 * Refuses to add a variable whose name the file has in another case: .NET, pydantic and Windows ignore case.
 *
 * @throws Refusal `entry-other-address`
 */
function refuseOtherCase({ address }: Assignment, { text, file, context }: Editing): void {
  const line = lineIndex(text);
  const slots = file.variables.map(({ name, value }) => {
    return { address: name, path: { segments: [name] }, line: line(value.start) };
  });
  const sameName = ([name]: readonly Segment[]) => String(name).toLowerCase();
  refuseLookalike(
    { segments: [address] },
    { slots, containers: [], sameName },
    { address, file: context.file },
  );
}

function editing(encrypt: Encrypt | undefined): Format['edit'] {
  return (text, assignments, context) => {
    const file = readStatements(text, dialectOf(context), context);
    const entries = toEntries(text, file);
    const now = { text, file, context, encrypt };
    const found = assignments.map((assignment) => {
      return { assignment, entry: findVariable(entries, assignment.address, context) };
    });
    for (const { assignment, entry } of found) {
      if (entry || !assignment.optional) refuseBare(assignment, entry, now);
    }
    // A new line may go right after an empty value that is filled: the value comes first.
    return [
      ...found.flatMap(({ assignment, entry }) => (entry ? replace(assignment, entry, now) : [])),
      ...found.flatMap(({ assignment, entry }) => (entry ? [] : add(assignment, now))),
    ];
  };
}

/**
 * `.env` files, in the dialect of the program that reads them. An address is a variable's name. A commented
 * `#KEY=` stays as it is, and the variable is added on the next line, unless the project file has `uncomment:`. In a
 * file that dotenvx encrypts, new values are encrypted.
 */
export const env: Format = {
  name: 'env',
  title,
  dialects: dialects.map(({ word }) => word),
  encoding: 'bytes',
  uncomments: true,

  read: (text, context) =>
    toEntries(text, readStatements(text, dialectOf(context), context)).map(
      ({ variable: _, ...entry }) => entry,
    ),

  find: findVariable,
  edit: editing(undefined),

  forText: async (text) => {
    if (!mayBeEncrypted(text)) return env;
    return { ...env, edit: editing(await loadEncrypt()) };
  },
};

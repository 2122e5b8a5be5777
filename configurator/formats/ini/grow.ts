import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment, Edit } from '../format.ts';
import { eolOf, lineAt, linesAtEnd, linesBefore } from '../lines.ts';
import type { Address } from '../path-address.ts';
import type { TitledContext } from '../slot.ts';
import type { Dialect, IniFile, Pair } from './dialect.ts';
import { readAddress, spellerOf } from './find.ts';

/** The file that new keys are added to. */
interface GrowContext {
  readonly text: string;
  readonly file: IniFile;
  readonly dialect: Dialect;
}

/** A key to add, and the section that takes it. */
interface NewKey {
  readonly section: string;
  readonly key: string;
  readonly assignment: Assignment;
}

/**
 * Adds missing keys, each after the last one of its section, or in a new section.
 *
 * @throws Refusal `entry-missing` where the reader has no place for it, `value-unrepresentable`
 */
export function growIni(within: GrowContext, missing: readonly Assignment[], context: TitledContext): Edit[] {
  const bySection = new Map<string, NewKey[]>();
  for (const assignment of missing) {
    const newKey = newKeyOf(within, assignment, context);
    const newKeys = bySection.get(newKey.section) ?? [];
    const { fold } = within.dialect;
    if (newKeys.some(({ key }) => fold(key) === fold(newKey.key))) throw missingEntry(assignment, context);
    bySection.set(newKey.section, [...newKeys, newKey]);
  }
  const added = [...bySection].map(([section, newKeys]) => place(within, section, newKeys, context));
  const edits = added.flatMap(({ edit }) => edit ?? []);
  const newSections = added.flatMap(({ newSection }) => (newSection ? [['', ...newSection]] : []));
  if (newSections.length === 0) return edits;
  const lines = newSections.flat();
  // A blank line goes before each section, but not at the start of the file.
  const start = within.text === '' && edits.length === 0;
  return [...edits, linesAtEnd(within.text, start ? lines.slice(1) : lines)];
}

function missingEntry({ address }: Assignment, { file }: TitledContext): Refusal {
  return new Refusal('entry-missing', { file, address });
}

function newKeyOf({ file, dialect }: GrowContext, assignment: Assignment, context: TitledContext): NewKey {
  const wanted = readAddress(assignment.address, context);
  const names = wanted.segments.filter((segment) => typeof segment === 'string');
  const split = names.length === wanted.segments.length ? splitOf(wanted, names, file) : undefined;
  if (!split) throw missingEntry(assignment, context);
  const { section, key } = split;
  const known = section === '' ? dialect.global : file.sections.some(({ name }) => name === section);
  const usable = known || (section !== '' && sectionName.test(section));
  if (!usable || !dialect.key.test(key)) throw missingEntry(assignment, context);
  return { section, key, assignment };
}

/** Names that every reader takes for a section. */
const sectionName = /^(?!DEFAULT$)[\w.:/@-]+(?: [\w.:/@-]+)*$/;

/** Splits an address into section and key: by the existing sections, else at its only dot. */
function splitOf(
  wanted: Address,
  names: readonly string[],
  { sections, pairs }: IniFile,
): { section: string; key: string } | undefined {
  const spell = spellerOf(wanted);
  const key = (count: number) => names.slice(count).join('.');
  const known = sections.flatMap(({ name }) => {
    const count = names.findIndex((_, at) => spell(names.slice(0, at + 1)) === spell([name])) + 1;
    return count > 0 && count < names.length ? [{ section: name, key: key(count) }] : [];
  });
  const [first, ...others] = known;
  if (first) return others.every(({ section }) => section === first.section) ? first : undefined;
  const family = `${names[0]}.`;
  const dotted = pairs.some((pair) => pair.section === '' && pair.key.startsWith(family));
  if (names.length === 1 || (dotted && !wanted.quoted)) return { section: '', key: key(0) };
  return names.length === 2 ? { section: names[0] ?? '', key: key(1) } : undefined;
}

interface Addition {
  readonly edit?: Edit;
  /** The lines of a section that the file does not have. */
  readonly newSection?: readonly string[];
}

function place(
  within: GrowContext,
  section: string,
  newKeys: readonly NewKey[],
  context: TitledContext,
): Addition {
  const { text, file } = within;
  const model = file.pairs.findLast((pair) => pair.section === section);
  const header = file.sections.findLast(({ name }) => name === section);
  const after = model?.lineEndOffset ?? header?.lineEndOffset;
  const lines = newKeys.map((newKey) => pairLine(within, newKey, model, after ?? text.length, context));
  if (after !== undefined) {
    const eol = eolOf(text);
    return { edit: { offset: after, length: 0, content: lines.map((line) => eol + line).join('') } };
  }
  if (section !== '') return { newSection: [`[${section}]`, ...lines] };
  const first = file.sections[0];
  return { edit: first ? linesBefore(text, first.offset, [...lines, ''], ';') : linesAtEnd(text, lines) };
}

/** Wider gaps align a column, which another key would break. */
const separators = /^(?: ?[=:]| ?[=:] )$/;

function pairLine(
  { text, file, dialect }: GrowContext,
  { key, assignment }: NewKey,
  neighbour: Pair | undefined,
  offset: number,
  { file: name, title: format }: TitledContext,
): string {
  const { value, address, field } = assignment;
  const model = neighbour ?? file.pairs.at(-1);
  const between = model && text.slice(model.keyEnd, model.start);
  const separator = between !== undefined && separators.test(between) && between !== ' =' ? between : ' = ';
  const indent = neighbour ? text.slice(neighbour.lineStartOffset, neighbour.keyStart) : '';
  const literal = dialect.spell(value, model?.quote ?? '"', '');
  if (literal !== undefined) return indent + key + separator + literal;
  throw new Refusal('value-unrepresentable', {
    file: name,
    line: lineAt(text, offset),
    address,
    field,
    format,
  });
}

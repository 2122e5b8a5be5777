import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment, Edit } from '../format.ts';
import { lineAt, lineEnd, linesAtEnd, linesBefore } from '../lines.ts';
import type { Address } from '../path-address.ts';
import type { TitledContext } from '../slot.ts';
import type { Dialect, IniFile, Pair } from './dialect.ts';
import { readAddress, spellerOf } from './find.ts';

/** What new keys grow in. */
interface Soil {
  readonly text: string;
  readonly file: IniFile;
  readonly dialect: Dialect;
}

/** A key to add, and the section that takes it. */
interface Seed {
  readonly section: string;
  readonly key: string;
  readonly assignment: Assignment;
}

/**
 * Adds keys that the file does not have, each behind the last one of its section, in a new section where there is none.
 *
 * @throws Refusal `entry-missing` where the reader has no place for it, `value-unrepresentable`
 */
export function growIni(soil: Soil, missing: readonly Assignment[], context: TitledContext): Edit[] {
  const bySection = new Map<string, Seed[]>();
  for (const assignment of missing) {
    const seed = seedOf(soil, assignment, context);
    const seeds = bySection.get(seed.section) ?? [];
    const { fold } = soil.dialect;
    if (seeds.some(({ key }) => fold(key) === fold(seed.key))) throw missingEntry(assignment, context);
    bySection.set(seed.section, [...seeds, seed]);
  }
  const added = [...bySection].map(([section, seeds]) => place(soil, section, seeds, context));
  const edits = added.flatMap(({ edit }) => edit ?? []);
  const newSections = added.flatMap(({ newSection }) => (newSection ? [['', ...newSection]] : []));
  if (newSections.length === 0) return edits;
  const lines = newSections.flat();
  // A blank line goes before each section, but not at the start of the file.
  const start = soil.text === '' && edits.length === 0;
  return [...edits, linesAtEnd(soil.text, start ? lines.slice(1) : lines)];
}

function missingEntry({ address }: Assignment, { file }: TitledContext): Refusal {
  return new Refusal('entry-missing', { file, address });
}

function seedOf({ file, dialect }: Soil, assignment: Assignment, context: TitledContext): Seed {
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

/** Tells the section from the key: by the sections that there are, else by the only dot. */
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

interface Planted {
  readonly edit?: Edit;
  /** The lines of a section that the file does not have. */
  readonly newSection?: readonly string[];
}

function place(soil: Soil, section: string, seeds: readonly Seed[], context: TitledContext): Planted {
  const { text, file } = soil;
  const model = file.pairs.findLast((pair) => pair.section === section);
  const header = file.sections.findLast(({ name }) => name === section);
  const after = model?.lineEnd ?? header?.lineEnd;
  const lines = seeds.map((seed) => pairLine(soil, seed, model, after ?? text.length, context));
  if (after !== undefined) {
    const eol = lineEnd(text);
    return { edit: { offset: after, length: 0, content: lines.map((line) => eol + line).join('') } };
  }
  if (section !== '') return { newSection: [`[${section}]`, ...lines] };
  const first = file.sections[0];
  return { edit: first ? linesBefore(text, first.offset, [...lines, ''], ';') : linesAtEnd(text, lines) };
}

/** A wider gap aligns a column, which another key does not meet. */
const separators = /^(?: ?[=:]| ?[=:] )$/;

function pairLine(
  { text, file, dialect }: Soil,
  { key, assignment }: Seed,
  neighbour: Pair | undefined,
  offset: number,
  { file: name, title: format }: TitledContext,
): string {
  const { value, address, field } = assignment;
  const model = neighbour ?? file.pairs.at(-1);
  const between = model && text.slice(model.keyEnd, model.start);
  const separator = between !== undefined && separators.test(between) && between !== ' =' ? between : ' = ';
  const indent = neighbour ? text.slice(neighbour.lineStart, neighbour.keyStart) : '';
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

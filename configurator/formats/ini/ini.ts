import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment, Edit, Format, FormatContext } from '../format.ts';
import { lineAt, lineIndex } from '../lines.ts';
import { computedValue } from '../literals.ts';
import { type Elsewhere, type Places, refuseLookalike, refuseOtherForm } from '../other-form.ts';
import { type Slot, type TitledContext, writeSlots } from '../slot.ts';
import { type Dialect, type IniFile, keepsWord, type Pair, type Section } from './dialect.ts';
import { dialectOf, dialects } from './dialects.ts';
import { addressOf, findByIniAddress, pathOf, readAddress } from './find.ts';
import { growIni } from './grow.ts';

const title = 'INI';

/**
 * INI files, in the dialect of the program that reads them. An address is `section.key`, or `key` where only one section
 * has it; a name with dots is quoted.
 */
export const ini: Format = {
  name: 'ini',
  title,
  dialects: dialects.map(({ word }) => word),
  encoding: 'bytes',
  read: (text, context) =>
    slotsOf(text, readFile(text, context), context).map(({ address, value, line }) => ({
      address,
      value,
      line,
    })),
  find: (entries, address, context) => findByIniAddress(entries, address, { ...context, title }),
  edit: editIni,
};

function editIni(text: string, assignments: readonly Assignment[], context: FormatContext): Edit[] {
  const dialect = dialectOf(context);
  const titled: TitledContext = { ...context, title: `${title} (${dialect.word})` };
  const file = readFile(text, context);
  const slots = slotsOf(text, file, context);
  const find = (address: string) => findByIniAddress(slots, address, titled);
  const { edits, missing } = writeSlots(assignments, find, titled);
  const places = slots.map((slot) => ({
    ...slot,
    path: { segments: pathOf(slot).filter((name) => name !== '') },
  }));
  for (const { address } of missing) {
    const place = { address, file: context.file };
    const wanted = readAddress(address, titled);
    const ofMembers = places.filter(({ path }) => path.segments.length > 2);
    refuseOtherForm(
      { segments: wanted.segments.slice(-1) },
      ofMembers,
      () => namesInValues(text, file),
      place,
    );
    refuseLookalike(wanted, { slots: places, containers: sectionsOf(text, file) }, place);
  }
  return [...edits, ...growIni({ text, file, dialect }, missing, titled)];
}

/** Names that are assigned inside a value: `Environment=NAME=…` (systemd), `env = NAME=…` (uWSGI). */
function namesInValues(text: string, { pairs }: IniFile): Elsewhere[] {
  return pairs.flatMap(({ start, end, lineStartOffset }) => {
    const names = text.slice(start, end).matchAll(/(?:^|[\s"',])([A-Za-z_]\w*)=/g);
    return Array.from(names, ([, name = '']) => ({ names: [name], line: lineAt(text, lineStartOffset) }));
  });
}

function sectionsOf(text: string, { sections }: IniFile): Places['containers'] {
  return sections.map(({ name, offset }) => ({ path: { segments: [name] }, line: lineAt(text, offset) }));
}

/** @throws Refusal `file-unparsable`; `entry-duplicate` for a section that appears twice, as one hides the other */
function readFile(text: string, context: FormatContext): IniFile {
  const { file } = context;
  const dialect = dialectOf(context);
  const found = dialect.read(text, (offset) => {
    throw new Refusal('file-unparsable', { file, line: lineAt(text, offset), format: title });
  });
  refuseDoubles(text, found.sections, dialect, file);
  return found;
}

function refuseDoubles(text: string, sections: readonly Section[], dialect: Dialect, file: string): void {
  const first = new Map<string, Section>();
  for (const section of sections) {
    const { name: address, offset } = section;
    const other = first.get(address);
    first.set(address, section);
    if (!other || address === dialect.repeated) continue;
    const lines = `${lineAt(text, other.offset)}, ${lineAt(text, offset)}`;
    throw new Refusal('entry-duplicate', { file, address, lines });
  }
}

function slotsOf(text: string, { pairs }: IniFile, context: FormatContext): Slot[] {
  const dialect = dialectOf(context);
  const lineOf = lineIndex(text);
  return pairs.map((pair) => {
    const { value, exact, computed, lineStartOffset } = pair;
    const address = addressOf(pair);
    const line = lineOf(lineStartOffset);
    if (computed) return { address, line, ...computedValue(computed) };
    return { address, value, exact, line, write: (wanted) => write(text, pair, wanted, dialect) };
  });
}

function write(text: string, pair: Pair, value: string, dialect: Dialect): Edit[] | undefined {
  const { start, end, lineEndOffset, keyEnd, quote } = pair;
  const tail = text.slice(end, lineEndOffset + 1);
  const literal = keepsWord(pair, value) ? value : dialect.spell(value, quote, tail);
  if (literal === undefined) return undefined;
  // A line without a value may lack the spaces after the separator and before a comment.
  const besideSeparator = !/^\S/.test(text.slice(start, end));
  const before = besideSeparator && /^[ \t]+[=:]$/.test(text.slice(keyEnd, start)) ? ' ' : '';
  const after = start === end && /^\S/.test(tail) ? ' ' : '';
  return [{ offset: start, length: end - start, content: before + literal + after }];
}

import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment, Edit, Format, FormatContext } from '../format.ts';
import { lineIndex, linesAtEnd } from '../lines.ts';
import { computedValue, placeholderIn } from '../literals.ts';
import { refuseLookalike } from '../other-form.ts';
import { findExact, type Slot, writeSlots } from '../slot.ts';
import { escapeKey, escapeValue, type Property, properties as readProperties } from './syntax.ts';

const title = 'Java properties';

/**
 * Java's `.properties`, as `java.util.Properties` reads them. An address is a key. We write ASCII only, which is the same in
 * ISO-8859-1 and UTF-8.
 */
export const properties: Format = {
  name: 'properties',
  title,
  dialects: [],
  encoding: 'bytes',
  byteOrderMark: 'text',
  read: (text, context) => slots(text, context).map(({ address, value, line }) => ({ address, value, line })),
  find: (entries, address, { file }) => findExact(entries, address, file),
  edit: (text, assignments, context) => {
    const all = slots(text, context);
    const find = (address: string) => findExact(all, address, context.file);
    const { edits, missing } = writeSlots(assignments, find, { ...context, title });
    if (missing.length === 0) return edits;
    refuseOtherLines(text, context);
    const slotsByPath = all.map((slot) => ({ ...slot, path: { segments: [slot.address] } }));
    for (const { address } of missing) {
      const places = { slots: slotsByPath, containers: [] };
      refuseLookalike({ segments: [address] }, places, { address, file: context.file });
    }
    return [...edits, append(text, missing, context)];
  },
};

/** @throws Refusal `file-unparsable` */
function slots(text: string, { file }: FormatContext): Slot[] {
  const lineAt = lineIndex(text);
  return readProperties(text).map((property) => {
    const { key, value } = property;
    const line = lineAt(property.offset);
    if (key === undefined || value === undefined) {
      throw new Refusal('file-unparsable', { file, line, format: title });
    }
    const placeholder = placeholderIn(value);
    if (placeholder) return { address: key, line, ...computedValue(placeholder) };
    const foreign = inQuotes.test(value) && !propertiesFileName.test(file);
    const otherFormat = () => {
      throw new Refusal('file-other-format', { file, line, format: title });
    };
    return {
      address: key,
      value,
      line,
      exact: true,
      write: foreign ? otherFormat : (wanted) => write(property, wanted),
    };
  });
}

/**
 * Refuses to add a property to a file with another name that parses as properties only because every text does: it has
 * lines without a separator, as of blocks and statements.
 *
 * @throws Refusal `file-other-format`
 */
function refuseOtherLines(text: string, { file }: FormatContext): void {
  if (propertiesFileName.test(file)) return;
  const lineAt = lineIndex(text);
  for (const { separator, offset, end } of readProperties(text)) {
    const line = text.slice(offset, end).trimEnd();
    if (/[=:]/.test(separator) && !/[{};]$/.test(line)) continue;
    throw new Refusal('file-other-format', { file, line: lineAt(offset), format: title });
  }
}

const propertiesFileName = /\.properties(?:\.\w+)?$/i;

/** Quotes around a value, which other formats have, would be lost. */
const inQuotes = /^(["']).*\1$/;

function write({ separator, start, end }: Property, value: string): Edit[] | undefined {
  if (placeholderIn(value)) return undefined;
  const content = (separator === '' ? '=' : '') + escapeValue(value);
  return [{ offset: start, length: end - start, content }];
}

/** @throws Refusal `value-unrepresentable` */
function append(text: string, missing: readonly Assignment[], { file }: FormatContext): Edit {
  const all = readProperties(text);
  const separator = all.findLast(({ separator }) => separator.trim() !== '')?.separator ?? '=';
  const lines = missing.map(({ address, value, field }) => {
    if (!placeholderIn(value)) return escapeKey(address) + separator + escapeValue(value);
    throw new Refusal('value-unrepresentable', { file, line: 1, address, field, format: title });
  });
  // A last line that ends in a backslash needs an empty line to end it.
  const open = all.at(-1)?.end ?? 0;
  const dangling = text[open - 1] === '\\' && text.slice(open).trim() === '';
  return linesAtEnd(text, dangling ? ['', ...lines] : lines);
}

import { Refusal } from '../../../shared/refusal.ts';
import type { Assignment, Edit, Entry, Format, FormatContext } from '../format.ts';
import { writeSlots } from '../slot.ts';
import { findByXmlAddress } from './address.ts';
import { growXml } from './grow.ts';
import { declaredCharset, parseXml, title } from './parse.ts';
import { slotsOf } from './slots.ts';

/**
 * XML: the text of elements, and attributes. Addresses as in `address.ts`. We write ASCII only, which is the same in every
 * encoding that we read.
 */
export const xml: Format = {
  name: 'xml',
  title,
  dialects: [],
  encoding: declaredCharset,
  read: (text, context) =>
    slotsOf(text, parseXml(text, context)).map(({ address, value, line }) => ({ address, value, line })),
  find: (entries, address, context) => findByXmlAddress(entries, address, { ...context, title }),
  edit: editXml,
  comesWith,
};

function editXml(text: string, assignments: readonly Assignment[], context: FormatContext): Edit[] {
  const document = parseXml(text, context);
  const slots = slotsOf(text, document);
  const titled = { ...context, title };
  const find = (address: string) => findByXmlAddress(slots, address, titled);
  const { edits, missing } = writeSlots(assignments, find, titled);
  if (missing.length === 0) return edits;
  for (const { address } of missing) refuseXmlLookalike(address, slots, context.file);
  const written = new Set(assignments.flatMap((assignment) => find(assignment.address)?.address ?? []));
  const { attributes, elements } = growXml({ text, document, slots, written }, missing, titled);
  // A new attribute may go where an empty-element tag is opened up for content: it comes first.
  return [...attributes, ...edits, ...elements];
}

/**
 * Refuses to add an element beside an attribute with its name, or a second element whose `key` differs only in case: .NET
 * ignores case.
 *
 * @throws Refusal `entry-other-address`
 */
function refuseXmlLookalike(address: string, slots: readonly Entry[], file: string): void {
  const plain = (text: string) => text.replace('/@', '.').toLowerCase();
  const [, element = '', attribute = '', name = '', rest = ''] =
    /^(.*)\[@(\w+)="([^"]*)"\](.*)$/.exec(address) ?? [];
  const isNamed = (slot: Entry) =>
    slot.address.replace(/\[\d+\](?=\/@\w+$)/, '') === `${element}/@${attribute}` &&
    slot.value?.toLowerCase() === name.toLowerCase();
  const same = slots.find((slot) => (name === '' ? plain(slot.address) === plain(address) : isNamed(slot)));
  if (!same || (name !== '' && same.value === name)) return;
  const found = name === '' ? same.address : `${element}[@${attribute}="${same.value}"]${rest}`;
  throw new Refusal('entry-other-address', { file, line: same.line, address, found });
}

/** New parent elements of an added entry come with it, and so do their identifying attributes. */
function comesWith({ address }: Entry, added: Entry): boolean {
  const element = address.replace(/\/@[^/]*$/, '');
  return added.address.startsWith(element) && /^[./]?$/.test(added.address.charAt(element.length));
}

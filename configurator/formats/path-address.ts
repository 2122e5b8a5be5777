import { Refusal } from '../../shared/refusal.ts';
import type { Entry } from './format.ts';
import { onlyOne, type TitledContext } from './slot.ts';

/** A step into a tree: the name of a member, or the index of an item, from 0. */
export type Segment = string | number;

/** A place in a tree. `document` counts from 0 and is set only where a stream has several (YAML). */
export interface Path {
  readonly document?: number;
  readonly segments: readonly Segment[];
}

/**
 * An address as a person wrote it:
 *
 *     payline.merchant_id            members of members
 *     services[0].key                an item of a sequence, from 0
 *     "payline_config.merchant_id"   one name that has dots; the escapes are those of JSON
 *     ---[1].payline.key             the second document of a stream
 *
 * Without quotes, dots also match dots inside a name, as long as only one place matches.
 */
export interface Address extends Path {
  /** It has quoted names, so every dot outside quotes is a separator. */
  readonly quoted: boolean;
}

const documentMark = /^---\[(\d{1,9})\](?:\.(?!\[)|(?=\[)|$)/;
const segment = /"(?:[^"\\]|\\.)*"|\[\d{1,9}\]|[^."[\]]+/y;

function readSegment(source: string): Segment | undefined {
  if (source.startsWith('[')) return Number(source.slice(1, -1));
  if (!source.startsWith('"')) return source.trim() === source ? source : undefined;
  try {
    return JSON.parse(source) as string;
  } catch {
    return undefined;
  }
}

/** @returns `undefined` where the text is not an address */
export function parseAddress(text: string): Address | undefined {
  const mark = documentMark.exec(text);
  const segments: Segment[] = [];
  let quoted = false;
  let position = mark?.[0].length ?? 0;
  while (position < text.length) {
    segment.lastIndex = position;
    const source = segment.exec(text)?.[0];
    const read = source === undefined ? undefined : readSegment(source);
    if (source === undefined || read === undefined) return undefined;
    segments.push(read);
    quoted ||= source.startsWith('"');
    position += source.length;
    if (position === text.length) break;
    if (text[position] === '.' && position + 1 < text.length && text[position + 1] !== '[') position++;
    else if (text[position] !== '[') return undefined;
  }
  if (segments.length === 0) return undefined;
  return { segments, quoted, ...(mark && { document: Number(mark[1]) }) };
}

const bareName = /^(?!---)[^\s."[\]]+(?: +[^\s."[\]]+)*$/;

function printName(name: string): string {
  return bareName.test(name) ? name : JSON.stringify(name);
}

/** Prints a path as the canonical address that entries have. */
export function printPath({ document, segments }: Path): string {
  const steps = segments.map((step) => (typeof step === 'number' ? `[${step}]` : `.${printName(step)}`));
  const printed = steps.join('');
  if (document !== undefined) return `---[${document}]${printed}`;
  return printed.startsWith('.') ? printed.slice(1) : printed;
}

/** Names joined by dots, without quotes: the same for every reading of an unquoted address. */
export function flat(segments: readonly Segment[]): string {
  const steps = segments.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
  return steps.join('').replace(/^\./, '');
}

/** @returns whether a path is one of the places that the address may mean */
export function matcher(address: Address): (path: Path) => boolean {
  const wanted = address.quoted ? printPath({ segments: address.segments }) : flat(address.segments);
  const spell = address.quoted
    ? (path: Path) => printPath({ segments: path.segments })
    : (path: Path) => flat(path.segments);
  return (path) =>
    (address.document === undefined || address.document === path.document) && spell(path) === wanted;
}

/**
 * Finds the one entry that an address means.
 *
 * @throws Refusal `address-malformed`; `entry-duplicate` where several fit, with their lines
 */
export function findByPath<E extends Entry>(
  entries: readonly E[],
  address: string,
  context: TitledContext,
  pathOf: (entry: E) => Path,
): E | undefined {
  const wanted = parseAddress(address);
  const { file, title: format } = context;
  if (!wanted) throw new Refusal('address-malformed', { file, address, format });
  const matches = matcher(wanted);
  return onlyOne(
    entries.filter((entry) => matches(pathOf(entry))),
    address,
    file,
  );
}

import { Refusal } from '../../shared/refusal.ts';
import { type Decoded, decode, decodeAgain, encode, holds } from './encoding.ts';
import {
  type Assignment,
  applyEdits,
  type Edit,
  type Entry,
  type Format,
  type FormatContext,
} from './format.ts';
import { lineAt } from './lines.ts';

/** A file as it will be, proved by reading it again. Holds secrets: never print it. */
export interface Rewrite {
  /** The whole file, byte order mark included. */
  readonly bytes: Uint8Array;
  readonly changed: boolean;
  /** A value was encrypted: to do it again gives other bytes, and its form only was read again. */
  readonly sealed: boolean;
  /** The text as it was, without byte order mark; the edits count in it. */
  readonly before: string;
  readonly after: string;
  /** In the order of the text. */
  readonly edits: readonly Edit[];
  /** What the file holds, in its order: as it was, as it will be. */
  readonly original: readonly Entry[];
  readonly entries: readonly Entry[];
}

/** Refuses a value that the file's encoding cannot carry, or that no text can, such as half a surrogate pair. */
function refuseUnencodable(
  decoded: Decoded,
  edits: readonly Edit[],
  assignments: readonly Assignment[],
  format: Format,
  { file }: FormatContext,
): void {
  const edit = edits.find(({ content }) => !holds(decoded, content));
  const culprit = assignments.find(({ value }) => !holds(decoded, value));
  if (!edit || !culprit) return;
  const { address, field } = culprit;
  const line = lineAt(decoded.text, edit.offset);
  throw new Refusal('value-unrepresentable', { file, line, format: format.title, field, address });
}

/** Says whether two readings agree everywhere but where the assignments changed or added something. */
function agree(
  before: readonly Entry[],
  after: readonly Entry[],
  assignments: readonly Assignment[],
  format: Format,
  context: FormatContext,
): boolean {
  const find = (list: readonly Entry[], address: string) => format.find(list, address, context);
  const changed = new Set<Entry>();
  const added = new Set<Entry>();
  for (const { address, value, optional } of assignments) {
    const old = find(before, address);
    const now = find(after, address);
    if (now ? !says(now, value, old) : !optional || old) return false;
    // What was read by a reference now has an entry of its own.
    if (old && before.includes(old)) changed.add(old);
    else if (now) added.add(now);
  }
  const kept = after.filter((entry) => !added.has(entry) && !comesWithAny(entry, added, before, format));
  return (
    kept.length === before.length &&
    before.every((entry, index) => {
      const now = kept[index];
      return now?.address === entry.address && (changed.has(entry) || isSame(now, entry));
    })
  );
}

/** An encrypted value cannot be read; that another one stands there can. */
function says({ value, constant, sealed }: Entry, wanted: string, old: Entry | undefined): boolean {
  return sealed === undefined ? (constant ?? value) === wanted : sealed !== old?.sealed;
}

function isSame(now: Entry, before: Entry): boolean {
  return now.value === before.value && now.constant === before.constant && now.sealed === before.sealed;
}

function comesWithAny(
  entry: Entry,
  added: ReadonlySet<Entry>,
  before: readonly Entry[],
  { comesWith }: Format,
): boolean {
  const companion = comesWith !== undefined && [...added].some((one) => comesWith(entry, one));
  return companion && before.every(({ address }) => address !== entry.address);
}

/**
 * Reads what was written and compares it. That it cannot be read is our doing, so it is not said of the user's file.
 *
 * @throws Refusal `verify-failed`
 */
function readAgain(
  format: Format,
  text: string,
  original: readonly Entry[],
  assignments: readonly Assignment[],
  context: FormatContext,
): Entry[] {
  try {
    const entries = format.read(text, context);
    if (agree(original, entries, assignments, format, context)) return entries;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  throw new Refusal('verify-failed', { file: context.file });
}

/**
 * Puts values into a file's bytes and proves the result: what is written is decoded and read again, every assigned
 * address has its value (or another encrypted one), and every other entry is what it was, in its place.
 *
 * @throws Refusal whatever `format.read`, `format.find` and `format.edit` refuse; `file-encoding`;
 *   `value-unrepresentable` where the file's encoding cannot carry a value; `verify-failed` where the proof fails
 */
export function rewrite(
  format: Format,
  bytes: Uint8Array,
  assignments: readonly Assignment[],
  context: FormatContext,
): Rewrite {
  const decoded = decode(bytes, format, context.file);
  const before = decoded.text;
  const edits = format.edit(before, assignments, context).toSorted((a, b) => a.offset - b.offset);
  refuseUnencodable(decoded, edits, assignments, format, context);

  const changed = edits.length > 0;
  const written = changed ? encode(applyEdits(before, edits), decoded) : bytes;
  const after = changed ? decodeAgain(written, decoded, format) : before;
  const original = format.read(before, context);
  const entries = readAgain(format, after, original, assignments, context);
  const sealed = assignments.some(
    ({ address }) => format.find(entries, address, context)?.sealed !== undefined,
  );
  return { bytes: written, changed, sealed, before, after, edits, original, entries };
}

/**
 * Says whether a file's bytes, read by its own rules, say at every address what they shall; an optional one may be
 * missing.
 *
 * @throws Refusal whatever `format.read` and `format.find` refuse; `file-encoding`
 */
export function saysAll(
  format: Format,
  bytes: Uint8Array,
  assignments: readonly Assignment[],
  context: FormatContext,
): boolean {
  const entries = format.read(decode(bytes, format, context.file).text, context);
  return assignments.every(({ address, value, optional }) => {
    const entry = format.find(entries, address, context);
    return entry ? (entry.constant ?? entry.value) === value : optional;
  });
}

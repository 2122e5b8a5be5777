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

/** A file's new contents, proved by parsing them again. They contain secrets: never print them. */
export interface Rewrite {
  /** The whole file, byte order mark included. */
  readonly bytes: Uint8Array;
  readonly changed: boolean;
  /** A value was encrypted: repeating it gives other bytes, and only its form could be checked. */
  readonly encrypted: boolean;
  /** The old text, without byte order mark; the edits' offsets are in it. */
  readonly before: string;
  readonly after: string;
  /** In the order of the text. */
  readonly edits: readonly Edit[];
  /** The entries of the file, in order, before and after. */
  readonly original: readonly Entry[];
  readonly entries: readonly Entry[];
}

/** Refuses a value that the file's encoding cannot represent, or that no text can, such as half a surrogate pair. */
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

/** Whether the entries before and after differ only where the assignments changed or added something. */
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
    if (now ? !holdsValue(now, value, old) : !optional || old) return false;
    // An entry that was a reference now has a value of its own.
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

/** An encrypted value cannot be read, but it can be seen to have changed. */
function holdsValue({ value, constant, ciphertext }: Entry, wanted: string, old: Entry | undefined): boolean {
  return ciphertext === undefined ? (constant ?? value) === wanted : ciphertext !== old?.ciphertext;
}

function isSame(now: Entry, before: Entry): boolean {
  return (
    now.value === before.value && now.constant === before.constant && now.ciphertext === before.ciphertext
  );
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
 * Parses the new text and compares it. A parse error here is our fault, so it is not reported as one of the user's file.
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
 * Writes values into a file's bytes and proves the result: the new bytes are decoded and parsed again, every assigned
 * address has its value (or a new encrypted one), and every other entry is unchanged and in its place.
 *
 * @throws Refusal whatever `format.read`, `format.find` and `format.edit` refuse; `file-encoding`;
 *   `value-unrepresentable` where the file's encoding cannot represent a value; `verify-failed` where the proof fails
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
  const encrypted = assignments.some(
    ({ address }) => format.find(entries, address, context)?.ciphertext !== undefined,
  );
  return { bytes: written, changed, encrypted, before, after, edits, original, entries };
}

/**
 * Whether a file, read by its own rules, has the assigned value at every address; an optional one may be missing.
 *
 * @throws Refusal whatever `format.read` and `format.find` refuse; `file-encoding`
 */
export function holdsAll(
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

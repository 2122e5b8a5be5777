import { Refusal } from '../../shared/refusal.ts';
import type { Assignment, Edit, Entry, FormatContext } from './format.ts';

/** The context, with the format's name for error messages. */
export type TitledContext = FormatContext & { readonly title: string };

/** A value in the text, and how to replace it. */
export interface Slot extends Entry {
  /** The value is text: not a number, boolean or null that looks the same. */
  readonly exact: boolean;
  /**
   * Returns the edits that write a value, or `undefined` where the format cannot represent it. Left out where the file
   * computes the value.
   */
  readonly write?: (value: string) => Edit[] | undefined;
  /** The environment variable that a computed value is read from. */
  readonly variable?: string;
}

interface Sorted {
  /** The edits for values that have a place. */
  readonly edits: Edit[];
  /** Values that have none and must be added. */
  readonly missing: Assignment[];
}

/**
 * Writes the assignments that the file has a place for.
 *
 * @throws Refusal `entry-in-environment`, `entry-not-literal`, `value-unrepresentable`; `entry-duplicate` where two
 *   assignments mean one place
 */
export function writeSlots(
  assignments: readonly Assignment[],
  find: (address: string) => Slot | undefined,
  context: TitledContext,
): Sorted {
  const edits: Edit[] = [];
  const missing: Assignment[] = [];
  const written = new Set<Slot>();
  for (const assignment of assignments) {
    const slot = find(assignment.address);
    if (!slot) {
      if (!assignment.optional) missing.push(assignment);
      continue;
    }
    if (written.has(slot)) throw duplicateRefusal(slot, assignment, context);
    written.add(slot);
    edits.push(...writeSlot(slot, assignment, context));
  }
  return { edits, missing };
}

function duplicateRefusal({ line }: Slot, { address }: Assignment, { file }: TitledContext): Refusal {
  return new Refusal('entry-duplicate', { file, address, lines: `${line}, ${line}` });
}

function writeSlot(slot: Slot, assignment: Assignment, { file, title }: TitledContext): Edit[] {
  const { value, address, field } = assignment;
  const { line, write, variable } = slot;
  if ((slot.exact && slot.value === value) || slot.constant === value) return [];
  if (variable !== undefined) throw new Refusal('entry-in-environment', { file, line, address, variable });
  if (!write) throw new Refusal('entry-not-literal', { file, line, address });
  const edits = write(value);
  if (!edits && slot.constant !== undefined) throw new Refusal('entry-not-literal', { file, line, address });
  if (!edits) throw new Refusal('value-unrepresentable', { file, line, address, field, format: title });
  return edits;
}

/**
 * The only entry of those that an address may mean.
 *
 * @returns `undefined` where there is none
 * @throws Refusal `entry-duplicate` with the lines where there are several
 */
export function onlyOne<E extends Entry>(found: readonly E[], address: string, file: string): E | undefined {
  if (found.length > 1) {
    throw new Refusal('entry-duplicate', { file, address, lines: found.map(({ line }) => line).join(', ') });
  }
  return found[0];
}

/**
 * Finds the entry of exactly this address, for formats whose addresses have one spelling.
 *
 * @returns `undefined` where there is none
 * @throws Refusal `entry-duplicate` with the lines
 */
export function findExact<E extends Entry>(
  entries: readonly E[],
  address: string,
  file: string,
): E | undefined {
  return onlyOne(
    entries.filter((entry) => entry.address === address),
    address,
    file,
  );
}

import * as v from 'valibot';
import type { ReadList } from './read-list.ts';

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** How many days before a key's end a warning is given, the last one first. */
export const warningDays = [1, 7, 30] as const;
export type WarningDay = (typeof warningDays)[number];

/**
 * One key of the console's list. Of its value it has only the last three characters, which the console itself shows.
 */
export const listedKey = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^\d{1,15}$/)),
  reference: v.pipe(v.string(), v.regex(/^[\x20-\x7e]{0,200}$/)),
  lastThree: v.pipe(v.string(), v.regex(/^\w{3}$/)),
  start: day,
  /** Missing if the key does not end. */
  end: v.optional(day),
  state: v.picklist(['active', 'inactive', 'unknown']),
});

export type ListedKey = v.InferOutput<typeof listedKey>;

/** A key of the inventory. */
const inventoryKey = v.strictObject({
  ...listedKey.entries,
  /** When the list last showed it. */
  seen: v.pipe(v.string(), v.isoTimestamp()),
  /** The warning of its end that a person has dismissed; later ones are still given. */
  dismissed: v.optional(v.picklist(warningDays)),
});

export type InventoryKey = v.InferOutput<typeof inventoryKey>;

/** The keys of one environment, from the pages of the list that were opened. */
export const inventory = v.strictObject({
  v: v.literal(1),
  keys: v.array(inventoryKey),
  /** How many rows of the last page could not be read. */
  skipped: v.number(),
});

export type Inventory = v.InferOutput<typeof inventory>;

/** The most keys stored, more than anyone has. Those seen least recently are dropped first. */
const maxKeys = 1000;

export const emptyInventory: Inventory = { v: 1, keys: [], skipped: 0 };

/**
 * The parts of a key that never change. The id alone is not enough: two consoles of one environment number their keys
 * separately.
 */
export function identityOf({ id, reference, lastThree }: ListedKey): string {
  return [id, lastThree, reference].join(' ');
}

/** Merges a page of the list into the inventory. Its keys replace the known ones; all others stay. */
export function mergePage(known: Inventory, list: ReadList, now: Date): Inventory {
  const keys = new Map(known.keys.map((key) => [identityOf(key), key]));
  for (const key of list.keys) keys.set(identityOf(key), updatedKey(keys.get(identityOf(key)), key, now));
  const latest = [...keys.values()].toSorted((one, other) => other.seen.localeCompare(one.seen));
  return { v: 1, keys: latest.slice(0, maxKeys).toSorted(byStart), skipped: list.skipped };
}

/** The new entry of a key. It keeps its dismissal unless its end changed. */
function updatedKey(before: InventoryKey | undefined, key: ListedKey, now: Date): InventoryKey {
  const isDismissed = before?.dismissed !== undefined && before.end === key.end;
  return { ...key, seen: now.toISOString(), ...(isDismissed && { dismissed: before.dismissed }) };
}

function byStart(one: InventoryKey, other: InventoryKey): number {
  return other.start.localeCompare(one.start) || Number(other.id) - Number(one.id);
}

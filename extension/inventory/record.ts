import * as v from 'valibot';
import type { ReadList } from './read-list.ts';

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** How many days before a key's end a person is told, the last time first. */
export const warningDays = [1, 7, 30] as const;
export type WarningDay = (typeof warningDays)[number];

/** One key of the console's list. Of its value there are the last three characters, which the console itself shows. */
export const listedKey = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^\d{1,15}$/)),
  reference: v.pipe(v.string(), v.regex(/^[\x20-\x7e]{0,200}$/)),
  lastThree: v.pipe(v.string(), v.regex(/^\w{3}$/)),
  start: day,
  /** None where the key does not end. */
  end: v.optional(day),
  state: v.picklist(['active', 'inactive', 'unknown']),
});

export type ListedKey = v.InferOutput<typeof listedKey>;

/** A key as the inventory has it. */
const inventoryKey = v.strictObject({
  ...listedKey.entries,
  /** When the list last showed it. */
  seen: v.pipe(v.string(), v.isoTimestamp()),
  /** The notice of its end that a person has dismissed; the later ones are still given. */
  dismissed: v.optional(v.picklist(warningDays)),
});

export type InventoryKey = v.InferOutput<typeof inventoryKey>;

/** The keys of one environment, as far as the list was looked at. */
export const inventory = v.strictObject({
  v: v.literal(1),
  keys: v.array(inventoryKey),
  /** How many rows of the page that was seen last could not be read. */
  skipped: v.number(),
});

export type Inventory = v.InferOutput<typeof inventory>;

/** More keys than anyone has; the ones that were not seen for the longest time go first. */
const most = 1000;

export const nothing: Inventory = { v: 1, keys: [], skipped: 0 };

/** What never changes of a key. Two consoles of one environment count their ids each for itself. */
export function identityOf({ id, reference, lastThree }: ListedKey): string {
  return [id, lastThree, reference].join(' ');
}

/** Takes a page of the list into the inventory: what it shows is as it shows it, the rest stays. */
export function merge(known: Inventory, list: ReadList, now: Date): Inventory {
  const keys = new Map(known.keys.map((key) => [identityOf(key), key]));
  for (const key of list.keys) keys.set(identityOf(key), seenAgain(keys.get(identityOf(key)), key, now));
  const latest = [...keys.values()].toSorted((one, other) => other.seen.localeCompare(one.seen));
  return { v: 1, keys: latest.slice(0, most).toSorted(byStart), skipped: list.skipped };
}

/** A key that was given another end is told of again. */
function seenAgain(before: InventoryKey | undefined, key: ListedKey, now: Date): InventoryKey {
  const isDismissed = before?.dismissed !== undefined && before.end === key.end;
  return { ...key, seen: now.toISOString(), ...(isDismissed && { dismissed: before.dismissed }) };
}

function byStart(one: InventoryKey, other: InventoryKey): number {
  return other.start.localeCompare(one.start) || Number(other.id) - Number(one.id);
}

import type { ReadList } from './read-list.ts';
import type { Inventory, InventoryKey, ListedKey } from './record.ts';

/** More keys than anyone has; the ones that were not seen for the longest time go first. */
const most = 1000;

export const nothing: Inventory = { v: 1, keys: [], skipped: 0 };

/** What never changes of a key. Two consoles of one environment count their ids each for itself. */
export function nameOf({ id, reference, lastThree }: ListedKey): string {
  return [id, lastThree, reference].join(' ');
}

/** Takes a page of the list into the inventory: what it shows is as it shows it, the rest stays. */
export function merge(known: Inventory, list: ReadList, now: Date): Inventory {
  const keys = new Map(known.keys.map((key) => [nameOf(key), key]));
  for (const key of list.keys) keys.set(nameOf(key), seenAgain(keys.get(nameOf(key)), key, now));
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

import * as v from 'valibot';

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** How many days before a key's end a person is told, the last time first. */
export const stages = [1, 7, 30] as const;
export type Stage = (typeof stages)[number];

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
export const inventoryKey = v.strictObject({
  ...listedKey.entries,
  /** When the list last showed it. */
  seen: v.pipe(v.string(), v.isoTimestamp()),
  /** The notice of its end that a person has dismissed; the later ones are still given. */
  dismissed: v.optional(v.picklist(stages)),
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

import * as v from 'valibot';
import browser from 'webextension-polyfill';

/** What the storage holds under names that begin in a way: things of which there are many have one entry each. */
export async function entriesUnder(prefix: string): Promise<unknown[]> {
  return Object.entries(await browser.storage.local.get(null))
    .filter(([name]) => name.startsWith(prefix))
    .map(([, entry]) => entry);
}

/** As `entriesUnder`, of those that have a form; the others are passed over. */
export async function readableUnder<S extends v.GenericSchema>(
  prefix: string,
  schema: S,
): Promise<v.InferOutput<S>[]> {
  return (await entriesUnder(prefix))
    .map((entry) => v.safeParse(schema, entry))
    .filter((parsed) => parsed.success)
    .map((parsed) => parsed.output);
}

/**
 * Makes a queue for changes that read what they then write over. What is handed to it runs one after another; one that
 * fails does not hold up the next.
 */
export function inTurn(): <T>(change: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (change) => {
    const next = last.then(change, change);
    last = next;
    return next;
  };
}

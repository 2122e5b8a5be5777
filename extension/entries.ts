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

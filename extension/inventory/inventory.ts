import type { Environment } from '../../shared/environment.ts';
import { dropEntries, makeQueue, storeEntry, validEntry } from '../storage.ts';
import { pendingWarningOf, warningOf } from './days.ts';
import { readList } from './read-list.ts';
import { emptyInventory, type Inventory, identityOf, inventory, mergePage } from './record.ts';

const entryName = (environment: Environment) => `inventory:${environment}`;

export async function storedInventory(environment: Environment): Promise<Inventory> {
  return (await validEntry(entryName(environment), inventory)) ?? emptyInventory;
}

export async function storeInventory(environment: Environment, changed: Inventory): Promise<void> {
  await storeEntry(entryName(environment), changed);
}

export async function dropInventory(environment: Environment): Promise<void> {
  await dropEntries(entryName(environment));
}

/** One change at a time: two tabs may show two pages of the list at once. */
const enqueue = makeQueue();

/** The keys seen in the consoles' lists, by environment. */
export async function inventories(): Promise<Record<Environment, Inventory>> {
  return {
    homologation: await storedInventory('homologation'),
    production: await storedInventory('production'),
  };
}

/** Adds one page of a console's list, headings first. Any other table is ignored. */
export function addListPage(environment: Environment, cells: readonly (readonly string[])[]): Promise<void> {
  return enqueue(async () => {
    const list = readList(cells);
    if (!list) return;
    await storeInventory(environment, mergePage(await storedInventory(environment), list, new Date()));
  });
}

/** How many keys end soon and have a warning that nobody has dismissed. */
export async function countEnding(now: Date): Promise<number> {
  const all = Object.values(await inventories()).flatMap(({ keys }) => keys);
  return all.filter((key) => pendingWarningOf(key, now) !== undefined).length;
}

/** Dismisses the warning that is due for a key's end; the next one is still given. */
export function dismissEnding(environment: Environment, name: string): Promise<void> {
  return enqueue(async () => {
    const known = await storedInventory(environment);
    const keys = known.keys.map((key) => {
      const warning = identityOf(key) === name ? warningOf(key, new Date()) : undefined;
      return warning === undefined ? key : { ...key, dismissed: warning };
    });
    await storeInventory(environment, { ...known, keys });
  });
}

export function forgetInventory(environment: Environment): Promise<void> {
  return enqueue(() => dropInventory(environment));
}

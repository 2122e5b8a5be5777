import * as v from 'valibot';
import { readEntry, storeEntry } from './storage.ts';

/**
 * Where a key can go: into files, to a developer in a sealed file, into a shop's administration, or to the clipboard.
 */
export const ways = ['files', 'developer', 'shop', 'clipboard'] as const;

export type Way = (typeof ways)[number];

const [wayName, shopName] = ['way', 'shop'];

/** The way that the person chose last; `undefined` until they have chosen one. */
export async function lastChosenWay(): Promise<Way | undefined> {
  const stored = v.safeParse(v.picklist(ways), await readEntry(wayName));
  return stored.success ? stored.output : undefined;
}

export async function storeChosenWay(way: Way): Promise<void> {
  await storeEntry(wayName, way);
}

/** The shop that the person chose last. */
export async function lastChosenShop(): Promise<string | undefined> {
  const stored = v.safeParse(v.string(), await readEntry(shopName));
  return stored.success ? stored.output : undefined;
}

export async function storeChosenShop(name: string): Promise<void> {
  await storeEntry(shopName, name);
}

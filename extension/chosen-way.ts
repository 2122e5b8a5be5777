import * as v from 'valibot';
import { storeEntry, validEntry } from './storage.ts';

/**
 * Where a key can go: into files, to a developer in a sealed file, into a shop's administration, or to the clipboard.
 */
export const ways = ['files', 'developer', 'shop', 'clipboard'] as const;

export type Way = (typeof ways)[number];

const [wayName, shopName] = ['way', 'shop'];

/** The way that the person chose last; `undefined` until they have chosen one. */
export function lastChosenWay(): Promise<Way | undefined> {
  return validEntry(wayName, v.picklist(ways));
}

export async function storeChosenWay(way: Way): Promise<void> {
  await storeEntry(wayName, way);
}

/** The shop that the person chose last. */
export function lastChosenShop(): Promise<string | undefined> {
  return validEntry(shopName, v.string());
}

export async function storeChosenShop(name: string): Promise<void> {
  await storeEntry(shopName, name);
}

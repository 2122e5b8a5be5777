import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type Begun, begun, type Place } from './record.ts';

/** One entry of the storage for each rotation, so that two changes never write over each other. */
const prefix = 'rotation:';
const nameOf = ({ project, environment }: Place) => `${prefix}${project}:${environment}`;

export async function storedRotations(): Promise<Begun[]> {
  const all = Object.entries(await browser.storage.local.get(null));
  return all
    .filter(([name]) => name.startsWith(prefix))
    .map(([, entry]) => v.safeParse(begun, entry))
    .filter((parsed) => parsed.success)
    .map((parsed) => parsed.output);
}

export async function storeRotation(rotation: Begun): Promise<void> {
  await browser.storage.local.set({ [nameOf(rotation)]: rotation });
}

export async function dropRotation(place: Place): Promise<void> {
  await browser.storage.local.remove(nameOf(place));
}

import browser from 'webextension-polyfill';
import { readableUnder } from '../entries.ts';
import { type Begun, begun, type Place } from './record.ts';

/** One entry of the storage for each rotation, so that two changes never write over each other. */
const prefix = 'rotation:';
const nameOf = ({ project, environment }: Place) => `${prefix}${project}:${environment}`;

export function storedRotations(): Promise<Begun[]> {
  return readableUnder(prefix, begun);
}

export async function storeRotation(rotation: Begun): Promise<void> {
  await browser.storage.local.set({ [nameOf(rotation)]: rotation });
}

export async function dropRotation(place: Place): Promise<void> {
  await browser.storage.local.remove(nameOf(place));
}

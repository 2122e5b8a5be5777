import * as v from 'valibot';
import { environments } from '../../shared/environment.ts';
import type { Rotation } from '../../shared/wire.ts';
import { dropEntries, readableUnder, storeEntry } from '../storage.ts';

const place = { project: v.string(), environment: v.picklist(environments) };

/** A rotation that is under way, as this browser remembers it: what it is about, the host knows. */
const begun = v.strictObject({
  ...place,
  /** Of the project. */
  name: v.string(),
  merchantId: v.string(),
  /** The old key, masked. */
  masked: v.string(),
});

export type Begun = v.InferOutput<typeof begun>;

/** Where a key is followed by another. */
export type Place = Pick<Begun, 'project' | 'environment'>;

/** How a rotation stands. */
export interface Rotating extends Rotation {
  /** Of the project. */
  readonly name: string;
  /** Whether something beside files took the new key, which undoing leaves there. */
  readonly isExternal: boolean;
}

/** One entry of the storage for each rotation, so that two changes never write over each other. */
const prefix = 'rotation:';
const entryName = ({ project, environment }: Place) => `${prefix}${project}:${environment}`;

export function storedRotations(): Promise<Begun[]> {
  return readableUnder(prefix, begun);
}

export async function storeRotation(rotation: Begun): Promise<void> {
  await storeEntry(entryName(rotation), rotation);
}

export async function dropRotation(place: Place): Promise<void> {
  await dropEntries(entryName(place));
}

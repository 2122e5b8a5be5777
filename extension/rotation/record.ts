import * as v from 'valibot';
import { environments } from '../../shared/environment.ts';
import type { Rotation } from '../../shared/wire.ts';
import { dropEntries, storeEntry, validEntriesUnder } from '../storage.ts';

const place = { project: v.string(), environment: v.picklist(environments) };

/** A rotation under way, as this browser remembers it; the host knows its state. */
const begun = v.strictObject({
  ...place,
  /** The project's name. */
  name: v.string(),
  merchantId: v.string(),
  /** The old key, masked. */
  masked: v.string(),
});

export type Begun = v.InferOutput<typeof begun>;

/** Where a key is replaced. */
export type Place = Pick<Begun, 'project' | 'environment'>;

/** The state of a rotation. */
export interface Rotating extends Rotation {
  /** Of the project. */
  readonly name: string;
  /** Whether an external target got the new key: undoing does not remove it there. */
  readonly isExternal: boolean;
}

/** One storage entry for each rotation, so that two changes never overwrite each other. */
const prefix = 'rotation:';
const entryName = ({ project, environment }: Place) => `${prefix}${project}:${environment}`;

export function storedRotations(): Promise<Begun[]> {
  return validEntriesUnder(prefix, begun);
}

export async function storeRotation(rotation: Begun): Promise<void> {
  await storeEntry(entryName(rotation), rotation);
}

export async function dropRotation(place: Place): Promise<void> {
  await dropEntries(entryName(place));
}

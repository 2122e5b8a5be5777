import * as v from 'valibot';
import { environments } from '../../shared/environment.ts';
import type { Rotation } from '../../shared/wire.ts';

const place = { project: v.string(), environment: v.picklist(environments) };

/** A rotation that is under way, as this browser remembers it: what it is about, the host knows. */
export const begun = v.strictObject({
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

import * as v from 'valibot';
import { environments } from '../../shared/environment.ts';
import type { KeySummary, Receipt } from '../../shared/wire.ts';

const summary = v.strictObject({
  environment: v.picklist(environments),
  merchantId: v.string(),
  reference: v.string(),
  masked: v.string(),
  fingerprint: v.string(),
}) satisfies v.GenericSchema<KeySummary>;

/** An installation that was asked for. Its answer may have been lost, so the host is asked again what became of it. */
const attempt = v.strictObject({ project: v.string(), files: v.array(v.string()) });

/** A capture that waits, as it is stored: what may be shown, and the key as an age file in base64. */
export const record = v.strictObject({
  v: v.literal(1),
  captureId: v.pipe(v.string(), v.uuid()),
  created: v.pipe(v.string(), v.isoTimestamp()),
  expires: v.pipe(v.string(), v.isoTimestamp()),
  key: summary,
  warnings: v.array(v.string()),
  sealed: v.pipe(v.string(), v.base64()),
  attempt: v.optional(attempt),
});

export type StoredCapture = v.InferOutput<typeof record>;
export type Attempt = v.InferOutput<typeof attempt>;

/** A capture that waits, for a window to show. */
export type Waiting = Omit<StoredCapture, 'v' | 'sealed'>;

/** A capture that reached its files. It holds no key any more, sealed or not. */
export interface Installed {
  readonly captureId: string;
  readonly key: KeySummary;
  readonly receipt: Receipt;
}

/** A capture that waited too long and was removed. It stays, without its key, until a person has seen that. */
export const removed = v.strictObject({
  captureId: v.pipe(v.string(), v.uuid()),
  key: summary,
  created: v.pipe(v.string(), v.isoTimestamp()),
  removed: v.pipe(v.string(), v.isoTimestamp()),
});

export type Removed = v.InferOutput<typeof removed>;

const day = 24 * 60 * 60 * 1000;

/** How long a sealed key may wait, in milliseconds. */
export const lifetime = 7 * day;

/** How long before its end a person is warned, in milliseconds. */
const notice = day;

type Expiring = Pick<Waiting, 'expires'>;

/** Says whether a capture has waited too long; the configurator refuses its key from then on too. */
export function hasExpired({ expires }: Expiring, now: Date): boolean {
  return Date.parse(expires) <= now.getTime();
}

/** Says whether a capture that waits is about to be removed. */
export function expiresSoon({ expires }: Expiring, now: Date): boolean {
  return Date.parse(expires) - notice <= now.getTime();
}

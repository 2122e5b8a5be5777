import * as v from 'valibot';
import { environments } from '../../shared/environment.ts';
import type { KeySummary, Receipt } from '../../shared/wire.ts';
import { daysUntil } from '../inventory/days.ts';

const summary = v.strictObject({
  environment: v.picklist(environments),
  merchantId: v.string(),
  reference: v.string(),
  masked: v.string(),
  fingerprint: v.string(),
}) satisfies v.GenericSchema<KeySummary>;

/** In UTF-16 units. */
export const longestLabel = 40;

/** A requested installation. If its answer is lost, the host is asked for the outcome. */
const attempt = v.strictObject({ project: v.string(), files: v.array(v.string()) });

/** A waiting capture as stored: what may be shown, and the key as an age file in base64. */
export const captureSchema = v.strictObject({
  v: v.literal(1),
  captureId: v.pipe(v.string(), v.uuid()),
  created: v.pipe(v.string(), v.isoTimestamp()),
  /** When to ask the person whether it is still needed. Nothing is removed automatically: a clock may be wrong. */
  expires: v.pipe(v.string(), v.isoTimestamp()),
  key: summary,
  warnings: v.array(v.string()),
  sealed: v.pipe(v.string(), v.base64()),
  /** The configurator's recipient, if nobody else can open it, not even this extension. */
  onlyFor: v.optional(v.string()),
  attempt: v.optional(attempt),
  /** The origin of the console's page that showed it; missing if a person pasted it. */
  origin: v.optional(v.string()),
  /** The person's name for it. */
  label: v.optional(v.pipe(v.string(), v.maxLength(longestLabel))),
  /** The day on which it ends or ended, according to the console. */
  ends: v.optional(v.pipe(v.string(), v.isoDate())),
});

/** A key without an Authorization, until a person says whether to keep it. */
export const askedSchema = v.strictObject({
  v: v.literal(1),
  askedId: v.pipe(v.string(), v.uuid()),
  key: summary,
  sealed: v.pipe(v.string(), v.base64()),
  /** As in `captureSchema`. */
  onlyFor: v.optional(v.string()),
  warnings: v.array(v.string()),
  /** How many rounds it has gone without an answer. */
  rounds: v.number(),
});

export type StoredAsked = v.InferOutput<typeof askedSchema>;

export type StoredCapture = v.InferOutput<typeof captureSchema>;
export type Attempt = v.InferOutput<typeof attempt>;

/** A waiting capture, for a window to show. */
export type Waiting = Omit<StoredCapture, 'v' | 'sealed'>;

/** An installed capture. It no longer contains a key, sealed or not. */
export interface Installed {
  readonly captureId: string;
  readonly key: KeySummary;
  readonly receipt: Receipt;
}

/** A capture that a person says they entered by hand. It no longer contains a key, sealed or not. */
export const enteredSchema = v.strictObject({
  captureId: v.pipe(v.string(), v.uuid()),
  key: summary,
  /** The person's name for the place. */
  where: v.string(),
  at: v.pipe(v.string(), v.isoTimestamp()),
});

export type Entered = v.InferOutput<typeof enteredSchema>;

const day = 24 * 60 * 60 * 1000;

/**
 * How long a key waits before the person is asked about it, and how long a sealed file can be opened, in milliseconds.
 */
export const lifetime = 7 * day;

/** A full period from now on. */
export function newPeriod(): { readonly created: Date; readonly expires: Date } {
  const created = new Date();
  return { created, expires: new Date(created.getTime() + lifetime) };
}

/** Whether to ask the person if a waiting capture is still needed. */
export function isOverdue({ expires }: Pick<Waiting, 'expires'>, now: Date): boolean {
  return Date.parse(expires) <= now.getTime();
}

/** Whether a key has ended according to the console. Payline then refuses it. */
export function hasEnded({ ends }: Pick<Waiting, 'ends'>, now: Date): boolean {
  return ends !== undefined && daysUntil(ends, now) < 0;
}

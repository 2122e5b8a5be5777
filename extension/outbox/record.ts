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

/** An installation that was asked for. Its answer may have been lost, so the host is asked again what became of it. */
const attempt = v.strictObject({ project: v.string(), files: v.array(v.string()) });

/** A capture that waits, as it is stored: what may be shown, and the key as an age file in base64. */
export const captureSchema = v.strictObject({
  v: v.literal(1),
  captureId: v.pipe(v.string(), v.uuid()),
  created: v.pipe(v.string(), v.isoTimestamp()),
  /** From when the person is asked whether it is still needed. Nothing is removed by itself: a clock may be wrong. */
  expires: v.pipe(v.string(), v.isoTimestamp()),
  key: summary,
  warnings: v.array(v.string()),
  sealed: v.pipe(v.string(), v.base64()),
  /** The configurator's recipient, where nothing else can open it: this extension neither. */
  onlyFor: v.optional(v.string()),
  attempt: v.optional(attempt),
  /** The console's page that showed it; none where a person gave it. */
  origin: v.optional(v.string()),
  /** What the person calls it. */
  label: v.optional(v.pipe(v.string(), v.maxLength(longestLabel))),
  /** The day on which it ends, or has ended, as the console says. */
  ends: v.optional(v.pipe(v.string(), v.isoDate())),
});

/** A key that a page showed and nothing proves, until a person has said whether it is to be kept. */
export const askedSchema = v.strictObject({
  v: v.literal(1),
  askedId: v.pipe(v.string(), v.uuid()),
  key: summary,
  sealed: v.pipe(v.string(), v.base64()),
  /** As in a capture. */
  onlyFor: v.optional(v.string()),
  warnings: v.array(v.string()),
  /** How often it was looked after since it came. */
  rounds: v.number(),
});

export type StoredAsked = v.InferOutput<typeof askedSchema>;

export type StoredCapture = v.InferOutput<typeof captureSchema>;
export type Attempt = v.InferOutput<typeof attempt>;

/** A capture that waits, for a window to show. */
export type Waiting = Omit<StoredCapture, 'v' | 'sealed'>;

/** A capture that reached its files. It holds no key any more, sealed or not. */
export interface Installed {
  readonly captureId: string;
  readonly key: KeySummary;
  readonly receipt: Receipt;
}

/** A capture that a person said to have entered by hand. It holds no key any more, sealed or not. */
export const enteredSchema = v.strictObject({
  captureId: v.pipe(v.string(), v.uuid()),
  key: summary,
  /** As the person knows the place. */
  where: v.string(),
  at: v.pipe(v.string(), v.isoTimestamp()),
});

export type Entered = v.InferOutput<typeof enteredSchema>;

const day = 24 * 60 * 60 * 1000;

/** How long a key waits before the person is asked about it, and how long a sealed file opens, in milliseconds. */
export const lifetime = 7 * day;

/** Says whether the person is to be asked whether a capture that waits is still needed. */
export function isOverdue({ expires }: Pick<Waiting, 'expires'>, now: Date): boolean {
  return Date.parse(expires) <= now.getTime();
}

/** Says whether a key has ended by the console's word: Payline refuses it. */
export function hasEnded({ ends }: Pick<Waiting, 'ends'>, now: Date): boolean {
  return ends !== undefined && daysUntil(ends, now) < 0;
}

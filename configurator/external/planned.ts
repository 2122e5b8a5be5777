import type { ExternalReceipt, ExternalSummary } from '../../shared/wire.ts';

/** Something that was done beyond files. */
export interface Delivered {
  readonly receipt: ExternalReceipt;
  /** Makes it as it was; left out where that cannot be done. */
  readonly takeBack?: () => Promise<void>;
}

/** One target beyond files, as it will be done. Holds secrets: never print it. */
export interface PlannedExternal {
  /** What may be shown. */
  readonly summary: ExternalSummary;
  /** Names what will be done and what was found before, for the digest of a plan. */
  readonly state: string;
  /** @throws Refusal where it could not be done: nothing has changed there then, as far as can be known */
  deliver(): Promise<Delivered>;
}

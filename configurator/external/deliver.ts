import { Refusal } from '../../shared/refusal.ts';
import type { ExternalReceipt } from '../../shared/wire.ts';
import type { Delivered, PlannedExternal } from './planned.ts';

export interface Deliveries {
  readonly external: ExternalReceipt[];
  /** Why a later one could not be done, after one that cannot be taken back. */
  readonly failure?: Refusal;
}

/**
 * Does everything beyond files, in order, or nothing: where one cannot be done, those before it are taken back. After
 * one that cannot be taken back, all stays as far as it came, for the key is already in use there; the failure is given
 * and not thrown, so that the files stay too.
 *
 * @throws Refusal of the one that could not be done; `vault-not-restored`
 */
export async function deliverAll(planned: readonly PlannedExternal[]): Promise<Deliveries> {
  const done: Delivered[] = [];
  for (const each of planned) {
    try {
      done.push(await each.deliver());
    } catch (error) {
      const final = done.filter(({ takeBack, receipt }) => !takeBack && receipt.change !== 'unchanged');
      if (final.length > 0) return { external: receiptsOf(done), failure: unfinished(final, each, error) };
      for (const { takeBack } of done.reverse()) await takeBack?.();
      throw error;
    }
  }
  return { external: receiptsOf(done) };
}

function receiptsOf(done: readonly Delivered[]): ExternalReceipt[] {
  return done.map(({ receipt }) => receipt);
}

function unfinished(final: readonly Delivered[], { summary }: PlannedExternal, error: unknown): Refusal {
  if (!(error instanceof Refusal)) throw error;
  const done = final.map(({ receipt }) => `"${receipt.name}"`).join(', ');
  return new Refusal('external-unfinished', { done, failed: summary.name, reason: error.code });
}

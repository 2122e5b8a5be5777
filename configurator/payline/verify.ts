import type { AccessKey } from '../../shared/access-key.ts';
import { Refusal } from '../../shared/refusal.ts';
import { askPayline } from './ask.ts';
import { servicesHosts } from './hosts.ts';
import { judge } from './judge.ts';
import type { PointOfSale } from './settings.ts';

/** What asking Payline came to. `unknown`: it could not be asked, or did not say. */
export type Verified =
  | { readonly outcome: 'works'; readonly pointsOfSale: readonly PointOfSale[] }
  | { readonly outcome: 'refused' | 'unknown'; readonly why: Refusal };

/** Asks Payline whether a key works. */
export async function verify(key: AccessKey): Promise<Verified> {
  try {
    const answer = await askPayline(key);
    return { outcome: 'works', pointsOfSale: judge(answer, servicesHosts[key.environment]) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { outcome: error.code === 'verify-refused' ? 'refused' : 'unknown', why: error };
  }
}

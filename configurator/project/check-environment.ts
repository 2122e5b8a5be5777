import type { AccessKey } from '../../shared/access-key.ts';
import type { Environment } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';

/**
 * Refuses a key of another environment than the one that is wanted, where one is.
 *
 * @throws Refusal `environment-mismatch`
 */
export function checkEnvironment({ environment }: AccessKey, wanted: Environment | undefined): void {
  if (wanted === undefined || wanted === environment) return;
  throw new Refusal('environment-mismatch', { key: environment, wanted });
}

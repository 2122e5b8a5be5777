import type { Environment } from '../../shared/environment.ts';
import type { Receipt } from '../../shared/wire.ts';
import type { EnvironmentStatus } from '../status/status.ts';

/** How long an installed key lives, as far as this machine knows. */
export interface KeyLife {
  readonly environment: Environment;
  readonly masked: string;
  readonly reference: string;
  readonly fingerprint: string;
  /** When it was first installed from here; `null` where it was not. */
  readonly since: string | null;
  /** The day on which it ends; `null` where nobody said. */
  readonly ends: string | null;
}

/** The keys that a project's files hold, each once. @param journal the latest first */
export function keyLives(
  environments: readonly EnvironmentStatus[],
  journal: readonly Receipt[],
  ends: ReadonlyMap<string, string>,
): KeyLife[] {
  const lives = new Map<string, KeyLife>();
  for (const { environment, targets } of environments) {
    for (const { key } of targets) {
      if (!key?.fingerprint) continue;
      const { masked, fingerprint } = key;
      const first = journal.findLast((receipt) => receipt.key.fingerprint === fingerprint);
      lives.set(`${environment} ${fingerprint}`, {
        environment,
        masked,
        reference: key.reference ?? '',
        fingerprint,
        since: first?.installed ?? null,
        ends: ends.get(fingerprint) ?? null,
      });
    }
  }
  return [...lives.values()];
}

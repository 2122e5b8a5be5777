import type { Environment } from '../../shared/environment.ts';
import type { Receipt } from '../../shared/wire.ts';
import { isOver } from '../machine/records/key-ends.ts';
import { findingOf, type StatusFinding } from './finding.ts';
import type { EnvironmentStatus } from './status.ts';

/** The age and the end of an installed key, as far as this machine knows. */
export interface KeyLife {
  readonly environment: Environment;
  readonly masked: string;
  readonly reference: string;
  readonly fingerprint: string;
  /** The time of its first installation from here; `null` where there was none. */
  readonly since: string | null;
  /** The day on which it ends; `null` where nobody entered one. */
  readonly ends: string | null;
}

/** The keys that a project's files hold, each once. @param receiptsOf by a key's fingerprint, the latest first */
export function keyLives(
  environments: readonly EnvironmentStatus[],
  receiptsOf: (fingerprint: string) => readonly Receipt[],
  ends: ReadonlyMap<string, string>,
): KeyLife[] {
  const lives = new Map<string, KeyLife>();
  for (const { environment, targets } of environments) {
    for (const { key } of targets) {
      if (!key?.fingerprint) continue;
      const { masked, fingerprint } = key;
      const first = receiptsOf(fingerprint).findLast((receipt) => receipt.key.fingerprint === fingerprint);
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

/** In days. */
export interface Limits {
  readonly maxAge?: number | undefined;
  readonly expiresWithin?: number | undefined;
}

const day = 24 * 60 * 60 * 1000;

/** The findings about keys that are due. A key of unknown age is due too. */
export function due(lives: readonly KeyLife[], limits: Limits, now: Date): StatusFinding[] {
  return lives.flatMap((life) => [...dueByAge(life, limits, now), ...dueByEnd(life, limits, now)]);
}

function dueByAge({ environment, masked, since }: KeyLife, { maxAge }: Limits, now: Date): StatusFinding[] {
  if (maxAge === undefined) return [];
  if (since === null) return [findingOf('key-age-unknown', { environment, masked })];
  const age = Math.floor((now.getTime() - Date.parse(since)) / day);
  return age < maxAge ? [] : [findingOf('key-old', { environment, masked, age, most: maxAge })];
}

function dueByEnd(
  { environment, masked, ends }: KeyLife,
  { expiresWithin }: Limits,
  now: Date,
): StatusFinding[] {
  if (expiresWithin === undefined || ends === null) return [];
  const left = (Date.parse(ends) - now.getTime()) / day;
  if (left > expiresWithin) return [];
  return [{ code: isOver(ends, now) ? 'key-over' : 'key-ends', params: { environment, masked, ends } }];
}

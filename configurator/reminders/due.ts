import { isOver } from '../state/key-ends.ts';
import type { StatusFinding } from '../status/finding.ts';
import type { KeyLife } from './key-lives.ts';

/** In days. */
export interface Limits {
  readonly maxAge?: number | undefined;
  readonly expiresWithin?: number | undefined;
}

const day = 24 * 60 * 60 * 1000;

/** What of the keys' lives is due. An age that nobody knows is due too: it may be any. */
export function due(lives: readonly KeyLife[], limits: Limits, now: Date): StatusFinding[] {
  return lives.flatMap((life) => [...dueByAge(life, limits, now), ...dueByEnd(life, limits, now)]);
}

function dueByAge({ environment, masked, since }: KeyLife, { maxAge }: Limits, now: Date): StatusFinding[] {
  if (maxAge === undefined) return [];
  if (since === null) return [{ code: 'key-age-unknown', params: { environment, masked } }];
  const age = Math.floor((now.getTime() - Date.parse(since)) / day);
  return age < maxAge ? [] : [{ code: 'key-old', params: { environment, masked, age, most: maxAge } }];
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

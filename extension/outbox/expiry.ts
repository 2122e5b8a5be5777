import type { Waiting } from './record.ts';

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

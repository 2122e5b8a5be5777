import { sampled, times } from '../sample.ts';
import { crowd, naiveCrowd } from './crowd.ts';
import { failCalls, failRecovery, faultKinds } from './faults.ts';
import { fillDisk } from './full-disk.ts';
import { kill } from './kills.ts';
import { tearNaively } from './naive-tears.ts';
import type { Outcome } from './outcome.ts';
import { shopSizes } from './shop.ts';
import { naiveSwaps, swapLinks } from './swaps.ts';

export type Attack = () => Promise<Outcome>;

/** Everything that `npm run torture` does, each control after its attack. Takes an hour. */
export const thorough: readonly Attack[] = [
  ...shopSizes.map((size) => () => kill(500, size)),
  () => tearNaively(20),
  ...shopSizes.flatMap((size) => [
    () => failCalls(faultKinds, 1, size),
    () => failRecovery(['EIO', 'ENOSPC', 'EACCES'], 5, size),
    () => fillDisk(16, size),
  ]),
  () => crowd({ writers: 16, turns: 500 }),
  () => naiveCrowd({ writers: 16, turns: 500 }),
  () => swapLinks(1_000),
  () => naiveSwaps(5_000),
];

const sizes = (attack: string) => sampled(shopSizes, 1, attack);

/** A part of each that takes less than two minutes; in a sample, a smaller one for one of the sizes. */
export const short: readonly Attack[] = [
  ...sizes('kills').map((size) => () => kill(times(12, 4), size)),
  () => tearNaively(10),
  ...sizes('errors').map((size) => () => failCalls(['EIO'], times(6, 40), size)),
  ...sizes('crashes').map((size) => () => failCalls(['SIGKILL'], times(9, 40), size)),
  ...sizes('recoveries').map((size) => () => failRecovery(['EIO'], times(60, 150), size)),
  ...sizes('disks').map((size) => () => fillDisk(times(400, 1600), size)),
  () => crowd({ writers: 4, turns: times(25, 10) }),
  () => naiveCrowd({ writers: 4, turns: 200 }),
  () => swapLinks(150),
  () => naiveSwaps(2_000),
];

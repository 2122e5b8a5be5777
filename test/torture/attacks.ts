import { crowd, naiveCrowd } from './crowd.ts';
import { failCalls, failRecovery, faultKinds } from './faults.ts';
import { fillDisk } from './full-disk.ts';
import { kill } from './kills.ts';
import { tearNaively } from './naive-tears.ts';
import type { Outcome } from './outcome.ts';
import { naiveSwaps, swapLinks } from './swaps.ts';

export type Attack = () => Promise<Outcome>;

/** All that `npm run torture` does, the controls after what they are controls of. Minutes. */
export const thorough: readonly Attack[] = [
  () => kill(500),
  () => tearNaively(20),
  () => failCalls(faultKinds, 1),
  () => failRecovery(['EIO', 'ENOSPC', 'EACCES'], 5),
  () => fillDisk(16),
  () => crowd({ writers: 16, turns: 500 }),
  () => naiveCrowd({ writers: 16, turns: 500 }),
  () => swapLinks(1_000),
  () => naiveSwaps(5_000),
];

/** A part of each that ends within a minute. */
export const short: readonly Attack[] = [
  () => kill(12),
  () => tearNaively(10),
  () => failCalls(['EIO'], 6),
  () => failCalls(['SIGKILL'], 9),
  () => failRecovery(['EIO'], 60),
  () => fillDisk(400),
  () => crowd({ writers: 4, turns: 25 }),
  () => naiveCrowd({ writers: 4, turns: 200 }),
  () => swapLinks(150),
  () => naiveSwaps(2_000),
];

import { createHash } from 'node:crypto';

/** Names what a run of the tests takes of each sweep; the same seed takes the same. Set by hand to repeat a run. */
export const seedVariable = 'CLE_TEST_SEED';
/** Where it is `1`, sweeps are whole: `npm run test:all`. */
export const wholeVariable = 'CLE_TEST_ALL';

interface Taking {
  readonly seed: string;
  readonly isWhole: boolean;
}

const ofThisRun: Taking = {
  seed: process.env[seedVariable] ?? '0',
  isWhole: process.env[wholeVariable] === '1',
};

/** For what makes random values of its own. */
export const seed = Number(ofThisRun.seed);

/**
 * Some of the cases of a sweep, in their order; all of them where sweeps are whole.
 *
 * @param name of the sweep: two sweeps over the same cases do not take the same
 */
export function sampled<T>(
  cases: readonly T[],
  count: number,
  name: string,
  { seed, isWhole }: Taking = ofThisRun,
): readonly T[] {
  if (isWhole) return cases;
  const rank = (index: number) => createHash('sha256').update(`${seed} ${name} ${index}`).digest('hex');
  const taken = cases
    .map((_, index) => ({ index, rank: rank(index) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ index }) => index);
  return cases.filter((_, index) => taken.includes(index));
}

/** How often something with a random part of its own is tried: `few` times, or `many` where sweeps are whole. */
export function times(many: number, few: number): number {
  return ofThisRun.isWhole ? many : few;
}

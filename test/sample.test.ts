import { describe, expect, it } from 'vitest';
import { sampled } from './sample.ts';

const cases = Array.from({ length: 100 }, (_, index) => index);
const taken = (seed: string, name = 'sweep') => sampled(cases, 10, name, { seed, isWhole: false });

describe('sampled', () => {
  it('takes as many as it is told, each once, in their order', () => {
    const some = taken('1');
    expect(new Set(some).size).toBe(10);
    expect(some).toEqual(some.toSorted((a, b) => a - b));
    expect(sampled(cases, 200, 'sweep', { seed: '1', isWhole: false })).toEqual(cases);
  });

  it('takes the same for one seed, others for another seed or another sweep', () => {
    expect(taken('1')).toEqual(taken('1'));
    expect(taken('1')).not.toEqual(taken('2'));
    expect(taken('1')).not.toEqual(taken('1', 'another'));
  });

  it('comes to every case in the end', () => {
    const seen = new Set(Array.from({ length: 200 }, (_, seed) => taken(String(seed))).flat());
    expect(seen.size).toBe(cases.length);
  });

  it('takes all where sweeps are whole', () => {
    expect(sampled(cases, 10, 'sweep', { seed: '1', isWhole: true })).toEqual(cases);
  });
});

import { expect, it } from 'vitest';
import type { InventoryKey } from '../../../extension/inventory/record.ts';
import { type KnownPlace, placesOf, rowOf } from '../../../extension/inventory/whereabouts.ts';

const listed = (reference: string, lastThree = 'qV8', id = '1') =>
  ({ id, reference, lastThree, start: '2026-01-01', state: 'active', seen: '' }) as InventoryKey;

const place = (reference: string, part: Partial<KnownPlace> = {}): KnownPlace => ({
  environment: 'production',
  reference,
  masked: '*****qV8',
  fingerprint: 'aaaaa-bbbbb',
  name: 'shop',
  ...part,
});

const [one, other] = [place('one'), place('other', { fingerprint: 'ccccc-ddddd' })];
const nameless = place('', { name: 'copy' });

it.each([
  ['its reference', listed('one'), [one, other], [one]],
  ['its last three, where it has no reference', listed(''), [one], [one]],
  ['its last three, where no reference is known', listed('one'), [nameless], [nameless]],
  ['no other reference, though the last three are the same', listed('third'), [one], []],
  ['no last three that two keys have', listed(''), [one, other], []],
  ['its last three too, where the reference is the same', listed('one', 'xyz'), [one], []],
  ['its environment', listed('one'), [place('one', { environment: 'homologation' })], []],
  [
    'its fingerprint, where its reference is known of one place only',
    listed('one'),
    [one, nameless],
    [one, nameless],
  ],
  [
    'no fingerprint that is not known',
    listed('one'),
    [place('one', { fingerprint: '' }), place('', { fingerprint: '' })],
    [place('one', { fingerprint: '' })],
  ],
])('is found by %s', (_, key, places, found) => {
  expect(placesOf(key, 'production', [key], places)).toEqual(found);
});

it('is not found by last three that two rows of the list have', () => {
  const rows = [listed(''), listed('', 'qV8', '2')];
  expect(placesOf(listed(''), 'production', rows, [one])).toEqual([]);
});

it('is found in every project that has it', () => {
  const twice = [one, place('one', { name: 'another' })];
  expect(placesOf(listed('one'), 'production', [listed('one')], twice)).toEqual(twice);
});

it('names its row where there is one only', () => {
  const rows = [listed('one'), listed('other', 'qV8', '2'), listed('', 'xyz', '3')];
  expect(rowOf(one, rows)?.id).toBe('1');
  expect(rowOf(other, rows)?.id).toBe('2');
  expect(rowOf(nameless, rows), 'two rows may be meant').toBeUndefined();
  expect(rowOf(place('', { masked: '*****xyz' }), rows)?.id).toBe('3');
  expect(rowOf(one, [])).toBeUndefined();
});

import { expect, it } from 'vitest';
import type { InventoryKey } from '../../../extension/inventory/record.ts';
import { installationsOf } from '../../../extension/inventory/whereabouts.ts';
import type { Installed } from '../../../extension/outbox/record.ts';

const listed = (reference: string, lastThree = 'qV8', id = '1') =>
  ({ id, reference, lastThree, start: '2026-01-01', state: 'active', seen: '' }) as InventoryKey;

function installed(
  reference: string,
  masked = '*****qV8',
  fingerprint = 'aaaaa-bbbbb',
  environment = 'production',
) {
  return { captureId: '', key: { environment, reference, masked, fingerprint } } as unknown as Installed;
}

const [one, other] = [installed('one'), installed('other', '*****qV8', 'ccccc-ddddd')];

it.each([
  ['its reference', listed('one'), [one, other], [one]],
  ['its last three, where it has no reference', listed(''), [one], [one]],
  ['its last three, where the pop-up showed none', listed('one'), [installed('')], [installed('')]],
  ['no other reference, though the last three are the same', listed('third'), [one], []],
  ['no last three that two keys have', listed(''), [one, other], []],
  ['its last three too, where the reference is the same', listed('one', 'xyz'), [one], []],
  ['its environment', listed('one'), [installed('one', '*****qV8', 'a', 'homologation')], []],
])('is found by %s', (_, key, all, found) => {
  expect(installationsOf(key, 'production', [key], all)).toEqual(found);
});

it('is not found by last three that two rows of the list have', () => {
  const rows = [listed(''), listed('', 'qV8', '2')];
  expect(installationsOf(listed(''), 'production', rows, [one])).toEqual([]);
});

it('is found in every project that has it', () => {
  const twice = [one, installed('one')];
  expect(installationsOf(listed('one'), 'production', [listed('one')], twice)).toEqual(twice);
});

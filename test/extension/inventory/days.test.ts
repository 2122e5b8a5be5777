import { expect, it } from 'vitest';
import { dayOf } from '../../../extension/inventory/days.ts';

it.each([
  ['29/01/2021', '2021-01-29'],
  ['9/1/2021', '2021-01-09'],
  ['2021-01-29', '2021-01-29'],
])('reads the day %s', (text, day) => {
  expect(dayOf(text)).toBe(day);
});

it.each(['', '31/02/2021', '1/29/2021', '2021-02-31', '29/01/21', 'JJ/MM/AAAA', '29 janvier 2021'])(
  'guesses nothing of %j',
  (text) => {
    expect(dayOf(text)).toBeUndefined();
  },
);

it('takes a field that is not there for no day', () => {
  expect(dayOf()).toBeUndefined();
});

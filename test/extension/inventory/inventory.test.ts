import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pendingWarningOf } from '../../../extension/inventory/days.ts';
import {
  addListPage,
  countEnding,
  dismissEnding,
  forgetInventory,
  inventories,
} from '../../../extension/inventory/inventory.ts';
import { type InventoryKey, identityOf } from '../../../extension/inventory/record.ts';
import browser from '../browser.ts';

vi.mock('webextension-polyfill', () => import('../browser.ts'));

const headings = ['ID', 'Reference', 'Masked key', 'Start', 'End', 'State'];
const row = (id: string, lastThree: string, end = '', state = 'Active') => [
  id,
  `ref${id}`,
  `*****${lastThree}`,
  '01/01/2026',
  end,
  state,
];

beforeEach(() => {
  browser.reset();
  vi.useFakeTimers({ now: new Date(2026, 2, 1, 12), toFake: ['Date'] });
});
afterEach(() => vi.useRealTimers());

const homologation = async () => (await inventories()).homologation;
const ids = async () => (await homologation()).keys.map(({ id }) => id);

describe('the inventory', () => {
  it('grows as the pages of the list are shown, two of them at once', async () => {
    await Promise.all([
      addListPage('homologation', [headings, row('1', 'aaa'), row('2', 'bbb')]),
      addListPage('homologation', [headings, row('2', 'bbb'), row('3', 'ccc')]),
    ]);
    expect(await ids()).toEqual(['3', '2', '1']);
  });

  it('holds what the list showed last, of each environment for itself', async () => {
    await addListPage('homologation', [headings, row('1', 'aaa', '31/12/2026')]);
    await addListPage('homologation', [headings, row('1', 'aaa', '', 'Inactive'), ['x', '', '', '', '', '']]);
    expect(await homologation()).toMatchObject({ keys: [{ id: '1', state: 'inactive' }], skipped: 1 });
    expect((await homologation()).keys[0]).not.toHaveProperty('end');
    expect((await inventories()).production.keys).toEqual([]);
  });

  it('keeps keys of two consoles apart that count alike', async () => {
    await addListPage('production', [headings, row('1', 'aaa')]);
    await addListPage('production', [headings, row('1', 'bbb')]);
    expect((await inventories()).production.keys).toHaveLength(2);
  });

  it('is not changed by another table', async () => {
    await addListPage('homologation', [headings, row('1', 'aaa')]);
    await addListPage('homologation', [
      ['Name', 'Masked card'],
      ['a', '*****bbb'],
    ]);
    expect(await ids()).toEqual(['1']);
  });

  it('is forgotten', async () => {
    await addListPage('homologation', [headings, row('1', 'aaa')]);
    await forgetInventory('homologation');
    expect(await browser.storage.local.get(null)).toEqual({});
  });
});

describe('the end of a key', () => {
  const key = { id: '1', reference: '', lastThree: 'aaa', start: '2026-01-01', state: 'active', seen: '' };

  it.each([
    ['2026-04-01', undefined],
    ['2026-03-31', 30],
    ['2026-03-09', 30],
    ['2026-03-08', 7],
    ['2026-03-03', 7],
    ['2026-03-02', 1],
    ['2026-03-01', 1],
    ['2026-02-28', undefined],
  ])('on %s is told at stage %s', (end, stage) => {
    expect(pendingWarningOf({ ...key, end } as InventoryKey, new Date())).toBe(stage);
  });

  it('is told of until it is dismissed, and again at the next stage', async () => {
    await addListPage('homologation', [
      headings,
      row('1', 'aaa', '15/03/2026'),
      row('2', 'bbb', '15/03/2026', 'Inactive'),
    ]);
    expect(await countEnding(new Date())).toBe(1);
    const [first] = (await homologation()).keys.filter(({ id }) => id === '1');
    await dismissEnding('homologation', first ? identityOf(first) : '');
    expect(await countEnding(new Date())).toBe(0);
    await addListPage('homologation', [headings, row('1', 'aaa', '15/03/2026')]);
    expect(await countEnding(new Date()), 'the list was only looked at again').toBe(0);
    expect(await countEnding(new Date(2026, 2, 8))).toBe(1);
  });

  it('is told of again where it was changed', async () => {
    await addListPage('homologation', [headings, row('1', 'aaa', '15/03/2026')]);
    const [first] = (await homologation()).keys;
    await dismissEnding('homologation', first ? identityOf(first) : '');
    await addListPage('homologation', [headings, row('1', 'aaa', '16/03/2026')]);
    expect(await countEnding(new Date())).toBe(1);
  });
});

import { beforeEach, expect, it, vi } from 'vitest';
import { answerAsked, askAbout, askedKeys, countAskedRound } from '../../../extension/outbox/asked.ts';
import { keep, openKey, waiting } from '../../../extension/outbox/outbox.ts';
import browser from '../browser.ts';
import { canary, fakeKey, origin } from '../key.ts';

vi.mock('webextension-polyfill', () => import('../browser.ts'));
vi.mock('../../../extension/outbox/identity.ts', () => import('../identity.ts'));

beforeEach(() => browser.reset());

const kept = async () => JSON.stringify(await browser.storage.local.get(null));

it('a key that a page shows and nothing proves is sealed, and waits for nothing but an answer', async () => {
  expect(await askAbout(fakeKey())).toMatchObject({ isNew: true, summary: { masked: '*****qV8' } });
  expect(await askAbout(fakeKey())).toMatchObject({ isNew: false });
  expect(await askedKeys()).toHaveLength(1);
  expect(await waiting()).toEqual([]);
  expect(await kept()).not.toContain(canary);
});

it('a yes makes it wait like any other', async () => {
  await askAbout(fakeKey());
  const [asked] = await askedKeys();
  await answerAsked(asked?.askedId ?? '', true);
  const [capture] = await waiting();
  expect((await openKey(capture?.captureId ?? '')).reveal('accessKey')).toBe(canary);
  expect(await askedKeys()).toEqual([]);
});

it('a no leaves nothing of it', async () => {
  await askAbout(fakeKey());
  const [asked] = await askedKeys();
  await answerAsked(asked?.askedId ?? '', false);
  expect(await askedKeys()).toEqual([]);
  expect(await waiting()).toEqual([]);
  expect(await kept()).not.toContain('asked:');
});

it('nobody is asked about a key that waits, nor about more than five at once', async () => {
  await keep(fakeKey(), origin);
  expect(await askAbout(fakeKey())).toMatchObject({ isNew: false });
  for (let n = 0; n < 5; n++) await askAbout(fakeKey(`Yq7WmN4tBc6KrZs1Px${n}Q`));
  await expect(askAbout(fakeKey('Yq7WmN4tBc6KrZs1PxZZ'))).rejects.toThrow();
});

it('without an answer it is deleted after a day of a browser that runs, whatever the clock says', async () => {
  await askAbout(fakeKey());
  vi.setSystemTime(new Date('2036-01-01'));
  for (let round = 0; round < 48; round++) await countAskedRound();
  expect(await askedKeys()).toHaveLength(1);
  await countAskedRound();
  expect(await askedKeys()).toEqual([]);
  vi.useRealTimers();
});

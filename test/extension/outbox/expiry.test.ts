import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  dismissRemoval,
  installed,
  keep,
  removals,
  removeExpired,
  settle,
  waiting,
} from '../../../extension/outbox/outbox.ts';
import { expiresSoon, hasExpired, lifetime } from '../../../extension/outbox/record.ts';
import type { Receipt } from '../../../shared/wire.ts';
import browser from '../browser.ts';
import { canary, fakeKey } from '../key.ts';

vi.mock('webextension-polyfill', () => import('../browser.ts'));
vi.mock('../../../extension/outbox/identity.ts', async () => {
  const pair = await crypto.subtle.generateKey('X25519', false, ['deriveBits']);
  return { deviceIdentity: async () => (pair as CryptoKeyPair).privateKey };
});

const hour = 3600 * 1000;
const start = new Date('2026-03-01T10:00:00Z');
const later = (milliseconds: number) => new Date(start.getTime() + milliseconds);

beforeEach(() => {
  browser.reset();
  vi.useFakeTimers({ now: start, toFake: ['Date'] });
});
afterEach(() => vi.useRealTimers());

describe('a capture that waits', () => {
  const capture = { expires: later(lifetime).toISOString() };

  it.each([
    ['six days and an hour before its end', -25 * hour, false, false],
    ['a day before its end', -24 * hour, true, false],
    ['a millisecond before its end', -1, true, false],
    ['at its end', 0, true, true],
    ['long after', 1000 * hour, true, true],
  ])('%s', (_, fromEnd, soon, over) => {
    const now = later(lifetime + fromEnd);
    expect(expiresSoon(capture, now)).toBe(soon);
    expect(hasExpired(capture, now)).toBe(over);
  });

  it('stays until its seven days are over', async () => {
    await keep(fakeKey());
    await removeExpired(later(lifetime - 1));
    expect(await waiting()).toHaveLength(1);
    expect(await removals()).toEqual([]);
  });

  it('is then removed, and says so until that is dismissed', async () => {
    await keep(fakeKey());
    vi.setSystemTime(later(3 * 24 * hour));
    await keep(fakeKey('Another1Key2With3Let'));
    await removeExpired(later(lifetime));
    await removeExpired(later(lifetime + hour));
    expect((await waiting()).map(({ key }) => key.masked)).toEqual(['*****Let']);
    const [removal, ...others] = await removals();
    expect(others).toEqual([]);
    expect(removal).toMatchObject({
      key: { masked: '*****qV8', reference: '8ctQ2lfa' },
      created: start.toISOString(),
      removed: later(lifetime).toISOString(),
    });
    await dismissRemoval(removal?.captureId ?? '');
    expect(await removals()).toEqual([]);
  });

  it('leaves nothing of its key, sealed or not', async () => {
    await keep(fakeKey());
    await removeExpired(later(lifetime));
    const stored = JSON.stringify(await browser.storage.local.get(null));
    expect(stored).not.toContain('sealed');
    for (const clear of [canary, btoa(`17626983201234:${canary}`)]) expect(stored).not.toContain(clear);
  });

  it('is not removed without a word where the word cannot be stored', async () => {
    await keep(fakeKey());
    const set = vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('disk full'));
    await expect(removeExpired(later(lifetime))).rejects.toThrow();
    set.mockRestore();
    expect(await waiting()).toHaveLength(1);
  });

  it('counts as installed on its receipt, though it expired meanwhile', async () => {
    await keep(fakeKey());
    const [capture] = await waiting();
    await removeExpired(later(lifetime));
    const receipt = { captureId: capture?.captureId, installed: later(lifetime).toISOString() };
    await settle(capture?.captureId ?? '', receipt as Receipt);
    expect(await removals()).toEqual([]);
    expect(await installed()).toMatchObject([{ key: { masked: '*****qV8' } }]);
  });
});

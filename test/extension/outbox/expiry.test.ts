import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sealForHost } from '../../../extension/host/delivery.ts';
import {
  keep,
  keepLonger,
  openKey,
  restoreForUndo,
  settle,
  waiting,
} from '../../../extension/outbox/outbox.ts';
import { hasEnded, isOverdue, lifetime } from '../../../extension/outbox/record.ts';
import { decodePayload } from '../../../shared/sealed-payload.ts';
import type { Receipt } from '../../../shared/wire.ts';
import browser from '../browser.ts';
import { canary, fakeKey, origin } from '../key.ts';

vi.mock('webextension-polyfill', () => import('../browser.ts'));
vi.mock('../../../extension/outbox/identity.ts', () => import('../identity.ts'));

const day = 24 * 3600 * 1000;
const year = 365 * day;
const start = new Date('2026-03-01T10:00:00Z');
const later = (milliseconds: number) => new Date(start.getTime() + milliseconds);

beforeEach(() => {
  browser.reset();
  vi.useFakeTimers({ now: start, toFake: ['Date'] });
});
afterEach(() => vi.useRealTimers());

async function onlyOne() {
  const [capture, ...others] = await waiting();
  if (!capture || others.length > 0) throw new Error('not one');
  return capture;
}

describe('a capture that waits', () => {
  it.each([
    ['a millisecond before a week is over', lifetime - 1, false],
    ['after a week', lifetime, true],
    ['long after', 1000 * day, true],
    ['by a clock that was set back', -year, false],
  ])('%s', async (_, passed, isAsked) => {
    await keep(fakeKey(), origin);
    expect(isOverdue(await onlyOne(), later(passed))).toBe(isAsked);
  });

  it('waits on when the person says so, until they are asked again', async () => {
    await keep(fakeKey(), origin);
    vi.setSystemTime(later(lifetime + day));
    await keepLonger((await onlyOne()).captureId);
    expect(isOverdue(await onlyOne(), later(2 * lifetime))).toBe(false);
    expect(isOverdue(await onlyOne(), later(2 * lifetime + day))).toBe(true);
  });

  it('is lost to no clock, whichever way and however often it jumps', async () => {
    await keep(fakeKey(), origin);
    const { captureId } = await onlyOne();
    for (let jump = 0; jump < 20; jump++) {
      vi.setSystemTime(later((jump % 2 === 0 ? 10 : -10) * year));
      await keepLonger(captureId);
      expect((await openKey(captureId)).reveal('accessKey')).toBe(canary);
    }
    const receipt = { captureId, installed: new Date().toISOString() } as Receipt;
    await settle(captureId, receipt);
    vi.setSystemTime(later(10 * year));
    await restoreForUndo(captureId);
    expect((await openKey(captureId)).reveal('accessKey')).toBe(canary);
  });

  it('is dated anew for the host, however long it has waited', async () => {
    const { generateX25519Identity, identityToRecipient, Decrypter } = await import('age-encryption');
    const identity = await generateX25519Identity();
    await browser.storage.local.set({ recipient: await identityToRecipient(identity) });
    await keep(fakeKey(), origin);
    vi.setSystemTime(later(10 * year));
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const sealed = Uint8Array.from(atob(await sealForHost(await onlyOne())), (letter) =>
      letter.charCodeAt(0),
    );
    const { created, expires } = decodePayload(await decrypter.decrypt(sealed, 'text'));
    expect(created).toEqual(later(10 * year));
    expect(expires).toEqual(later(10 * year + lifetime));
  });
});

it('a key has ended once its last day is over', () => {
  expect(hasEnded({}, start)).toBe(false);
  expect(hasEnded({ ends: '2026-03-01' }, start)).toBe(false);
  expect(hasEnded({ ends: '2026-02-28' }, start)).toBe(true);
});

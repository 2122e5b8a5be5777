import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openOnDevice } from '../../../extension/outbox/age.ts';
import {
  captureOf,
  forget,
  installed,
  keep,
  noteAttempt,
  settle,
  waiting,
} from '../../../extension/outbox/outbox.ts';
import { decodePayload } from '../../../shared/sealed-payload.ts';
import type { Receipt } from '../../../shared/wire.ts';
import browser from '../browser.ts';
import { canary, fakeKey } from '../key.ts';

vi.mock('webextension-polyfill', () => import('../browser.ts'));
vi.mock('../../../extension/outbox/identity.ts', async () => {
  const pair = await crypto.subtle.generateKey('X25519', false, ['deriveBits']);
  return { deviceIdentity: async () => (pair as CryptoKeyPair).privateKey };
});

beforeEach(() => browser.reset());

const receipt = { captureId: '', installed: '2026-01-01T00:00:00Z' } as unknown as Receipt;

async function onlyOne() {
  const [capture, ...others] = await waiting();
  if (!capture || others.length > 0) throw new Error('not one');
  return capture;
}

describe('keep', () => {
  it('seals the key, so that it opens on this device again and is nowhere in clear', async () => {
    const { isNew } = await keep(fakeKey());
    expect(isNew).toBe(true);
    const { captureId } = await onlyOne();
    const stored = JSON.stringify(await browser.storage.local.get(null));
    for (const clear of [canary, btoa(`17626983201234:${canary}`)]) expect(stored).not.toContain(clear);
    const plain = new TextDecoder().decode(await openOnDevice((await captureOf(captureId)).sealed));
    expect(decodePayload(plain)).toMatchObject({ captureId });
    expect(decodePayload(plain).key.reveal('accessKey')).toBe(canary);
  });

  it('says what may be shown, and until when it waits', async () => {
    await keep(fakeKey());
    const capture = await onlyOne();
    expect(capture.key).toMatchObject({
      masked: '*****qV8',
      merchantId: '17626983201234',
      reference: '8ctQ2lfa',
    });
    expect(Date.parse(capture.expires) - Date.parse(capture.created)).toBe(7 * 24 * 3600 * 1000);
    expect(capture).not.toHaveProperty('sealed');
  });

  it('keeps the same key once, also when it arrives twice at the same time', async () => {
    const results = await Promise.all([keep(fakeKey()), keep(fakeKey()), keep(fakeKey())]);
    expect(results.map(({ isNew }) => isNew)).toEqual([true, false, false]);
    expect(await waiting()).toHaveLength(1);
  });

  it('keeps two keys, and the same value of the other environment', async () => {
    await keep(fakeKey());
    await keep(fakeKey('Another1Key2With3Let'));
    await keep(fakeKey(canary, 'production'));
    expect(await waiting()).toHaveLength(3);
  });

  it('fails loudly where it cannot store, and keeps nothing half', async () => {
    const set = vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('disk full'));
    await expect(keep(fakeKey())).rejects.toThrow();
    set.mockRestore();
    expect(await waiting()).toEqual([]);
    expect((await keep(fakeKey())).isNew).toBe(true);
  });

  it('does not believe a storage that did not store', async () => {
    const set = vi.spyOn(browser.storage.local, 'set').mockResolvedValueOnce(undefined);
    await expect(keep(fakeKey())).rejects.toMatchObject({ code: 'capture-unknown' });
    set.mockRestore();
  });
});

describe('a capture', () => {
  it('is emptied on its receipt, and its key is not kept again', async () => {
    await keep(fakeKey());
    const { captureId } = await onlyOne();
    await settle(captureId, receipt);
    expect(await waiting()).toEqual([]);
    expect(await installed()).toMatchObject([{ captureId, key: { masked: '*****qV8' } }]);
    expect((await keep(fakeKey())).isNew).toBe(false);
    expect(JSON.stringify(await browser.storage.local.get(null))).not.toContain('sealed');
  });

  it('is emptied when it is to be forgotten', async () => {
    await keep(fakeKey());
    await forget((await onlyOne()).captureId);
    expect(await browser.storage.local.get(null)).toEqual({});
  });

  it('remembers which installation was asked for', async () => {
    await keep(fakeKey());
    const attempt = { project: 'p', files: ['.env'] };
    await noteAttempt((await onlyOne()).captureId, attempt);
    expect((await onlyOne()).attempt).toEqual(attempt);
  });

  it('is refused by its code where it does not wait any more', async () => {
    await expect(captureOf(crypto.randomUUID())).rejects.toMatchObject({ code: 'capture-unknown' });
  });
});

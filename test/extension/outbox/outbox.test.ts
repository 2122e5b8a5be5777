import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handlers } from '../../../extension/messages/handlers.ts';
import { openOnDevice } from '../../../extension/outbox/age.ts';
import { deviceIdentity, olderIdentities, renewIdentity } from '../../../extension/outbox/identity.ts';
import {
  captureOf,
  forget,
  installed,
  keep,
  keepOnRequest,
  nameCapture,
  noteAttempt,
  openKey,
  restoreForUndo,
  settle,
  tidyIdentities,
  waiting,
} from '../../../extension/outbox/outbox.ts';
import { AccessKey } from '../../../shared/access-key.ts';
import { decodePayload } from '../../../shared/sealed-payload.ts';
import type { Receipt } from '../../../shared/wire.ts';
import browser from '../browser.ts';
import { canary, fakeKey, origin } from '../key.ts';

vi.mock('webextension-polyfill', () => import('../browser.ts'));
vi.mock('../../../extension/outbox/identity.ts', () => import('../identity.ts'));

/** What a device that goes wrong makes of what it opens. */
const opening = vi.hoisted(() => ({ change: (plain: string) => plain }));
vi.mock('../../../extension/outbox/age.ts', async (original) => {
  const age = await original<typeof import('../../../extension/outbox/age.ts')>();
  const openOnDevice = async (sealed: string) => {
    const plain = new TextDecoder().decode(await age.openOnDevice(sealed));
    return new TextEncoder().encode(opening.change(plain));
  };
  return { ...age, openOnDevice };
});

beforeEach(() => {
  browser.reset();
  opening.change = (plain) => plain;
});

const receipt = { captureId: '', installed: '2026-01-01T00:00:00Z' } as unknown as Receipt;

async function onlyOne() {
  const [capture, ...others] = await waiting();
  if (!capture || others.length > 0) throw new Error('not one');
  return capture;
}

describe('a name of the person’s own', () => {
  it('stays with a key until it is emptied', async () => {
    await keep(fakeKey(), origin);
    const { captureId } = await onlyOne();
    await nameCapture(captureId, '  Boutique de Léa ');
    expect(await onlyOne()).toMatchObject({ label: 'Boutique de Léa' });
    await nameCapture(captureId, '');
    expect(await onlyOne()).not.toHaveProperty('label');
  });

  it('is never the key, in whichever form that was pasted', async () => {
    await keep(fakeKey(), origin);
    const { captureId, key } = await onlyOne();
    for (const field of ['authorization', 'credentials', 'accessKey'] as const) {
      await nameCapture(captureId, `Léa ${fakeKey().reveal(field)}`);
      expect((await onlyOne()).label).not.toContain(fakeKey().reveal(field).replace('Basic ', ''));
    }
    expect(await onlyOne()).toMatchObject({ label: `Léa ${key.masked}` });
  });
});

describe('keep', () => {
  it('takes in a reference that the page shows after the rest, and no other one', async () => {
    const { accessKey, authorization } = fakeKey().toSecretJson();
    const shown = (reference: string) =>
      AccessKey.parse({ accessKey, authorization, reference }, 'homologation');
    await keep(shown(''), origin);
    for (const reference of ['8ctQ2lfa', 'another', '']) {
      expect(await keep(shown(reference), origin)).toMatchObject({ isNew: false });
      const [capture] = await waiting();
      expect(capture?.key.reference).toBe('8ctQ2lfa');
      const opened = await openKey(capture?.captureId ?? '');
      expect([opened.reference, opened.reveal('accessKey')]).toEqual(['8ctQ2lfa', canary]);
    }
  });

  it('notes the day of its end, where a page says it', async () => {
    await keep(fakeKey(), origin, '2021-01-29');
    await keepOnRequest(fakeKey('Yq7WmN4tBc6KrZs1PxZZ'), { ends: '2031-01-29' });
    await keepOnRequest(fakeKey('Yq7WmN4tBc6KrZs1PxYY'));
    const ends = (await waiting()).map((capture) => capture.ends);
    expect(ends.sort()).toEqual(['2021-01-29', '2031-01-29', undefined]);
  });

  it('seals the key, so that it opens on this device again and is nowhere in clear', async () => {
    const { isNew } = await keep(fakeKey(), origin);
    expect(isNew).toBe(true);
    const { captureId } = await onlyOne();
    const stored = JSON.stringify(await browser.storage.local.get(null));
    for (const clear of [canary, btoa(`17626983201234:${canary}`)]) expect(stored).not.toContain(clear);
    const plain = new TextDecoder().decode(await openOnDevice((await captureOf(captureId)).sealed));
    expect(decodePayload(plain)).toMatchObject({ captureId });
    expect(decodePayload(plain).key.reveal('accessKey')).toBe(canary);
  });

  it('keeps nothing that opens as another key than the one that was read', async () => {
    opening.change = (plain) => plain.replace(canary, `${canary.slice(0, -1)}X`);
    await expect(keep(fakeKey(), origin)).rejects.toMatchObject({ code: 'seal-failed' });
  });

  it('says what may be shown, and until when it waits', async () => {
    await keep(fakeKey(), origin);
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
    const results = await Promise.all([
      keep(fakeKey(), origin),
      keep(fakeKey(), origin),
      keep(fakeKey(), origin),
    ]);
    expect(results.map(({ isNew }) => isNew)).toEqual([true, false, false]);
    expect(await waiting()).toHaveLength(1);
  });

  it('keeps two keys, and the same value of the other environment', async () => {
    await keep(fakeKey(), origin);
    await keep(fakeKey('Another1Key2With3Let'), origin);
    await keep(fakeKey(canary, 'production'), origin);
    expect(await waiting()).toHaveLength(3);
  });

  it('fails loudly where it cannot store, and keeps nothing half', async () => {
    const set = vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('disk full'));
    await expect(keep(fakeKey(), origin)).rejects.toThrow();
    set.mockRestore();
    expect(await waiting()).toEqual([]);
    expect((await keep(fakeKey(), origin)).isNew).toBe(true);
  });

  it('does not believe a storage that did not store', async () => {
    const set = vi.spyOn(browser.storage.local, 'set').mockResolvedValueOnce(undefined);
    await expect(keep(fakeKey(), origin)).rejects.toMatchObject({ code: 'capture-unknown' });
    set.mockRestore();
  });
});

describe('a console that shows too many keys', () => {
  const key = (at: number) => fakeKey(`Another1Key2With3L${String(at).padStart(2, '0')}`);
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-03-01T10:00:00Z'), toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());

  it('is refused the sixth within a minute, and what waits stays; another console is not', async () => {
    for (let at = 0; at < 5; at++) await keep(key(at), origin);
    await expect(keep(key(5), origin)).rejects.toMatchObject({ code: 'captures-too-many' });
    expect((await keep(key(4), origin)).isNew, 'what is kept already is no new one').toBe(false);
    expect(await waiting()).toHaveLength(5);
    await keep(key(5), 'https://admin.payline.com');
    vi.setSystemTime(Date.now() + 60_000);
    await keep(key(6), origin);
    expect(await waiting()).toHaveLength(7);
  });

  it('is refused them too where it says that a person asked for each', async () => {
    for (let at = 0; at < 5; at++) await keepOnRequest(key(at), { origin });
    await expect(keepOnRequest(key(5), { origin })).rejects.toMatchObject({ code: 'captures-too-many' });
    const sender = { kind: 'console', environment: 'homologation', origin } as const;
    const { accessKey, authorization, reference } = key(6).toSecretJson();
    const taken = handlers.take({ accessKey, authorization, reference }, sender);
    await expect(taken).rejects.toMatchObject({ code: 'captures-too-many' });
    expect(await waiting()).toHaveLength(5);
  });

  it('is refused one more than fifty that wait, and none of them is dropped', async () => {
    await keep(key(0), origin);
    const { captureId } = await onlyOne();
    const first = await captureOf(captureId);
    for (let at = 1; at < 50; at++) {
      const another = crypto.randomUUID();
      await browser.storage.local.set({ [`waiting:${another}`]: { ...first, captureId: another } });
    }
    vi.setSystemTime(Date.now() + 60_000);
    await expect(keep(key(50), origin)).rejects.toMatchObject({ code: 'captures-too-many' });
    expect(await waiting()).toHaveLength(50);
    expect((await keepOnRequest(key(50))).isNew, 'what a person gives is not counted').toBe(true);
  });
});

describe('the identity of this device', () => {
  it('is another once nothing waits, and the one before is gone', async () => {
    await keep(fakeKey(), origin);
    await keep(fakeKey('Another1Key2With3Let'), origin);
    const before = await deviceIdentity();
    const [later, earlier] = await waiting();
    await forget(later?.captureId ?? '');
    expect(await deviceIdentity(), 'what waits is sealed to it').toBe(before);
    await settle(earlier?.captureId ?? '', receipt);
    expect(await deviceIdentity()).not.toBe(before);
    expect(await olderIdentities()).toEqual([]);
  });

  it('opens a key that is kept while the last one that waited is forgotten', async () => {
    await keep(fakeKey(), origin);
    const { captureId } = await onlyOne();
    await Promise.all([forget(captureId), keep(fakeKey('Another1Key2With3Let'), origin)]);
    const key = await openKey((await onlyOne()).captureId);
    expect(key.masked).toBe('*****Let');
  });

  it('still opens what was installed last, for whoever undoes that', async () => {
    await keep(fakeKey(), origin);
    const { captureId } = await onlyOne();
    await settle(captureId, receipt);
    await restoreForUndo(captureId);
    expect((await openKey(captureId)).reveal('accessKey')).toBe(canary);
  });

  it('stays while its renewal was cut short, and is gone after the next start', async () => {
    await keep(fakeKey(), origin);
    const { captureId } = await onlyOne();
    await renewIdentity();
    await tidyIdentities();
    expect((await openKey(captureId)).reveal('accessKey'), 'what waits is never left behind').toBe(canary);
    await forget(captureId);
    await renewIdentity();
    await tidyIdentities();
    expect(await olderIdentities()).toEqual([]);
  });
});

describe('a capture', () => {
  it('leaves the outbox after its receipt is stored, never before', async () => {
    await keep(fakeKey(), origin);
    const { captureId } = await onlyOne();
    const set = vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('disk full'));
    await expect(settle(captureId, receipt)).rejects.toThrow();
    set.mockRestore();
    expect(await waiting()).toHaveLength(1);
  });

  it('is emptied on its receipt, and its key is not kept again', async () => {
    await keep(fakeKey(), origin);
    const { captureId } = await onlyOne();
    await settle(captureId, receipt);
    expect(await waiting()).toEqual([]);
    expect(await installed()).toMatchObject([{ captureId, key: { masked: '*****qV8' } }]);
    expect((await keep(fakeKey(), origin)).isNew).toBe(false);
    expect(JSON.stringify(await browser.storage.local.get(null))).not.toContain('sealed');
  });

  it('is emptied when it is to be forgotten', async () => {
    await keep(fakeKey(), origin);
    await forget((await onlyOne()).captureId);
    expect(await browser.storage.local.get(null)).toEqual({});
  });

  it('remembers which installation was asked for', async () => {
    await keep(fakeKey(), origin);
    const attempt = { project: 'p', files: ['.env'] };
    await noteAttempt((await onlyOne()).captureId, attempt);
    expect((await onlyOne()).attempt).toEqual(attempt);
  });

  it('is refused by its code where it does not wait any more', async () => {
    await expect(captureOf(crypto.randomUUID())).rejects.toMatchObject({ code: 'capture-unknown' });
  });
});

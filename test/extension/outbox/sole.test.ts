import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { proveAsked, sealForHost } from '../../../extension/host/delivery.ts';
import { distrustHost, setOnlyConfigurator, trustHost } from '../../../extension/host/recipient.ts';
import { answerAsked, askAbout, askedKeys } from '../../../extension/outbox/asked.ts';
import { deviceIdentity, olderIdentities } from '../../../extension/outbox/identity.ts';
import {
  forget,
  keep,
  openKey,
  restoreForUndo,
  sealAllAgain,
  settle,
  waiting,
} from '../../../extension/outbox/outbox.ts';
import { decodePayload } from '../../../shared/sealed-payload.ts';
import type { Receipt } from '../../../shared/wire.ts';
import browser from '../browser.ts';
import { canary, fakeKey, origin } from '../key.ts';

vi.mock('webextension-polyfill', () => import('../browser.ts'));
vi.mock('../../../extension/outbox/identity.ts', () => import('../identity.ts'));

const identity = await generateIdentity();
const recipient = await identityToRecipient(identity);

/** What the host was handed last. */
let handed: string | undefined;
beforeEach(async () => {
  browser.reset();
  browser.runtime.sendNativeMessage.mockImplementation(
    async (_name: string, frame: { [name: string]: string }) => {
      handed = frame['sealed'] ?? handed;
      const projects = [{ id: 'a'.repeat(32), name: 'shop', environments: ['homologation'] }];
      const replies: Record<string, object> = {
        hello: { version: '0.1.0', recipient, ...(frame['protection'] && { protection: 'keychain' }) },
        projects: { projects },
        verify: { pointsOfSale: [] },
      };
      return { v: 1, id: frame['id'], ok: true, ...replies[frame['type'] ?? ''] };
    },
  );
  await trustHost(recipient);
});

const switchOn = async () => {
  await setOnlyConfigurator(true);
  await sealAllAgain();
};

async function openedBy(sealed: string, ...identities: (string | CryptoKey)[]): Promise<string | undefined> {
  const decrypter = new Decrypter();
  for (const each of identities) decrypter.addIdentity(each);
  const file = Uint8Array.from(atob(sealed), (letter) => letter.charCodeAt(0));
  return decrypter.decrypt(file, 'text').catch(() => undefined);
}

/** All age files in what is kept, and what this device's identities open of them: what a copy of the profile gives away. */
async function ofACopy(): Promise<{ files: string[]; opened: string[] }> {
  const texts = JSON.stringify(await browser.storage.local.get(null)).matchAll(/"sealed":"([^"]+)"/g);
  const files = [...texts].map(([, sealed = '']) => sealed);
  const identities = [await deviceIdentity(), ...(await olderIdentities())];
  const opened = await Promise.all(files.map((sealed) => openedBy(sealed, ...identities)));
  return { files, opened: opened.filter((text) => text !== undefined) };
}

async function onlyOne() {
  const [capture, ...others] = await waiting();
  if (!capture || others.length > 0) throw new Error('not one');
  return capture;
}

describe('what only the configurator opens', () => {
  it('is opened by it, at any time, and by nothing that a copy of the profile holds', async () => {
    await switchOn();
    await keep(fakeKey(), origin);
    const { files, opened } = await ofACopy();
    expect([files.length, opened]).toEqual([1, []]);
    const { captureId, onlyFor } = await onlyOne();
    expect(onlyFor).toBe(recipient);
    const sealed = await sealForHost({ captureId });
    expect(files).toEqual([sealed]);
    const payload = decodePayload((await openedBy(sealed, identity)) ?? '');
    expect(payload.key.reveal('accessKey')).toBe(canary);
    expect(payload.captureId).toBe(captureId);
    expect(payload.expires.getUTCFullYear(), 'no clock may make the configurator refuse it').toBe(9999);
    await expect(openKey(captureId)).rejects.toMatchObject({ code: 'capture-sealed-away' });
  });

  it('is what waited before too, what is asked about, and what comes back by an undo', async () => {
    await keep(fakeKey('Another1Key2With3Let'), origin);
    const installed = await onlyOne();
    await settle(installed.captureId, { captureId: installed.captureId, installed: '2026-01-01' } as Receipt);
    await keep(fakeKey(), origin);
    await askAbout(fakeKey('Yq7WmN4tBc6KrZs1PxQQ'));
    expect((await ofACopy()).opened, 'a copy of now opens both').toHaveLength(2);
    const before = await deviceIdentity();
    await switchOn();
    await restoreForUndo(installed.captureId);
    const { files, opened } = await ofACopy();
    expect([files.length, opened]).toEqual([3, []]);
    for (const sealed of files) expect(await openedBy(sealed, before)).toBeUndefined();
    expect([await olderIdentities(), (await deviceIdentity()) === before]).toEqual([[], false]);
    for (const sealed of files) expect(await openedBy(sealed, identity)).toBeDefined();
  });

  it('is a key that was asked about, once it is kept or proven', async () => {
    await switchOn();
    for (const answer of [(id: string) => answerAsked(id, true), proveAsked]) {
      handed = undefined;
      await askAbout(fakeKey());
      const [asked] = await askedKeys();
      await answer(asked?.askedId ?? '');
      const { captureId, key } = await onlyOne();
      expect(key.masked).toBe('*****qV8');
      const { files, opened } = await ofACopy();
      expect([files.length, opened]).toEqual([1, []]);
      if (handed !== undefined) expect(handed).toBe(files[0]);
      expect(decodePayload((await openedBy(files[0] ?? '', identity)) ?? '').captureId).toBe(captureId);
      await forget(captureId);
    }
    expect(handed, 'the second was proven').toBeDefined();
  });

  it('gets the reference that a page draws after the rest', async () => {
    await switchOn();
    const { AccessKey } = await import('../../../shared/access-key.ts');
    const early = AccessKey.parse({ accessKey: canary, merchantId: '17626983201234' }, 'homologation');
    await keep(early, origin);
    await keep(fakeKey(), origin);
    const { captureId, key, onlyFor } = await onlyOne();
    expect([key.reference, onlyFor]).toEqual(['8ctQ2lfa', recipient]);
    const payload = decodePayload((await openedBy(await sealForHost({ captureId }), identity)) ?? '');
    expect(payload.key.reference).toBe('8ctQ2lfa');
  });

  it('stays so when that is switched off, and what comes later is not', async () => {
    await switchOn();
    await keep(fakeKey(), origin);
    await setOnlyConfigurator(false);
    await keep(fakeKey('Another1Key2With3Let'), origin);
    expect((await waiting()).map(({ onlyFor }) => onlyFor).toSorted()).toEqual([recipient, undefined]);
    expect((await ofACopy()).opened).toHaveLength(1);
  });

  it('does not keep the identity of this device from being renewed', async () => {
    await switchOn();
    await keep(fakeKey(), origin);
    await setOnlyConfigurator(false);
    await keep(fakeKey('Another1Key2With3Let'), origin);
    const before = await deviceIdentity();
    await forget((await waiting()).find(({ onlyFor }) => !onlyFor)?.captureId ?? '');
    expect([await olderIdentities(), (await deviceIdentity()) === before]).toEqual([[], false]);
  });

  it('comes from a configurator that a person trusts only', async () => {
    await switchOn();
    await distrustHost(recipient);
    await keep(fakeKey(), origin);
    expect((await openKey((await onlyOne()).captureId)).reveal('accessKey')).toBe(canary);
  });
});

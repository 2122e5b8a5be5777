import { beforeEach, expect, it, vi } from 'vitest';
import {
  distrustHost,
  forgetHost,
  hostRecipient,
  inspectHost,
  meetHost,
  setOnlyConfigurator,
  soleRecipient,
  trustHost,
  uncomparedRecipient,
} from '../../../extension/host/recipient.ts';
import browser from '../browser.ts';

vi.mock('webextension-polyfill', () => import('../browser.ts'));

const answerWith = (recipient: string) =>
  browser.runtime.sendNativeMessage.mockImplementation(async (_name: string, { id }: { id: string }) => ({
    v: 1,
    id,
    ok: true,
    version: '0.1.0',
    recipient,
  }));

beforeEach(() => browser.reset());

it('keeps the first host and refuses another in its place', async () => {
  answerWith('age1first');
  expect(await meetHost()).toMatchObject({ recipient: 'age1first' });
  expect(await meetHost()).toMatchObject({ recipient: 'age1first' });
  answerWith('age1other');
  await expect(meetHost()).rejects.toMatchObject({ code: 'host-changed', params: { other: 'age1other' } });
  expect(await hostRecipient()).toBe('age1first');
});

it('meets the host where none was met yet', async () => {
  answerWith('age1first');
  expect(await hostRecipient()).toBe('age1first');
});

it('asks for the codes to be compared until they were', async () => {
  expect(await uncomparedRecipient()).toBeUndefined();
  answerWith('age1first');
  expect(await meetHost()).toMatchObject({ isCompared: false });
  expect(await uncomparedRecipient()).toBe('age1first');
  await trustHost('age1first');
  expect(await meetHost()).toMatchObject({ isCompared: true });
  expect(await uncomparedRecipient()).toBeUndefined();
});

it('takes another host for the right one only once its very code was compared', async () => {
  answerWith('age1first');
  await meetHost();
  answerWith('age1other');
  await trustHost('age1third');
  await expect(meetHost()).rejects.toMatchObject({ code: 'host-changed' });
  await trustHost('age1other');
  expect(await meetHost()).toEqual({ version: '0.1.0', recipient: 'age1other', isCompared: true });
  answerWith('age1first');
  await expect(meetHost()).rejects.toMatchObject({ code: 'host-changed' });
});

it('never meets a host as the first whose code was another', async () => {
  answerWith('age1thief');
  await meetHost();
  await distrustHost('age1thief');
  await expect(meetHost()).rejects.toMatchObject({ code: 'host-changed', params: { other: 'age1thief' } });
  await expect(hostRecipient()).rejects.toMatchObject({ code: 'host-changed' });
  answerWith('age1right');
  expect(await meetHost()).toMatchObject({ recipient: 'age1right', isCompared: false });
});

it('meets any host as the first once all were forgotten', async () => {
  answerWith('age1first');
  await meetHost();
  answerWith('age1other');
  await forgetHost();
  expect(await hostRecipient()).toBe('age1other');
});

/** A host that says what protects its identity where it is asked; `older` does not know the question. */
const protectedBy = (protection: string, recipient = 'age1first') =>
  browser.runtime.sendNativeMessage.mockImplementation(
    async (_name: string, { id, ...request }: { id: string; protection?: true }) => {
      if (request.protection && protection === 'older')
        return { v: 1, id, ok: false, code: 'message-invalid', params: {} };
      return { v: 1, id, ok: true, version: '0.1.0', recipient, ...(request.protection && { protection }) };
    },
  );

it('says what protects the identity of the host, where the host says it', async () => {
  protectedBy('keychain');
  expect(await inspectHost()).toMatchObject({ protection: 'keychain', isCompared: false, isSole: false });
  protectedBy('older');
  const { protection, recipient } = await inspectHost();
  expect([protection, recipient]).toEqual([undefined, 'age1first']);
});

it.each(['none', 'passphrase', 'older'])('is no host that alone opens what waits: %s', async (protection) => {
  protectedBy(protection);
  await trustHost('age1first');
  await expect(setOnlyConfigurator(true)).rejects.toMatchObject({ code: 'host-unprotected' });
  expect(await soleRecipient()).toBeUndefined();
});

it('is the only one that opens what waits once it was compared, until it is another', async () => {
  protectedBy('keychain');
  await meetHost();
  await expect(setOnlyConfigurator(true)).rejects.toMatchObject({ code: 'host-unprotected' });
  await trustHost('age1first');
  await setOnlyConfigurator(true);
  expect([await soleRecipient(), (await inspectHost()).isSole]).toEqual(['age1first', true]);
  protectedBy('keychain', 'age1other');
  await trustHost('age1other');
  expect(await soleRecipient(), 'another that is as well protected').toBe('age1other');
  protectedBy('none', 'age1third');
  await trustHost('age1third');
  expect(await soleRecipient()).toBeUndefined();
});

it('opens what waits no longer alone once a person has said so, or that its code differs', async () => {
  protectedBy('keychain');
  for (const end of [() => setOnlyConfigurator(false), () => distrustHost('age1first'), forgetHost]) {
    await trustHost('age1first');
    await setOnlyConfigurator(true);
    await end();
    expect(await soleRecipient()).toBeUndefined();
  }
});

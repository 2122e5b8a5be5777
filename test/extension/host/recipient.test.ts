import { beforeEach, expect, it, vi } from 'vitest';
import {
  distrustHost,
  forgetHost,
  hostRecipient,
  meetHost,
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

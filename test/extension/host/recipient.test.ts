import { beforeEach, expect, it, vi } from 'vitest';
import { forgetHost, hostRecipient, meetHost } from '../../../extension/host/recipient.ts';
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
  await expect(meetHost()).rejects.toMatchObject({ code: 'host-changed' });
  expect(await hostRecipient()).toBe('age1first');
});

it('meets the host where none was met yet', async () => {
  answerWith('age1first');
  expect(await hostRecipient()).toBe('age1first');
});

it('meets another host as the first, once a person has said that it was installed again', async () => {
  answerWith('age1first');
  await meetHost();
  answerWith('age1other');
  await forgetHost();
  expect(await hostRecipient()).toBe('age1other');
});

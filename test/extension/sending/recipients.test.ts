import { generateIdentity, identityToRecipient } from 'age-encryption';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  dropRecipient,
  keepRecipient,
  knownRecipients,
  recipients,
} from '../../../extension/sending/recipients.ts';
import browser from '../browser.ts';

vi.mock('webextension-polyfill', () => import('../browser.ts'));

const newRecipient = async () => identityToRecipient(await generateIdentity());

beforeEach(() => browser.reset());

describe('the colleagues', () => {
  it('are kept by name, renamed and removed', async () => {
    const [karim, zoe] = [await newRecipient(), await newRecipient()];
    await keepRecipient({ recipient: zoe, name: 'Zoé' });
    await keepRecipient({ recipient: karim, name: 'Karim' });
    expect((await recipients()).map(({ name }) => name)).toEqual(['Karim', 'Zoé']);
    await keepRecipient({ recipient: zoe, name: 'Agnès' });
    expect((await recipients()).map(({ name }) => name)).toEqual(['Agnès', 'Karim']);
    await dropRecipient(zoe);
    expect(await recipients()).toEqual([{ recipient: karim, name: 'Karim' }]);
  });

  it.each([
    ['without a name', '', 'recipient-name'],
    ['with a name that would end early', 'Karim: me', 'recipient-name'],
    ['with a name that turns the text around', 'Karim\u{202e}', 'recipient-name'],
  ])('are not kept %s', async (_, name, code) => {
    const recipient = await newRecipient();
    await expect(keepRecipient({ recipient, name })).rejects.toMatchObject({ code });
    expect(await recipients()).toEqual([]);
  });

  it('are not kept with a wrong letter', async () => {
    const recipient = await newRecipient();
    const wrong = recipient.slice(0, -1) + (recipient.endsWith('q') ? 'p' : 'q');
    await expect(keepRecipient({ recipient: wrong, name: 'Karim' })).rejects.toMatchObject({
      code: 'recipient-malformed',
    });
  });

  it('are sealed for only while all of them are kept', async () => {
    const [karim, unknown] = [await newRecipient(), await newRecipient()];
    await keepRecipient({ recipient: karim, name: 'Karim' });
    expect(await knownRecipients([karim, karim])).toEqual([{ recipient: karim, name: 'Karim' }]);
    await expect(knownRecipients([karim, unknown])).rejects.toMatchObject({ code: 'recipient-unknown' });
  });

  it('are read from the storage only where they are what was stored there', async () => {
    await browser.storage.local.set({ 'recipient:age1x': { v: 2, recipient: 'age1x' } });
    expect(await recipients()).toEqual([]);
  });
});

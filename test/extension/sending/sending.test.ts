import { armor, Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forget, keep, waiting } from '../../../extension/outbox/outbox.ts';
import { keepRecipient } from '../../../extension/sending/recipients.ts';
import {
  type SealedFile,
  sealAgain,
  sealForColleagues,
  sealForPassphrase,
  sealings,
} from '../../../extension/sending/sending.ts';
import { confirmationCode } from '../../../shared/codes.ts';
import { recipientFingerprint } from '../../../shared/recipient.ts';
import { decodePayload } from '../../../shared/sealed-payload.ts';
import browser from '../browser.ts';
import { canary, fakeKey, origin } from '../key.ts';

vi.mock('webextension-polyfill', () => import('../browser.ts'));
vi.mock('../../../extension/outbox/identity.ts', () => import('../identity.ts'));

beforeEach(() => browser.reset());

async function newColleague(name: string) {
  const identity = await generateIdentity();
  const recipient = await identityToRecipient(identity);
  await keepRecipient({ recipient, name });
  return { identity, recipient };
}

async function capture(): Promise<string> {
  await keep(fakeKey(), origin);
  return (await waiting())[0]?.captureId ?? '';
}

async function openFile({ armored }: SealedFile, opener: (decrypter: Decrypter) => void): Promise<string> {
  const decrypter = new Decrypter();
  opener(decrypter);
  return decrypter.decrypt(armor.decode(armored), 'text');
}

describe('a capture is sealed for colleagues', () => {
  it('so that each of them opens it, sees the same code, and the capture waits on', async () => {
    const captureId = await capture();
    const both = [await newColleague('Karim'), await newColleague('Zoé')];
    const recipients = both.map(({ recipient }) => recipient);
    const file = await sealForColleagues(captureId, recipients);
    expect(file).toMatchObject({ fileName: 'payline-homologation-8ctQ2lfa.age' });
    for (const { identity } of both) {
      const plain = await openFile(file, (decrypter) => decrypter.addIdentity(identity));
      const payload = decodePayload(plain);
      expect(payload.key.reveal('accessKey')).toBe(canary);
      expect(payload.captureId).toBe(captureId);
      expect(payload.expires.getTime() - payload.created.getTime()).toBe(7 * 24 * 3600 * 1000);
      expect(payload.recipients?.toSorted()).toEqual(
        (await Promise.all(recipients.map(recipientFingerprint))).toSorted(),
      );
      expect(await confirmationCode(plain)).toBe(file.confirmationCode);
    }
    expect(await waiting()).toHaveLength(1);
  });

  it('and not for one whose code nobody has compared, nor where it waits no more', async () => {
    const captureId = await capture();
    const stranger = await identityToRecipient(await generateIdentity());
    await expect(sealForColleagues(captureId, [stranger])).rejects.toMatchObject({
      code: 'recipient-unknown',
    });
    await forget(captureId);
    await expect(sealForPassphrase(captureId)).rejects.toMatchObject({ code: 'capture-unknown' });
    expect(JSON.stringify(await browser.storage.local.get(null))).not.toContain('sealing:');
  });

  it('and it is known for whom and when, until it waits no more', async () => {
    const captureId = await capture();
    const { recipient } = await newColleague('Karim');
    const { sealing } = await sealForColleagues(captureId, [recipient]);
    expect(await sealings(captureId)).toEqual([sealing]);
    expect(sealing.recipients).toEqual([{ recipient, name: 'Karim' }]);
    await forget(captureId);
    expect(await sealings(captureId)).toEqual([]);
    expect(JSON.stringify(await browser.storage.local.get(null))).not.toContain('sealing:');
  });

  it('and the file is made again with the same code, though no code is stored', async () => {
    const captureId = await capture();
    const { identity, recipient } = await newColleague('Karim');
    const first = await sealForColleagues(captureId, [recipient]);
    const again = await sealAgain(captureId, first.sealing.created);
    expect(again.confirmationCode).toBe(first.confirmationCode);
    expect(again.armored).not.toBe(first.armored);
    const plain = await openFile(again, (decrypter) => decrypter.addIdentity(identity));
    expect(await confirmationCode(plain)).toBe(first.confirmationCode);
    await expect(sealAgain(captureId, new Date(0).toISOString())).rejects.toMatchObject({
      code: 'capture-unknown',
    });
  });
});

describe('a capture is sealed with a passphrase', () => {
  it('that is made here, another each time, and opens the file', async () => {
    const captureId = await capture();
    const files = [await sealForPassphrase(captureId), await sealForPassphrase(captureId)];
    expect(new Set(files.map(({ passphrase }) => passphrase)).size).toBe(2);
    for (const file of files) {
      const { passphrase = '' } = file;
      expect(passphrase).toMatch(/^([a-hjkm-z2-9]{4}-){3}[a-hjkm-z2-9]{4}$/);
      const plain = await openFile(file, (decrypter) => decrypter.addPassphrase(passphrase));
      expect(decodePayload(plain)).toMatchObject({ captureId, recipients: [] });
    }
  });
});

it('nothing of it is stored that opens a file or speaks for its sender', async () => {
  const captureId = await capture();
  const { recipient } = await newColleague('Karim');
  const files = [await sealForColleagues(captureId, [recipient]), await sealForPassphrase(captureId)];
  const stored = JSON.stringify(await browser.storage.local.get(null));
  for (const { armored, confirmationCode, passphrase } of files) {
    for (const part of [canary, armored, confirmationCode, passphrase]) {
      if (part) expect(stored).not.toContain(part);
    }
  }
});

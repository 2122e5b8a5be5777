import { generateIdentity, identityToRecipient } from 'age-encryption';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { installed, keep, noteAttempt, waiting } from '../../../extension/outbox/outbox.ts';
import { finish, prove, rotate, rotationFor, rotations } from '../../../extension/rotation/rotation.ts';
import type { KeySummary } from '../../../shared/wire.ts';
import browser from '../browser.ts';
import { canary, fakeKey, origin } from '../key.ts';

vi.mock('webextension-polyfill', () => import('../browser.ts'));
vi.mock('../../../extension/outbox/identity.ts', () => import('../identity.ts'));

const project = 'a'.repeat(32);
const environment = 'homologation';
const place = { project, environment } as const;
const recipient = await identityToRecipient(await generateIdentity());
const old: KeySummary = {
  environment,
  merchantId: '17626983201234',
  reference: 'one',
  masked: '*****abc',
  fingerprint: 'aaaaa-aaaaa',
};

type Frame = Record<string, unknown> & { readonly id: string; readonly type: string };

let frames: Frame[];
/** What the host answers in place of what it would by the book. */
let bent: Record<string, object>;
beforeEach(() => {
  browser.reset();
  frames = [];
  bent = {};
  browser.runtime.sendNativeMessage.mockImplementation(async (_name: string, frame: Frame) => {
    frames.push(frame);
    return { v: 1, id: frame.id, ...(bent[frame.type] ?? { ok: true, ...byTheBook(frame.type) }) };
  });
});

function byTheBook(type: string): object {
  switch (type) {
    case 'hello':
      return { version: '0.1.0', recipient };
    case 'projects':
      return { projects: [{ id: project, name: 'shop', environments: [environment] }] };
    case 'rotate':
      return { rotation: { old, current: old, captureId: null } };
    case 'verify':
      return { pointsOfSale: [] };
    case 'shops':
      return { shops: [] };
    default:
      return {};
  }
}

const refusal = (code: string) => ({ ok: false, code, params: {} });
const asked = (type: string) => frames.filter((frame) => frame.type === type);

describe('rotate', () => {
  it('begins once, and takes up what it began after that', async () => {
    expect(await rotate(place)).toMatchObject({ name: 'shop', old, isExternal: false });
    await rotate(place);
    expect(asked('rotate').map(({ begin }) => begin)).toEqual([true, false]);
    expect(await rotations()).toEqual([
      { ...place, name: 'shop', merchantId: old.merchantId, masked: old.masked },
    ]);
  });

  it.each(['rotation-none', 'project-unknown'])(
    'that the host says is over (%s) is under way no more, and begins nothing by itself',
    async (code) => {
      await rotate(place);
      bent['rotate'] = refusal(code);
      await expect(rotate(place)).rejects.toMatchObject({ code });
      expect(await rotations()).toEqual([]);
    },
  );

  it('stays under way where the host cannot be asked', async () => {
    await rotate(place);
    bent['rotate'] = refusal('state-failed');
    await expect(rotate(place)).rejects.toMatchObject({ code: 'state-failed' });
    expect(await rotations()).toHaveLength(1);
  });

  it('takes up an installation whose answer was lost', async () => {
    await keep(fakeKey(), origin);
    const [{ captureId, key } = fail()] = await waiting();
    await noteAttempt(captureId, { project, files: ['.env'] });
    const targets = [{ file: '.env', change: 'changed', fields: [], sha256: 'd'.repeat(64) }];
    const receipt = { captureId, project, key, installed: '2026-01-01T00:00:00.000Z', targets };
    bent['status'] = { ok: true, receipt };
    await rotate(place);
    expect(await waiting()).toEqual([]);
    expect(await installed()).toHaveLength(1);
  });
});

describe('a new key', () => {
  it('is for the rotation of its merchant and environment, and for no other', async () => {
    await rotate(place);
    const key = { ...old, fingerprint: 'bbbbb-bbbbb' };
    expect(await rotationFor(key)).toMatchObject(place);
    expect(await rotationFor({ ...key, merchantId: '1' })).toBeUndefined();
    expect(await rotationFor({ ...key, environment: 'production' })).toBeUndefined();
  });

  it('goes to the host sealed, to be proved', async () => {
    await keep(fakeKey(), origin);
    const [{ captureId } = fail()] = await waiting();
    await prove(place, captureId);
    await prove(place);
    expect(asked('verify').map(({ sealed }) => typeof sealed)).toEqual(['string', 'undefined']);
    expect(JSON.stringify(frames)).not.toContain(canary);
    bent['verify'] = refusal('verify-refused');
    await expect(prove(place, captureId)).rejects.toMatchObject({ code: 'verify-refused' });
    expect(await waiting(), 'it goes on waiting').toHaveLength(1);
  });
});

describe('finish', () => {
  it('ends it here and at the host, also where the host ended it before', async () => {
    await rotate(place);
    await finish(place, '2099-01-31');
    expect(asked('finish')).toMatchObject([{ ...place, ends: '2099-01-31' }]);
    expect(await rotations()).toEqual([]);
    await rotate(place);
    bent['finish'] = refusal('rotation-none');
    await finish(place, null);
    expect(await rotations()).toEqual([]);
  });

  it('leaves it under way where the host cannot end it', async () => {
    await rotate(place);
    bent['finish'] = refusal('state-failed');
    await expect(finish(place, null)).rejects.toMatchObject({ code: 'state-failed' });
    expect(await rotations()).toHaveLength(1);
  });
});

function fail(): never {
  throw new Error('no key waits');
}

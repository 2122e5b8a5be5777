import { describe, expect, it } from 'vitest';
import { AccessKey } from '../../shared/access-key.ts';
import { decodePayload, encodePayload, sealedFileName } from '../../shared/sealed-payload.ts';
import { canary, fakeKey } from '../extension/key.ts';

const payload = {
  captureId: 'b3f4a2c0-9d1e-4a6b-8c7d-0e1f2a3b4c5d',
  key: fakeKey(),
  created: new Date('2026-01-01T10:00:00Z'),
  expires: new Date('2026-01-08T10:00:00Z'),
  recipients: ['0'.repeat(32), 'f'.repeat(32)],
};
const plain = encodePayload(payload);
const changed = (change: (json: Record<string, unknown>) => void) => {
  const json = JSON.parse(plain) as Record<string, unknown>;
  change(json);
  return JSON.stringify(json);
};

describe('decodePayload', () => {
  it('reads what encodePayload wrote, with recipients and without', () => {
    const read = decodePayload(plain);
    expect(read).toEqual({ ...payload, key: expect.any(AccessKey) });
    expect(read.key.reveal('accessKey')).toBe(canary);
    const { recipients: _, ...captured } = payload;
    expect(decodePayload(encodePayload(captured)).recipients).toBeUndefined();
  });

  it.each([2, 3, 1000])('reports that version %i is a newer one, whatever else it contains', (v) => {
    expect(() => decodePayload(JSON.stringify({ v, new: true }))).toThrow('sealed-newer');
  });

  const key = JSON.stringify(payload.key.toSecretJson());
  it.each([
    ['no JSON', 'x'],
    ['version 0', changed((json) => Object.assign(json, { v: 0 }))],
    ['a version that is a text', changed((json) => Object.assign(json, { v: '2' }))],
    ['a field that is not known', changed((json) => Object.assign(json, { extra: 1 }))],
    ['a field that is missing', changed((json) => Reflect.deleteProperty(json, 'expires'))],
    ['an invalid fingerprint', changed((json) => Object.assign(json, { recipients: ['x'] }))],
    ['two payloads', plain + plain],
    ['two payloads in a list', `[${plain},${plain}]`],
    ['two keys of one name', plain.replace('"key":', `"key":${key},"key":`)],
    ['another spelling', ` ${plain}`],
  ])('refuses %s', (_what, text) => {
    expect(() => decodePayload(text)).toThrow('sealed-malformed');
  });

  it('refuses a list of keys', () => {
    expect(() =>
      decodePayload(changed((json) => Object.assign(json, { key: [json['key'], json['key']] }))),
    ).toThrow('key-malformed');
  });
});

describe('sealedFileName', () => {
  it.each([
    ['8ctQ2lfa', 'payline-homologation-8ctQ2lfa.age'],
    ['', 'payline-homologation.age'],
    ['../../etc/x y', 'payline-homologation-_etc_x_y.age'],
  ])('names the file of the key %j so that it stays in its folder', (reference, name) => {
    const key = AccessKey.parse(
      { accessKey: canary, merchantId: '17626983201234', reference },
      'homologation',
    );
    expect(sealedFileName(key)).toBe(name);
  });
});

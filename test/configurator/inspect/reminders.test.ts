import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { findSecret } from '../../canary/find-secret.ts';
import { canary } from '../../extension/key.ts';
import { jsonOf, keyJson, makeSandbox, type Sandbox } from '../sandbox.ts';

let box: Sandbox;
beforeEach(() => {
  box = makeSandbox();
  vi.useFakeTimers({ now: new Date('2026-01-01T12:00:00Z'), toFake: ['Date'] });
  box.put(
    'cle.config.yaml',
    'version: 1\nenvironments:\n  homologation:\n    - file: .env\n      set: { PAYLINE_MERCHANT_ID: merchantId, PAYLINE_ACCESS_KEY: accessKey }\n',
  );
  box.put('.env', `PAYLINE_MERCHANT_ID=17626983201234\nPAYLINE_ACCESS_KEY=${canary}\n`);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  box.remove();
});

const at = (words: readonly string[]) => box.cle([...words, '--project', box.project, '--json']);
const apply = (...words: string[]) =>
  box.cle(['apply', '-', '--yes', '--project', box.project, ...words], { input: keyJson(canary) });

it('exits with 4 if a key is too old, counted from its first installation, otherwise with 0', async () => {
  await apply();
  vi.setSystemTime(new Date('2026-03-31T12:00:00Z'));
  expect((await apply()).status).toBe(0);
  expect((await at(['status', '--max-age', '90d'])).status).toBe(0);
  vi.setSystemTime(new Date('2026-04-01T12:00:00Z'));
  const old = await at(['status', '--max-age', '90d']);
  expect(old.status).toBe(4);
  expect(jsonOf(old)).toMatchObject({
    ok: false,
    code: 'keys-due',
    due: [{ code: 'key-old', params: { age: 90, most: 90, environment: 'homologation' } }],
  });
  expect((await at(['status'])).status, 'nobody asked for ages').toBe(0);
  expect(findSecret(canary, [{ name: 'output', bytes: Buffer.from(old.out + old.err) }])).toEqual([]);
});

it('exits with 4 if a key ends soon', async () => {
  expect((await apply('--ends', '2026-06-30')).status).toBe(0);
  expect((await at(['status', '--expires-within', '30d'])).status).toBe(0);
  vi.setSystemTime(new Date('2026-06-10T12:00:00Z'));
  const soon = await at(['status', '--expires-within', '30d']);
  expect(soon.status).toBe(4);
  expect(jsonOf(soon)).toMatchObject({ due: [{ code: 'key-ends', params: { ends: '2026-06-30' } }] });
  vi.setSystemTime(new Date('2026-07-01T12:00:00Z'));
  expect(jsonOf(await at(['status', '--expires-within', '30d']))).toMatchObject({
    due: [{ code: 'key-over', message: expect.stringContaining('ended on 2026-06-30') }],
  });
});

it('counts an unknown age as due', async () => {
  const ran = await at(['status', '--max-age', '90d']);
  expect(ran.status).toBe(4);
  expect(jsonOf(ran)).toMatchObject({ due: [{ code: 'key-age-unknown' }] });
});

it('exits with 2 for an invalid number of days or date, before anything is changed', async () => {
  for (const days of ['old', '90x', '0d', '-1d', '1.5d', '99999d', '']) {
    expect((await at(['status', `--max-age=${days}`])).status, `--max-age=${days}`).toBe(2);
    expect((await at(['status', `--expires-within=${days}`])).status, `--expires-within=${days}`).toBe(2);
  }
  for (const day of ['2026-02-30', '31/01/2027', '2027-1-31', 'soon', '']) {
    expect((await apply(`--ends=${day}`)).status, `--ends=${day}`).toBe(2);
  }
  expect(jsonOf(await at(['status']))).toMatchObject({ keys: [{ since: null, ends: null }] });
});

it('writes a calendar once, in lines of at most 75 bytes, and overwrites nothing', async () => {
  await apply('--ends', '2026-06-30');
  const file = `${box.project}/keys.ics`;
  expect((await at(['status', '--ics', file])).status).toBe(0);
  const text = box.read('keys.ics');
  expect(text).toContain('\r\nDTSTART;VALUE=DATE:20260630\r\n');
  expect(text.match(/(?<=^TRIGGER:).*(?=\r$)/gm)).toEqual(['-P30D', '-P7D', '-P1D']);
  expect(text.startsWith('BEGIN:VCALENDAR\r\n') && text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(findSecret(canary, [{ name: 'keys.ics', bytes: Buffer.from(text) }])).toEqual([]);
  expect(jsonOf(await at(['status', '--ics', file]))).toMatchObject({ code: 'calendar-exists' });
  expect(box.read('keys.ics')).toBe(text);
});

import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withLock } from '../../../../configurator/machine/lock.ts';
import { knownKeys, rememberKey } from '../../../../configurator/machine/records/known-keys.ts';
import { AccessKey } from '../../../../shared/access-key.ts';
import { makeSandbox, type Sandbox } from '../../sandbox.ts';

let box: Sandbox;
let path: string;
beforeEach(() => {
  box = makeSandbox();
  path = join(box.env['CLE_HOME'] ?? '', 'known-keys.jsonl');
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const keyNumbered = (number: number) => `aKeyThatIsNone${String(number).padStart(6, '0')}`;
const remember = (number: number, parts: { reference?: string; environment?: string } = {}) => {
  const { reference = 'REF', environment = 'homologation' } = parts;
  const fields = { environment, merchantId: '17626983201234', reference, accessKey: keyNumbered(number) };
  return withLock((lock) => rememberKey(AccessKey.parse(fields), lock));
};
const references = async () => (await knownKeys()).keys.map(({ reference }) => reference);

describe('known keys', () => {
  it('keep the same secret from the first key on, which only its owner can read', async () => {
    await remember(1, { reference: 'one' });
    const { secret } = await knownKeys();
    await remember(2, { reference: 'two' });
    expect(await references()).toEqual(['one', 'two']);
    expect((await knownKeys()).secret).toBe(secret);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('are recorded once per environment, and again if something changed', async () => {
    await remember(1, { reference: 'one' });
    const before = readFileSync(path, 'utf8');
    await remember(1, { reference: 'one' });
    expect(readFileSync(path, 'utf8')).toBe(before);
    await remember(2, { reference: 'two' });
    await remember(1, { reference: 'one, renamed' });
    expect(await references()).toEqual(['two', 'one, renamed']);
    await remember(1, { reference: 'one, renamed', environment: 'production' });
    expect(await references()).toEqual(['two', 'one, renamed', 'one, renamed']);
    await remember(1, { reference: 'one' });
    expect(await references()).toEqual(['two', 'one, renamed', 'one']);
  });

  it('skip a line that a crash cut off, and keep the next one', async () => {
    await remember(1, { reference: 'one' });
    appendFileSync(path, '\n{"masked":"*');
    await remember(2, { reference: 'two' });
    expect(await references()).toEqual(['one', 'two']);
  });

  it('are refused, and left as they are, if their secret is gone', async () => {
    await remember(1);
    const broken = readFileSync(path, 'utf8').replace('"secret"', '"secrets"');
    writeFileSync(path, broken);
    await expect(knownKeys()).rejects.toMatchObject({ code: 'state-unreadable', params: { file: path } });
    await expect(remember(2)).rejects.toMatchObject({ code: 'state-unreadable' });
    expect(readFileSync(path, 'utf8')).toBe(broken);
  });

  it('are the latest thousand, in a file that is rewritten once it is large', async () => {
    await remember(1, { reference: 'first' });
    const [head = '', line = ''] = readFileSync(path, 'utf8').split('\n');
    const { fingerprint } = JSON.parse(line) as { fingerprint: string };
    const others = Array.from({ length: 4000 }, (_, index) =>
      line.replace(fingerprint, `${String(index).padStart(5, '0')}-00000`),
    );
    writeFileSync(path, [head, ...others].join('\n'));
    const before = statSync(path).size;
    expect(before).toBeGreaterThan(1024 * 1024);
    const { secret } = await knownKeys();
    await remember(2, { reference: 'last' });
    expect(statSync(path).size).toBeLessThan(before / 3);
    const { secret: after, keys } = await knownKeys();
    expect([after, keys.length, keys.at(-1)?.reference]).toEqual([secret, 1000, 'last']);
  });

  it('can be recorded again once they were forgotten', async () => {
    await remember(1, { reference: 'again' });
    const [head = '', line = ''] = readFileSync(path, 'utf8').split('\n');
    const { fingerprint } = JSON.parse(line) as { fingerprint: string };
    const others = Array.from({ length: 1000 }, (_, index) =>
      line.replace(fingerprint, `${String(index).padStart(5, '0')}-00000`).replace('again', 'other'),
    );
    writeFileSync(path, [head, line, ...others].join('\n'));
    expect(await references()).not.toContain('again');
    await remember(1, { reference: 'again' });
    expect(await references()).toContain('again');
  });
});

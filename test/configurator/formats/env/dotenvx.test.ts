import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { env } from '../../../../configurator/formats/env/env.ts';
import { rewrite } from '../../../../configurator/formats/rewrite.ts';
import { sampled, times } from '../../../sample.ts';
import { assignments, refusalOf } from '../assign.ts';
import { everyValue, randomValues } from '../lookalikes.ts';

const command = resolve(import.meta.dirname, '../../../../node_modules/.bin/dotenvx');
const key = 'Zq7RtY2uPw9LkXc4VbN8';
const ciphertext = 'encrypted:[A-Za-z0-9+/]{130,}={0,2}';

let folder: string;
/** A file that dotenvx encrypted, with its own key pair beside it. */
let encrypted: string;

function dotenvx(...args: string[]): string {
  const { PATH } = process.env;
  const { status, stdout, stderr } = spawnSync(command, [...args, '--quiet'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH, HOME: folder },
  });
  if (status !== 0) throw new Error(`dotenvx ${args[0]} ended with ${status}: ${stderr}`);
  return stdout;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cle-dotenvx-'));
  writeFileSync(join(folder, '.env'), 'PAYLINE_ACCESS_KEY="old"\nOTHER=\'it # stays\'\n');
  dotenvx('encrypt');
  encrypted = readFileSync(join(folder, '.env'), 'utf8');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function written(text: string, values: Readonly<Record<string, string>>, dialect?: string) {
  const format = (await env.forText?.(text)) ?? env;
  return rewrite(format, Buffer.from(text), assignments(values), { file: '.env', dialect });
}

async function textOf(text: string, values: Readonly<Record<string, string>>, dialect?: string) {
  return Buffer.from((await written(text, values, dialect)).bytes).toString('utf8');
}

/** The refusal of a write. */
async function refusalFor(text: string, values: Readonly<Record<string, string>>) {
  const format = (await env.forText?.(text)) ?? env;
  return refusalOf(() =>
    rewrite(format, Buffer.from(text), assignments(values), { file: '.env', dialect: undefined }),
  );
}

function readBack(text: string): Record<string, string> {
  writeFileSync(join(folder, '.env'), text);
  return JSON.parse(dotenvx('get')) as Record<string, string>;
}

describe('in a file that dotenvx encrypted', () => {
  it('a value is encrypted in its place, and nothing else changes', async () => {
    const after = await textOf(encrypted, { PAYLINE_ACCESS_KEY: key });
    const value = new RegExp(`PAYLINE_ACCESS_KEY="(${ciphertext})"`);
    expect(after).not.toContain(key);
    expect(after.replace(value, '')).toBe(encrypted.replace(value, ''));
    expect(value.exec(after)?.[1]).not.toBe(value.exec(encrypted)?.[1]);
    expect(readBack(after)).toMatchObject({ PAYLINE_ACCESS_KEY: key, OTHER: 'it # stays' });
  });

  it('a new value is encrypted too, in the style of the file', async () => {
    const after = await textOf(`${encrypted}#PAYLINE_NEW=\r\n`, { PAYLINE_NEW: key });
    expect(after).toMatch(new RegExp(`#PAYLINE_NEW=\\r?\\nPAYLINE_NEW=(["'])${ciphertext}\\1`));
    expect(readBack(after)).toMatchObject({ PAYLINE_NEW: key, PAYLINE_ACCESS_KEY: 'old' });
  });

  it('a plain value beside encrypted ones is encrypted, even if it is already the new value', async () => {
    const after = await textOf(`${encrypted}PLAIN=${key}\n`, { PLAIN: key });
    expect(after).not.toContain(key);
    expect(readBack(after)).toMatchObject({ PLAIN: key });
  });

  it('an encrypted value is written again each time, as its content is not known', async () => {
    const once = await textOf(encrypted, { OTHER: key });
    const twice = await written(once, { OTHER: key });
    expect([twice.changed, twice.encrypted]).toEqual([true, true]);
    expect(readBack(Buffer.from(twice.bytes).toString('utf8'))).toMatchObject({ OTHER: key });
  });

  it('dotenvx decrypts every value that is written, in all quotes', async () => {
    // The library takes a tenth of a second for each encryption.
    const hard = sampled(everyValue, 40, 'values that dotenvx encrypts');
    const values = [...hard, ...randomValues(150)].filter((value) => !value.startsWith('encrypted:'));
    const quotes = ['"', "'", '`', ''];
    const lines = values.map((_, index) => {
      const quote = quotes[index % quotes.length];
      return `K${index}=${quote}${quote}\n`;
    });
    const set = Object.fromEntries(values.map((value, index) => [`K${index}`, value]));
    const after = await textOf(encrypted + lines.join(''), set);
    expect(readBack(after)).toMatchObject({ ...set, OTHER: 'it # stays' });
    expect(values.length).toBeGreaterThan(times(250, 50));
  });

  it.each(env.dialects)('no value is written unencrypted in dialect %s', async (dialect) => {
    const text = encrypted.replaceAll(/^#.*\n/gm, '');
    const after = await textOf(text, { PAYLINE_ACCESS_KEY: key }, dialect).catch((error) => error.code);
    expect(after).not.toContain(key);
  });

  it('an encrypted value is not reported as a key', async () => {
    const format = (await env.forText?.(encrypted)) ?? env;
    const [, first] = format.read(encrypted, { file: '.env', dialect: undefined });
    expect(first).toMatchObject({ address: 'PAYLINE_ACCESS_KEY', value: undefined });
  });
});

describe('is refused', () => {
  const otherKey = `DOTENV_PUBLIC_KEY_CI="${'03'.padEnd(66, 'a')}"\n`;

  it.each([
    ['a file whose key is gone', (text: string) => text.replace(/^DOTENV_PUBLIC_KEY.*\n/m, '')],
    ['a file with two keys', (text: string) => otherKey + text],
    ['an invalid key', (text: string) => text.replace(/^DOTENV_PUBLIC_KEY.*$/m, 'DOTENV_PUBLIC_KEY="x"')],
    [
      'a key that is not a point on the curve',
      (text: string) => text.replace(/^DOTENV_PUBLIC_KEY.*$/m, `DOTENV_PUBLIC_KEY="02${'f'.repeat(64)}"`),
    ],
  ])('%s', async (_, change) => {
    const text = change(encrypted);
    expect(text).not.toBe(encrypted);
    for (const name of ['PAYLINE_ACCESS_KEY', 'NEW']) {
      expect(await refusalFor(text, { [name]: key })).toMatchObject([
        'encryption-key-missing',
        { file: '.env' },
      ]);
    }
  });

  it('a value that dotenvx would decrypt twice', async () => {
    const refusal = await refusalFor(encrypted, { OTHER: 'encrypted:abc' });
    expect(refusal).toMatchObject(['value-unrepresentable', { address: 'OTHER', format: '.env (dotenvx)' }]);
  });
});

it('the encrypting part is loaded for such files only', async () => {
  expect(await env.forText?.('KEY=1\n')).toBe(env);
  expect(await env.forText?.(encrypted)).not.toBe(env);
});

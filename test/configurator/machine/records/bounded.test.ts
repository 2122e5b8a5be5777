import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withLock } from '../../../../configurator/machine/lock.ts';
import { backupIds } from '../../../../configurator/machine/records/backups.ts';
import { boundJournal, journal, readJournal } from '../../../../configurator/machine/records/journal.ts';
import { keyEnds, noteKeyEnd } from '../../../../configurator/machine/records/key-ends.ts';
import { isUsed, noteUsed } from '../../../../configurator/machine/records/used-captures.ts';
import type { Receipt } from '../../../../shared/wire.ts';
import { makeSandbox, type Sandbox } from '../../sandbox.ts';

const project = 'a'.repeat(32);
const weeks = 520;

let box: Sandbox;
let state: string;
beforeEach(() => {
  box = makeSandbox();
  state = box.env['CLE_HOME'] ?? '';
  mkdirSync(state, { recursive: true, mode: 0o700 });
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const put = (name: string, text: string) => writeFileSync(join(state, name), text, { mode: 0o600 });

const receipt = (week: number): Receipt => ({
  captureId: randomUUID(),
  project: String(week % 200).padStart(32, '0'),
  key: {
    environment: 'homologation',
    merchantId: '17626983201234',
    reference: `week ${week}`,
    masked: '*****qV8',
    fingerprint: String(week),
  },
  installed: new Date(week * 604_800_000).toISOString(),
  targets: [],
});

describe('the records of ten years with a key a week in 200 projects', () => {
  it('include a journal of at most a mebibyte, with the latest receipts', async () => {
    const lines = Array.from({ length: 4_000 }, (_, at) => `\n${JSON.stringify(receipt(at))}`);
    put('journal.jsonl', lines.join(''));
    for (let week = 4_000; week < 4_030; week++) {
      await withLock(async (lock) => {
        await journal(receipt(week), lock);
        await boundJournal(lock);
      });
      // Read in between, as a command over many projects does.
      expect((await readJournal()).ofKey(String(week))).toHaveLength(1);
    }
    expect(statSync(join(state, 'journal.jsonl')).size).toBeLessThanOrEqual(1024 * 1024);
    const kept = await readJournal();
    expect(kept.receipts[0]?.key.fingerprint).toBe('4029');
    expect(kept.ofProject(String(4029 % 200).padStart(32, '0'))[0]?.key.fingerprint).toBe('4029');
    expect(kept.ofKey('0')).toEqual([]);
  });

  it('include a list of used captures that goes back further, but at most twice as far', async () => {
    const ids = Array.from({ length: 4_000 }, () => randomUUID());
    put(`used-${project}.txt`, ids.map((id) => `\n${id}`).join(''));
    const last = randomUUID();
    await withLock((lock) => noteUsed(project, last, lock));
    const left = readFileSync(join(state, `used-${project}.txt`), 'utf8')
      .split('\n')
      .filter(Boolean);
    expect(left).toHaveLength(2_000);
    for (const id of [last, ids.at(-weeks) ?? '']) expect(await isUsed(project, id)).toBe(true);
    expect(await isUsed(project, ids[0] ?? '')).toBe(false);
  });

  it('include a list of ends without the first ones', async () => {
    const ends = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`print-${at}`, '2026-01-02']));
    put('key-ends.json', JSON.stringify({ version: 1, ends }));
    await withLock((lock) => noteKeyEnd('print-7', '2027-01-02', lock));
    await withLock((lock) => noteKeyEnd('new', '2028-01-02', lock));
    const left = await keyEnds();
    expect([left.size, left.get('print-7'), left.get('new'), left.get('print-0')]).toEqual([
      2_000,
      '2027-01-02',
      '2028-01-02',
      undefined,
    ]);
  });

  it('include backups by project, and those of an earlier version', async () => {
    mkdirSync(join(state, 'backups'), { mode: 0o700 });
    for (const number of ['00000001', '00000002']) put(`backups/${project}-${number}.age`, '');
    put(`backups/${'b'.repeat(32)}-00000001.age`, '');
    expect(await backupIds(project)).toEqual([`${project}-00000002`, `${project}-00000001`]);
    expect(await backupIds(project)).toHaveLength(2);
  });
});

import { randomUUID } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withLock } from '../../../../configurator/machine/lock.ts';
import {
  boundJournal,
  findReceipt,
  journal,
  journalUndone,
  receipts,
} from '../../../../configurator/machine/records/journal.ts';
import type { Receipt } from '../../../../shared/wire.ts';
import { makeSandbox, type Sandbox } from '../../sandbox.ts';

let box: Sandbox;
let path: string;
beforeEach(() => {
  box = makeSandbox();
  path = join(box.env['CLE_HOME'] ?? '', 'journal.jsonl');
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const project = '0'.repeat(32);
const receipt = (parts: Partial<Receipt> = {}): Receipt => ({
  captureId: randomUUID(),
  project,
  key: {
    environment: 'homologation',
    merchantId: '17626983201234',
    reference: '',
    masked: '*****qV8',
    fingerprint: '00000-00000',
  },
  installed: '2026-01-02T03:04:05.678Z',
  targets: [],
  ...parts,
});
const write = (entry: Receipt) =>
  withLock(async (lock) => {
    await journal(entry, lock);
    await boundJournal(lock);
  });
const undo = (undone: string, of = project) =>
  withLock((lock) => journalUndone({ undone, project: of, at: '2026-01-02T03:04:05.678Z' }, lock));

describe('the journal', () => {
  it('returns its receipts, the latest first, and is readable by its owner only', async () => {
    const [first, second] = [receipt(), receipt()];
    await write(first);
    await write(second);
    expect(await receipts()).toEqual([second, first]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('skips a line that a crash cut off, and keeps the next one', async () => {
    const [first, second] = [receipt(), receipt()];
    await write(first);
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n{"captureId":"0`);
    await write(second);
    expect(await receipts()).toEqual([second, first]);
  });

  it('forgets what was undone, in that project, until it is installed again', async () => {
    const one = receipt();
    const elsewhere = receipt({ captureId: one.captureId, project: 'f'.repeat(32) });
    await write(one);
    await write(elsewhere);
    await undo(one.captureId);
    expect(await receipts()).toEqual([elsewhere]);
    expect(await findReceipt(one.captureId)).toEqual(elsewhere);
    await write(one);
    expect(await findReceipt(one.captureId)).toEqual(one);
  });

  it('keeps the latest whole lines once it grows past a mebibyte', async () => {
    const lines = Array.from({ length: 4000 }, () => `\n${JSON.stringify(receipt())}`);
    await write(receipt());
    writeFileSync(path, lines.join(''));
    const last = receipt();
    await write(last);
    expect(statSync(path).size).toBeLessThanOrEqual(512 * 1024);
    const kept = await receipts();
    expect(kept[0]).toEqual(last);
    expect(readFileSync(path, 'utf8').split('\n').filter(Boolean)).toHaveLength(kept.length);
    expect(kept.length).toBeGreaterThan(1000);
  });

  it('keeps the latest line even where it alone is larger than that', async () => {
    const target = (): Receipt['targets'][number] => ({
      file: 'x'.repeat(4096),
      change: 'unchanged',
      fields: [],
      sha256: '0'.repeat(64),
    });
    const large = receipt({ targets: Array.from({ length: 300 }, target) });
    await write(receipt());
    await write(large);
    expect(await receipts()).toEqual([large]);
  });
});

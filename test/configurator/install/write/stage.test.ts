import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { stage } from '../../../../configurator/install/write/swap.ts';
import { temporaryName } from '../../../../configurator/machine/files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cle-stage-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The new file beside an old one, as created on one system. */
async function staged(system: NodeJS.Platform): Promise<string> {
  const temporary = temporaryName();
  writeFileSync(join(folder, '.env'), 'KEY=an old one, longer than the new\n');
  // On Linux a copy carries over modes; on Windows, what `attrib` shows, and streams.
  chmodSync(join(folder, '.env'), 0o640);
  const { uid, gid } = statSync(join(folder, '.env'), { bigint: true });
  const swap = { folder, name: '.env', temporary, expected: '', mode: 0o640 };
  const folders = { pathOf: join, sync: async () => {} };
  await stage(swap, Buffer.from('KEY=new\n'), { uid, gid }, folders, system);
  return join(folder, temporary);
}

it('on Windows, the new file is a copy of the old one with different content', async () => {
  const path = await staged('win32');
  expect(readFileSync(path, 'utf8')).toBe('KEY=new\n');
  expect(statSync(path).mode & 0o777).toBe(0o640);
});

it('elsewhere, it starts as a file that only its owner can read', async () => {
  const path = await staged('linux');
  expect(readFileSync(path, 'utf8')).toBe('KEY=new\n');
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { missingPeers, type Peer } from './peers.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cle-peers-'));
  vi.stubEnv('PATH', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function program(name: string, source: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${source}\n`);
  chmodSync(file, 0o755);
  return file;
}

const reader: Peer = { command: 'reader', package: 'reader-cli', reads: 'letters' };
const module = { name: 'letters', probe: ['letters'] };

it('finds a program on the path', () => {
  program('reader', '');
  expect(missingPeers([reader])).toEqual([]);
});

it('finds a program by its absolute path', () => {
  const command = program('elsewhere', '');
  vi.stubEnv('PATH', '');
  expect(missingPeers([{ ...reader, command }])).toEqual([]);
});

it('reports a program as missing that does not exist or does not run', () => {
  writeFileSync(join(folder, 'text'), '');
  const text = { ...reader, command: 'text' };
  expect(missingPeers([reader, text])).toEqual([reader, text]);
});

it('reports a program as missing that cannot load its module', () => {
  program('reader', 'exit 1');
  expect(missingPeers([{ ...reader, module }])).toHaveLength(1);
});

it('finds a program that loads its module', () => {
  program('reader', '[ "$1" = letters ]');
  expect(missingPeers([{ ...reader, module }])).toEqual([]);
});

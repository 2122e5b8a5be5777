import { spawnSync } from 'node:child_process';
import fs, { readdirSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readAgain } from '../../../configurator/install/targets/snapshot.ts';
import { createLike, removeFile, replaceFile } from '../../../configurator/machine/files.ts';
import { loadRecipient } from '../../../configurator/machine/identity/identity.ts';
import { keepFromOthers } from '../../../configurator/machine/identity/readers.ts';
import { readOwn } from '../../../configurator/machine/private-file.ts';
import { endTree } from '../../../configurator/machine/programs.ts';
import { makeSandbox, type Sandbox } from '../sandbox.ts';

vi.mock('node:process', async (original) => ({
  ...(await original<typeof import('node:process')>()),
  platform: 'win32',
}));
vi.mock('node:child_process', async (original) => ({
  ...(await original<typeof import('node:child_process')>()),
  spawnSync: vi.fn(),
}));
vi.mock('../../../configurator/machine/identity/readers.ts', () => ({ keepFromOthers: vi.fn() }));

let box: Sandbox;
beforeEach(() => {
  box = makeSandbox();
  box.put('.env', 'KEY=\n');
  box.put('new', 'KEY=new\n');
  vi.stubEnv('SystemRoot', 'C:\\Windows');
});
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  vi.unstubAllEnvs();
  box.remove();
});

const at = (name: string) => join(box.project, name);

const doors: readonly (readonly [keyof typeof fs, string, () => unknown, string])[] = [
  ['renameSync', 'replaced', () => replaceFile(at('new'), at('.env')), 'KEY=new\n'],
  ['unlinkSync', 'removed', () => removeFile(at('new')), 'KEY=\n'],
  ['copyFileSync', 'copied', () => createLike(at('.env'), at('copy'), Buffer.from('')), 'KEY=\n'],
  ['openSync', 'opened', () => readOwn(at('.env')), 'KEY=\n'],
  ['readFileSync', 'read back', () => readAgain(box.project, '.env'), 'KEY=\n'],
];

it.each(doors)('%s: a file is %s once the scanner that has it open lets go', async (call, _, step, left) => {
  const real = fs[call] as (...args: unknown[]) => unknown;
  let held = 3;
  vi.spyOn(fs, call as 'renameSync').mockImplementation((...args: unknown[]) => {
    held -= 1;
    if (held >= 0) throw Object.assign(new Error('held'), { code: 'EBUSY' });
    return real(...args);
  });
  syncBuiltinESMExports();
  await step();
  expect(held).toBeLessThan(0);
  expect(box.read('.env')).toBe(left);
});

it('a program is ended with all its descendants', () => {
  endTree({ pid: 42 });
  const program = 'C:\\Windows\\System32\\taskkill.exe';
  expect(spawnSync).toHaveBeenCalledWith(program, ['/T', '/F', '/PID', '42'], expect.anything());
});

it('the folder of the identity is restricted to its owner before the identity is in it', async () => {
  let found: string[] | undefined;
  vi.mocked(keepFromOthers).mockImplementation((folder) => {
    found = readdirSync(folder);
  });
  await loadRecipient();
  expect(found).toEqual([]);
});

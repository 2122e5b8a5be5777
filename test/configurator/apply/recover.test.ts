import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { recover } from '../../../configurator/apply/recover.ts';
import { temporaryName } from '../../../configurator/disk/temporary-name.ts';
import { makeSandbox, type Sandbox } from '../sandbox.ts';

let box: Sandbox;
beforeEach(() => {
  box = makeSandbox();
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

it.each(['.', 'commits', 'backups'])(
  'sweeps what a crash left in the state folder, in "%s"',
  async (name) => {
    const folder = join(box.env['CLE_HOME'] ?? '', name);
    mkdirSync(folder, { recursive: true });
    const left = join(folder, temporaryName());
    writeFileSync(left, 'half of something');
    await recover();
    expect(existsSync(left), 'recover() must look into every folder that writeDurably writes to').toBe(false);
  },
);

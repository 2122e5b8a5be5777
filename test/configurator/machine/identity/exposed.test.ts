import { chmodSync, chownSync, mkdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadRecipient } from '../../../../configurator/machine/identity/identity.ts';
import { mustBeRoot } from '../../ordinary-user.ts';
import { makeSandbox, type Sandbox } from '../../sandbox.ts';

let box: Sandbox;
let folder: string;
let file: string;
beforeEach(async () => {
  box = makeSandbox();
  await loadRecipient();
  folder = join(box.env['CLE_HOME'] ?? '', 'identities');
  file = join(folder, 'current.txt');
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

async function refusal(): Promise<unknown> {
  const caught = ({ code, params }: { code: string; params: object }) => [code, params];
  return loadRecipient().then(() => 'read', caught);
}

it.each([0o640, 0o660, 0o620, 0o610, 0o604, 0o602, 0o601])(
  'an identity of the mode %o is refused by name',
  async (mode) => {
    chmodSync(file, mode);
    const refused = ['identity-exposed', { file, mode: '600' }];
    expect(await refusal()).toEqual(refused);
    chmodSync(file, 0o600);
    expect(await refusal()).toBe('read');
  },
);

it.each([0o750, 0o710, 0o705, 0o701])(
  'a folder of identities of the mode %o is refused by name',
  async (mode) => {
    chmodSync(folder, mode);
    const refused = ['identity-exposed', { file: folder, mode: '700' }];
    expect(await refusal()).toEqual(refused);
  },
);

it('an identity that another user owns is refused by name', async () => {
  mustBeRoot();
  chownSync(file, 1001, 1001);
  const refused = ['identity-foreign', { file }];
  expect(await refusal()).toEqual(refused);
});

it('an identity in a git repository is refused with its folder, whichever folder is the repository’s', async () => {
  const state = box.env['CLE_HOME'] ?? '';
  for (const repository of [folder, state, box.home]) {
    mkdirSync(join(repository, '.git'));
    expect(await refusal()).toEqual(['identity-in-git', { folder, repository }]);
    rmdirSync(join(repository, '.git'));
  }
  expect(await refusal()).toBe('read');
});

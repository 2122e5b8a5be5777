import { mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { platform } from 'node:process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withFolders } from '../../../../configurator/install/write/folders.ts';
import { makeSandbox, type Sandbox } from '../../sandbox.ts';

let box: Sandbox;
let conf: string;
let evil: string;
beforeEach(() => {
  box = makeSandbox();
  conf = join(box.project, 'conf');
  evil = join(box.root, 'evil');
  for (const folder of [conf, evil]) mkdirSync(folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

describe('withFolders', () => {
  it.runIf(platform === 'linux')('stays in the folder that it opened, whatever replaces it', async () => {
    await withFolders([conf], async (folders) => {
      renameSync(conf, `${conf}-moved`);
      symlinkSync(evil, conf);
      writeFileSync(folders.pathOf(conf, 'secret'), 'x');
    });
    expect(readdirSync(evil)).toEqual([]);
    expect(readdirSync(`${conf}-moved`)).toEqual(['secret']);
  });

  it('refuses a folder that became a symbolic link, and one below it', async () => {
    mkdirSync(join(evil, 'inner'));
    mkdirSync(join(conf, 'inner'));
    renameSync(conf, `${conf}-moved`);
    symlinkSync(evil, conf);
    const paths = platform === 'linux' ? [conf, join(conf, 'inner')] : [conf];
    for (const path of paths) {
      await expect(
        withFolders([path], async () => undefined),
        path,
      ).rejects.toMatchObject({
        code: 'write-failed',
        params: { file: path },
      });
    }
  });

  it('reaches no folder that it did not open', async () => {
    await withFolders([conf], async (folders) => {
      expect(() => folders.pathOf(evil, 'x')).toThrow(RangeError);
    });
  });
});

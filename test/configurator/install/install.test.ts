import { chownSync, readdirSync, renameSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { install } from '../../../configurator/install/install.ts';
import { makePlan } from '../../../configurator/install/plan.ts';
import { resolveTarget, takeSnapshot } from '../../../configurator/install/targets/snapshot.ts';
import { replaceFiles } from '../../../configurator/install/write/replace-files.ts';
import { isTemporaryName } from '../../../configurator/machine/files.ts';
import { withLock } from '../../../configurator/machine/lock.ts';
import { backupIds } from '../../../configurator/machine/records/backups.ts';
import { receipts } from '../../../configurator/machine/records/journal.ts';
import { loadProject } from '../../../configurator/project/load.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { canary, fakeKey } from '../../extension/key.ts';
import { mustBeRoot } from '../ordinary-user.ts';
import { makeSandbox, type Sandbox } from '../sandbox.ts';

const captureId = '7f1f5c0e-3c1d-4b53-9a6e-0d6c2f6a1b11';
const files = ['.env', 'conf/b.env', 'conf/c.env'];

let box: Sandbox;
beforeEach(() => {
  box = makeSandbox();
  const targets = files.map((file) => `    - { file: ${file}, set: { KEY: accessKey } }\n`).join('');
  box.put('cle.config.yaml', `version: 1\nenvironments:\n  homologation:\n${targets}`);
  for (const file of files) box.put(file, 'KEY=former\n');
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const at = (file: string) => join(box.project, file);
const plan = async () => makePlan(await loadProject(box.project), fakeKey());
const texts = () => files.map((file) => box.read(file));
const temporaries = () =>
  readdirSync(box.root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    isTemporaryName(name.split('/').at(-1) ?? ''),
  );
const records = () => readdirSync(join(box.env['CLE_HOME'] ?? '', 'commits'));

function expectNothingDone(former: readonly string[]): void {
  expect(texts()).toEqual(former);
  expect(temporaries(), 'a refused change must leave no temporary file').toEqual([]);
  expect(records(), 'a refused change must leave no record').toEqual([]);
}

describe('install', () => {
  it('writes every file, returns a receipt of what it read back, and records it in the journal', async () => {
    const receipt = await install(await plan(), { captureId });
    expect(texts()).toEqual(files.map(() => `KEY=${canary}\n`));
    expect(receipt.targets.map(({ file, change }) => `${file} ${change}`)).toEqual(
      files.map((file) => `${file} changed`),
    );
    expect(await receipts()).toEqual([receipt]);
    expect(temporaries()).toEqual([]);
    expect(records()).toEqual([]);
  });

  it.each([0o600, 0o640, 0o664, 0o604])('keeps the mode %o, whatever the umask', async (mode) => {
    box.put('.env', 'KEY=former\n', mode);
    const umask = process.umask(0o077);
    try {
      await install(await plan(), { captureId });
    } finally {
      process.umask(umask);
    }
    expect(statSync(at('.env')).mode & 0o777).toBe(mode);
  });

  it('keeps owner and group', async () => {
    mustBeRoot();
    chownSync(at('.env'), 1234, 5678);
    await install(await plan(), { captureId });
    expect(statSync(at('.env'))).toMatchObject({ uid: 1234, gid: 5678 });
  });

  it('writes nothing if one file was changed after the plan was made, and keeps that change', async () => {
    const planned = await plan();
    box.put('conf/c.env', 'KEY=mine\n');
    const former = texts();
    await expect(install(planned, { captureId })).rejects.toMatchObject({
      code: 'file-changed',
      params: { file: 'conf/c.env' },
    });
    expectNothingDone(former);
    expect(await backupIds(planned.project.id)).toEqual([]);
    expect(await receipts()).toEqual([]);
  });

  it('notices a file that was replaced by another one with the same bytes', async () => {
    const planned = await plan();
    box.put('twin.env', 'KEY=former\n');
    renameSync(at('twin.env'), at('.env'));
    await expect(install(planned, { captureId })).rejects.toMatchObject({ code: 'file-changed' });
    expectNothingDone(files.map(() => 'KEY=former\n'));
  });

  it('notices different bytes of the same length in the same inode, with the same dates', async () => {
    const then = new Date(1_700_000_000_000);
    utimesSync(at('.env'), then, then);
    const planned = await plan();
    box.put('.env', 'KEY=others\n');
    utimesSync(at('.env'), then, then);
    await expect(install(planned, { captureId })).rejects.toMatchObject({ code: 'file-changed' });
    expect(box.read('.env')).toBe('KEY=others\n');
  });

  it('writes nothing if the folder of a file was moved in the meantime', async () => {
    const planned = await plan();
    renameSync(at('conf'), at('moved'));
    await expect(install(planned, { captureId })).rejects.toMatchObject({ code: 'write-failed' });
    expect(box.read('.env')).toBe('KEY=former\n');
    expect(temporaries()).toEqual([]);
  });
});

describe('replaceFiles', () => {
  it('restores every file, bytes and mode, if the check after writing fails', async () => {
    box.put('.env', 'KEY=former\n', 0o640);
    const replacements = await Promise.all(
      files.map(async (file) => {
        const snapshot = await takeSnapshot(await resolveTarget(box.project, file), file);
        return { file, snapshot, content: Buffer.from(`KEY=new ${file}\n`) };
      }),
    );
    let seen: string[] = [];
    const verify = async () => {
      seen = texts();
      throw new Refusal('read-back-failed', { file: '.env' });
    };
    const change = withLock((lock) => replaceFiles(replacements, verify, lock));
    await expect(change).rejects.toMatchObject({ code: 'read-back-failed' });
    expect(seen, 'all must be in place when they are looked at').toEqual(
      files.map((file) => `KEY=new ${file}\n`),
    );
    expectNothingDone(files.map(() => 'KEY=former\n'));
    expect(statSync(at('.env')).mode & 0o777).toBe(0o640);
  });
});

import { randomUUID } from 'node:crypto';
import fs, { cpSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hostHandlers } from '../../../configurator/native-host/handlers.ts';
import { loadProject, registerProject } from '../../../configurator/project/load.ts';
import { keyJson, makeSandbox, type Sandbox, sealedByExtension } from '../sandbox.ts';

const [first, second] = ['Zk3QpR8sVb2LtXy9MqV8', 'Yq7WmN4tBc6KrZs1PxL2'];
const former = 'KEY=former # stays\r\nOTHER=1';
const host = hostHandlers();

let box: Sandbox;
let project: string;
beforeEach(async () => {
  box = makeSandbox();
  box.put('.env', former);
  const targets = '[{ file: .env, set: { KEY: accessKey } }]';
  box.put('cle.config.yaml', `version: 1\nenvironments: { homologation: ${targets} }\n`);
  const loaded = await loadProject(box.project);
  await registerProject(loaded);
  project = loaded.id;
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

/** Installs as the extension does. @returns the capture's id */
async function install(accessKey: string, captureId: string = randomUUID()): Promise<string> {
  const sealed = await sealedByExtension(JSON.parse(keyJson(accessKey)), captureId);
  const { plan } = await host.plan({ project, sealed });
  await host.install({ project, sealed, digest: plan.digest });
  return captureId;
}

const holdings = async () => (await host.held({})).holdings;

describe('undo', () => {
  it('restores every byte and, if repeated, gives the same reply and does nothing', async () => {
    const captureId = await install(first);
    expect(box.read('.env')).not.toBe(former);
    const { undone } = await host.undo({ project, captureId });
    expect(undone).toEqual({ captureId, project, files: ['.env'] });
    expect(box.read('.env')).toBe(former);
    const since = `${former}2`;
    box.put('.env', since);
    expect((await host.undo({ project, captureId })).undone).toEqual(undone);
    expect(box.read('.env')).toBe(since);
  });

  it('is done once, even if requested several times at once', async () => {
    const captureId = await install(first);
    const answers = await Promise.all(Array.from({ length: 4 }, () => host.undo({ project, captureId })));
    expect(answers.map(({ undone }) => undone.files)).toEqual(Array(4).fill(['.env']));
    expect(box.read('.env')).toBe(former);
  });

  it('allows the key to be installed again, and that to be undone', async () => {
    const captureId = await install(first);
    await host.undo({ project, captureId });
    expect(await host.status({ captureId })).toEqual({ receipt: null });
    await install(first, captureId);
    expect(box.read('.env')).toContain(first);
    await host.undo({ project, captureId });
    expect(box.read('.env')).toBe(former);
  });

  it('is refused if another key was installed since', async () => {
    const captureId = await install(first);
    const later = await install(second);
    await expect(host.undo({ project, captureId })).rejects.toMatchObject({ code: 'undo-not-last' });
    expect(box.read('.env')).toContain(second);
    await host.undo({ project, captureId: later });
    expect(box.read('.env')).toContain(first);
    await host.undo({ project, captureId });
    expect(box.read('.env')).toBe(former);
  });

  it('is refused if the file was changed since, or nothing was installed', async () => {
    await expect(host.undo({ project, captureId: randomUUID() })).rejects.toMatchObject({
      code: 'undo-none',
    });
    const captureId = await install(first);
    box.put('.env', `${box.read('.env')}\r\nMORE=2`);
    await expect(host.undo({ project, captureId })).rejects.toMatchObject({ code: 'undo-changed' });
    await expect(host.undo({ project: '0'.repeat(32), captureId })).rejects.toMatchObject({
      code: 'project-unknown',
    });
  });
});

describe('held', () => {
  it('names the key in each project, and shows none', async () => {
    const { name } = await loadProject(box.project);
    const held = { project, name, environment: 'homologation' };
    expect(await holdings()).toEqual([{ ...held, keys: [expect.objectContaining({ reference: '' })] }]);
    await install(first);
    const fingerprint = expect.stringMatching(/^[0-9a-f]{5}-[0-9a-f]{5}$/);
    const key = { masked: '*****qV8', reference: '8ctQ2lfa', fingerprint, files: ['.env'] };
    expect(await holdings()).toEqual([{ ...held, keys: [key] }]);
    expect(JSON.stringify(await holdings())).not.toContain(first.slice(0, 8));
  });

  it('names no key if the files have none', async () => {
    box.put('.env', 'KEY=\n');
    expect((await holdings())[0]?.keys).toEqual([]);
  });

  it('names the keys of the others where Windows says UNKNOWN of a file of one project', async () => {
    await install(first);
    const other = join(box.root, 'other');
    cpSync(box.project, other, { recursive: true });
    await registerProject(await loadProject(other));
    const { openSync: open } = fs;
    vi.spyOn(fs, 'openSync').mockImplementation((path, ...rest) => {
      if (path === join(other, '.env')) throw Object.assign(new Error('no'), { code: 'UNKNOWN' });
      return open(path, ...rest);
    });
    syncBuiltinESMExports();
    try {
      expect((await holdings()).map(({ name, keys }) => [name, keys.length]).sort()).toEqual([
        ['other', 0],
        ['shop', 1],
      ]);
    } finally {
      vi.restoreAllMocks();
      syncBuiltinESMExports();
    }
  });
});

import { chmodSync, chownSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundle } from '../../../configurator/build.ts';
import { canary } from '../../extension/key.ts';
import { cleAsOrdinaryUser, isRoot, mustBeRoot, nobody } from '../ordinary-user.ts';
import { keyJson, makeSandbox, type Sandbox } from '../sandbox.ts';

// Modes do not restrict root, so as root these run as `nobody`.
describe('cle apply, as an ordinary user, for whom modes apply', () => {
  let box: Sandbox;
  let bundled: string;

  beforeAll(async () => {
    box = makeSandbox();
    chmodSync(box.root, 0o755);
    bundled = join(box.root, 'bundle');
    await bundle(bundled);
    box.put(
      'cle.config.yaml',
      `version: 1\nenvironments:\n  homologation:\n    - { file: own.env, set: { KEY: accessKey } }\n    - { file: conf/.env, set: { KEY: accessKey } }\n`,
      0o644,
    );
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    box.remove();
  });

  beforeEach(() => {
    box.put('own.env', 'KEY=former\n');
    box.put('conf/.env', 'KEY=former\n');
    mkdirSync(box.env['CLE_HOME'] ?? '', { recursive: true });
    const mine = ['own.env', 'conf', 'conf/.env'].map((file) => join(box.project, file));
    for (const path of [...mine, box.project, box.home, box.env['CLE_HOME'] ?? '']) own(path);
    chmodSync(join(box.project, 'conf'), 0o755);
  });
  const own = (path: string) => isRoot && chownSync(path, nobody, nobody);

  const apply = () =>
    cleAsOrdinaryUser(bundled, ['apply', '-', '--yes', '--json'], {
      input: keyJson(canary),
      env: box.env,
      dir: box.project,
    });

  function expectRefused(code: string, file: string): void {
    const { status, stdout, stderr } = apply();
    expect({ status, stderr }, stdout).toEqual({ status: 3, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, code, params: { file } });
    expect(box.read('own.env')).toBe('KEY=former\n');
    const names = readdirSync(box.project, { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  }

  it('writes its own files', () => {
    const { status, stdout } = apply();
    expect(status, stdout).toBe(0);
    expect(box.read('conf/.env')).toBe(`KEY=${canary}\n`);
  });

  it('refuses a read-only file', () => {
    chmodSync(join(box.project, 'conf/.env'), 0o444);
    expectRefused('file-read-only', 'conf/.env');
  });

  it('refuses a file in a read-only folder', () => {
    chmodSync(join(box.project, 'conf'), 0o555);
    expectRefused('folder-read-only', 'conf/.env');
  });

  it('refuses a file that it may not read', () => {
    chmodSync(join(box.project, 'conf/.env'), 0o200);
    expectRefused('file-unreadable', 'conf/.env');
  });

  it('refuses another user’s file, whose owner the new one could not keep', () => {
    mustBeRoot();
    chownSync(join(box.project, 'conf/.env'), 0, nobody);
    chmodSync(join(box.project, 'conf/.env'), 0o660);
    expectRefused('file-foreign', 'conf/.env');
    expect(box.read('conf/.env')).toBe('KEY=former\n');
  });
});

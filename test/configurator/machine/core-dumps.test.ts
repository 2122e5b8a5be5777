import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import process, { execPath, platform } from 'node:process';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundle } from '../../../configurator/build.ts';
import { filesBelow } from '../../canary/files.ts';
import { findSecret } from '../../canary/find-secret.ts';
import { canary } from '../../extension/key.ts';
import { keyJson, makeSandbox, type Sandbox } from '../sandbox.ts';

describe.runIf(platform === 'linux')('a command that holds a key, where core dumps are allowed', () => {
  let box: Sandbox;
  let bundled: string;
  beforeAll(async () => {
    box = makeSandbox();
    bundled = join(box.root, 'bundle');
    await bundle(bundled);
  }, 120_000);
  afterAll(() => {
    vi.unstubAllEnvs();
    box.remove();
  });
  beforeEach(() => {
    box.put(
      'cle.config.yaml',
      'version: 1\nenvironments: { homologation: [{ file: .env, set: { KEY: accessKey } }] }\n',
    );
    box.put('.env', 'KEY=former\n');
  });

  /** Started, given a key, and waiting for the end of its input. */
  async function commandWithKey(more: Readonly<Record<string, string>>): Promise<ChildProcess> {
    // Without permission to enable them there is nothing to test.
    const command = 'ulimit -c unlimited && exec "$@"';
    const args = ['-c', command, 'sh', execPath, join(bundled, 'cle.cjs'), 'apply', '-', '--yes'];
    const child = spawn('/bin/sh', args, {
      cwd: box.project,
      env: { ...box.env, ...more },
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.stdin?.write(keyJson(canary));
    // Whoever reads its input has started its work.
    await expect.poll(() => about(child, 'coredump_filter'), { timeout: 20_000 }).toBe('00000000');
    return child;
  }

  const about = ({ pid }: Pick<ChildProcess, 'pid'>, file: string) =>
    readFileSync(`/proc/${pid}/${file}`, 'utf8').trim();
  const forbidden = /^Max core file size +0 +0 /m;

  async function crash(child: ChildProcess): Promise<void> {
    const ended = once(child, 'exit');
    child.kill('SIGSEGV');
    await ended;
  }

  it('leaves none, in the project or elsewhere', async () => {
    const child = await commandWithKey({ PATH: '/usr/bin:/bin' });
    await expect.poll(() => about(child, 'limits'), { timeout: 20_000 }).toMatch(forbidden);
    await crash(child);
    expect(readdirSync(box.project).sort()).toEqual(['.env', 'cle.config.yaml']);
  });

  it('leaves none without `prlimit` either, and works and exits as usual', async () => {
    const child = await commandWithKey({ PATH: '/nowhere' });
    const children = () => about(child, `task/${child.pid}/children`);
    await expect.poll(children, { timeout: 20_000 }).toMatch(/^\d+$/);
    const instead = { pid: Number(children()) };
    await expect.poll(() => about(instead, 'limits'), { timeout: 20_000 }).toMatch(forbidden);
    expect(about(instead, 'cmdline')).toContain('cle.cjs');
    const ended = once(child, 'exit');
    process.kill(instead.pid, 'SIGSEGV');
    expect(await ended).toEqual([128 + constants.signals.SIGSEGV, null]);
    expect(readdirSync(box.project).sort()).toEqual(['.env', 'cle.config.yaml']);
    const other = await commandWithKey({ PATH: '/nowhere' });
    const done = once(other, 'exit');
    other.stdin?.end();
    expect(await done).toEqual([0, null]);
    expect(box.read('.env')).toBe(`KEY=${canary}\n`);
  });

  it('leaves none that contains the key, if the limit cannot be set', async () => {
    // As on a system with neither, and no shell.
    const child = await commandWithKey({ PATH: '/nowhere', CLE_WITHOUT_CORE_DUMPS: '1' });
    await crash(child);
    expect(readdirSync(box.project).some((name) => name.startsWith('core'))).toBe(true);
    expect(findSecret(canary, filesBelow(box.project))).toEqual([]);
  });
});

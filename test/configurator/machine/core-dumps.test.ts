import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath, platform } from 'node:process';
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
  async function holding(path: string): Promise<ChildProcess> {
    // Without the right to allow them there is nothing to try.
    const command = 'ulimit -c unlimited && exec "$@"';
    const args = ['-c', command, 'sh', execPath, join(bundled, 'cle.cjs'), 'apply', '-', '--yes'];
    const child = spawn('/bin/sh', args, {
      cwd: box.project,
      env: { ...box.env, PATH: path },
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.stdin?.write(keyJson(canary));
    // Whoever reads its input has begun its work.
    await expect.poll(() => about(child, 'coredump_filter'), { timeout: 20_000 }).toBe('00000000');
    return child;
  }

  const about = ({ pid }: ChildProcess, file: string) => readFileSync(`/proc/${pid}/${file}`, 'utf8').trim();

  async function crash(child: ChildProcess): Promise<void> {
    const ended = once(child, 'exit');
    child.kill('SIGSEGV');
    await ended;
  }

  it('leaves none, in the project or elsewhere', async () => {
    const child = await holding('/usr/bin:/bin');
    await expect
      .poll(() => about(child, 'limits'), { timeout: 20_000 })
      .toMatch(/^Max core file size +0 +0 /m);
    await crash(child);
    expect(readdirSync(box.project).sort()).toEqual(['.env', 'cle.config.yaml']);
  });

  it('leaves none with the key in it, where the limit cannot be set', async () => {
    const child = await holding('/nowhere');
    await crash(child);
    expect(findSecret(canary, filesBelow(box.project))).toEqual([]);
  });
});

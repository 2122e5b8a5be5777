import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundle } from '../../../configurator/build.ts';
import { canary } from '../../extension/key.ts';
import { cleAsOrdinaryUser, isRoot, nobody } from '../ordinary-user.ts';
import { jsonOf, keyJson, makeSandbox, type Sandbox } from '../sandbox.ts';

const project = (file: string) =>
  `version: 1\nenvironments:\n  homologation:\n    - { file: ${file}, set: { KEY: accessKey } }\n`;
const foreign = 4242;

let box: Sandbox;
let bundled: string;
beforeAll(async () => {
  expect(isRoot, 'run this as root: it needs files of other users, and file systems of its own').toBe(true);
  box = makeSandbox();
  chmodSync(box.root, 0o755);
  bundled = join(box.root, 'bundle');
  await bundle(bundled);
  mkdirSync(box.env['CLE_HOME'] ?? '', { recursive: true });
  for (const path of [box.home, box.env['CLE_HOME'] ?? '', box.project]) chownSync(path, nobody, nobody);
  chmodSync(box.env['CLE_HOME'] ?? '', 0o700);
});
afterAll(() => {
  spawnSync('umount', [join(box.project, 'mounted')]);
  vi.unstubAllEnvs();
  box.remove();
});

/** The result of a dry run: it writes nothing, so everything that it refuses was found while planning. */
function plan(file: string) {
  chownSync(box.put('cle.config.yaml', project(file), 0o644), nobody, nobody);
  const { status, stdout } = cleAsOrdinaryUser(bundled, ['apply', '-', '--dry-run', '--json'], {
    input: keyJson(canary),
    env: box.env,
    dir: box.project,
  });
  return { status, ...JSON.parse(stdout) };
}

describe('a file that cannot be replaced is found while planning', () => {
  it('a file of another user', () => {
    chownSync(box.put('foreign.env', 'KEY=x\n', 0o666), foreign, nobody);
    expect(plan('foreign.env')).toMatchObject({ status: 3, code: 'file-foreign', params: { owner: '4242' } });
  });

  it('a file whose group its user is not a member of', () => {
    chownSync(box.put('group.env', 'KEY=x\n', 0o640), nobody, foreign);
    expect(plan('group.env')).toMatchObject({ status: 3, code: 'file-group', params: { group: '4242' } });
  });

  it('a file on a read-only file system', () => {
    const folder = join(box.project, 'mounted');
    mkdirSync(folder);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=1m,uid=${nobody},gid=${nobody}`, 'none', folder]);
    chownSync(box.put('mounted/.env', 'KEY=x\n'), nobody, nobody);
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    expect(plan('mounted/.env')).toMatchObject({ status: 3, code: 'file-system-read-only' });
    execFileSync('mount', ['-o', 'remount,rw', folder]);
  });

  it('a file on a full file system', () => {
    box.put('mounted/filler', Buffer.alloc(1000 * 1024));
    expect(plan('mounted/.env')).toMatchObject({ status: 3, code: 'file-system-full' });
  });
});

describe('a test key in a file that git tracks', () => {
  it('is reported in the plan and the result, and stops nothing', async () => {
    const own = makeSandbox();
    try {
      const git = (...words: string[]) => execFileSync('git', ['-C', own.project, ...words]);
      own.put('.env', 'KEY=x\n');
      own.put('cle.config.yaml', project('.env'));
      git('init', '-q');
      git('add', '.env');
      const words = ['apply', '-', '--project', own.project, '--yes', '--json'];
      const ran = await own.cle(words, { input: keyJson(canary) });
      expect({ status: ran.status, ...jsonOf(ran) }).toMatchObject({
        status: 0,
        plan: { notices: [{ code: 'test-key-tracked', params: { file: '.env' } }] },
      });
    } finally {
      own.remove();
    }
  });
});

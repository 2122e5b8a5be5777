import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makePlan } from '../../../configurator/install/plan.ts';
import { loadProject } from '../../../configurator/project/load.ts';
import { fakeKey } from '../../extension/key.ts';
import { makeSandbox, type Sandbox } from '../sandbox.ts';

let box: Sandbox;
const git = (...args: string[]) => execFileSync('git', ['-C', box.project, ...args], { stdio: 'pipe' });

beforeEach(() => {
  box = makeSandbox();
  box.put(
    'cle.config.yaml',
    `version: 1
merchant: "17626983201234"
environments:
  homologation: [{ file: test.env, set: { KEY: accessKey } }]
  production: [{ file: live.env, set: { KEY: accessKey } }]
`,
  );
  box.put('test.env', 'KEY=\n');
  box.put('live.env', 'KEY=\n');
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const plan = async (key = fakeKey()) => makePlan(await loadProject(box.project), key);
const production = (value?: string) => fakeKey(value, 'production');

describe('makePlan and git', () => {
  it('refuses a production key for a file that git tracks, also through a symbolic link', async () => {
    git('init', '-q');
    git('add', 'live.env');
    await expect(plan(production())).rejects.toMatchObject({
      code: 'file-tracked',
      params: { file: 'live.env' },
    });
    git('mv', 'live.env', 'real.env');
    symlinkSync('real.env', join(box.project, 'live.env'));
    box.put('.gitignore', 'live.env\n');
    await expect(plan(production())).rejects.toMatchObject({ code: 'file-tracked' });
  });

  it('refuses a production key for a file that git would add, and accepts it once the file is ignored', async () => {
    git('init', '-q');
    await expect(plan(production())).rejects.toMatchObject({ code: 'file-not-ignored' });
    box.put('.gitignore', 'live.env\n');
    await expect(plan(production())).resolves.toMatchObject({ files: [{ file: 'live.env' }] });
  });

  it('allows a test key in a tracked file', async () => {
    git('init', '-q');
    git('add', 'test.env');
    await expect(plan()).resolves.toMatchObject({ files: [{ file: 'test.env' }] });
  });
});

describe('makePlan and the environment and merchant of a key', () => {
  it('plans only the targets of the environment that the key itself names', async () => {
    expect((await plan(production())).files.map(({ file }) => file)).toEqual(['live.env']);
    expect((await plan(fakeKey())).files.map(({ file }) => file)).toEqual(['test.env']);
  });

  it('refuses an environment without targets, and names it', async () => {
    box.put(
      'cle.config.yaml',
      'version: 1\nenvironments: { production: [{ file: live.env, set: { A: accessKey } }] }\n',
    );
    await expect(plan(fakeKey())).rejects.toMatchObject({
      code: 'project-environment-missing',
      params: { environment: 'homologation' },
    });
  });

  it('refuses the key of every merchant but the project’s, with the line that says so', async () => {
    box.put(
      'cle.config.yaml',
      'version: 1\nmerchant: "999999999"\nenvironments: { homologation: [{ file: test.env, set: { A: accessKey } }] }\n',
    );
    await expect(plan(fakeKey())).rejects.toMatchObject({ code: 'merchant-mismatch', params: { line: 2 } });
  });
});

describe('the digest of a plan', () => {
  it('stays the same while nothing changes, and changes with the file, the key and the project file', async () => {
    const project = await loadProject(box.project);
    const digest = async (key = fakeKey()) => (await makePlan(project, key)).digest;
    const first = await digest();
    expect(await digest(), 'the same plan must have the same digest').toBe(first);
    expect(await digest(fakeKey('Zk3QpR8sVb2LtXy9Mq00'))).not.toBe(first);
    box.put('test.env', '# other\nKEY=\n');
    expect(await digest()).not.toBe(first);
  });
});

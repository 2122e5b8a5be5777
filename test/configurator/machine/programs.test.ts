import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process, { execPath } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundle } from '../../../configurator/build.ts';
import { processMark } from '../../../configurator/machine/claim.ts';
import { askGit } from '../../../configurator/machine/git.ts';
import { findProgram, run, runSync, start, unguarded } from '../../../configurator/machine/programs.ts';
import { registryOfTests } from '../../e2e/harness/workspace.ts';

const real = Object.getOwnPropertyDescriptor(process, 'permission');
let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'cle-programs-')));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
  if (real) Object.defineProperty(process, 'permission', real);
  else Reflect.deleteProperty(process, 'permission');
});

const print = [
  '-e',
  'process.stdout.write(JSON.stringify([process.env.NODE_OPTIONS ?? null, process.argv.slice(1)])); process.exit(7)',
];
const hard = ['two  words', '$HOME', "it's", '-n', 'a=b'];

describe('unguarded', () => {
  it('runs a program without the restrictions inherited from Node, with its arguments unchanged', () => {
    Object.defineProperty(process, 'permission', { value: {}, configurable: true });
    const { program, args } = unguarded(process.execPath, [...print, ...hard]);
    const env = { NODE_OPTIONS: '--no-warnings' };
    const { stdout, status } = spawnSync(program, args, { env, encoding: 'utf8' });
    expect(JSON.parse(stdout)).toEqual([null, hard]);
    expect(status).toBe(7);
  });

  it('leaves a command line as it is if there are none', () => {
    expect(unguarded('/usr/bin/env', hard)).toEqual({ program: '/usr/bin/env', args: hard });
  });
});

/** A program with that name in a folder. */
function plant(path: string, script = ''): string {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('findProgram', () => {
  it('takes the first match in PATH outside the project, ignoring relative and empty entries', () => {
    const project = join(folder, 'shop');
    plant('shop/git');
    plant('shop/node_modules/.bin/git');
    const system = plant('system/git');
    symlinkSync(join(project, 'node_modules', '.bin'), join(folder, 'linked'));
    mkdirSync(join(folder, 'other'));
    symlinkSync(join(project, 'git'), join(folder, 'other', 'git'));
    const entries = [
      '.',
      '',
      './bin',
      '..',
      project,
      join(project, 'node_modules/.bin'),
      join(folder, 'linked'),
      join(folder, 'other'),
    ];
    vi.stubEnv('PATH', [...entries, join(folder, 'system')].join(':'));
    const before = process.cwd();
    process.chdir(project);
    try {
      expect(findProgram('git', [project])).toBe(system);
      // Nor does the current folder, whatever it is.
      plant('elsewhere/git');
      process.chdir(join(folder, 'elsewhere'));
      expect(findProgram('git', [project])).toBe(system);
      vi.stubEnv('PATH', entries.join(':'));
      expect(findProgram('git', [project])).toBeUndefined();
    } finally {
      process.chdir(before);
    }
  });

  it('never takes a program from the current folder on Windows, and prefers a program to a batch file', () => {
    const there = new Set([
      'git.exe',
      'shop\\git.exe',
      'C:\\shop\\git.exe',
      'D:\\bin\\npx.cmd',
      'E:\\git\\git.exe',
      'D:\\bin\\tool',
      'D:\\bin\\tool.exe',
    ]);
    const where = {
      system: 'win32',
      env: { Path: '.;;shop;\\shop;D:\\bin;E:\\git' },
      isProgram: (path: string) => there.has(path),
    } as const;
    expect(findProgram('git', [], where)).toBe('E:\\git\\git.exe');
    expect(findProgram('npx', [], where)).toBe('D:\\bin\\npx.cmd');
    expect(findProgram('tool', [], where)).toBe('D:\\bin\\tool.exe');
  });
});

describe('run', () => {
  const shell = (script: string) => ({
    program: '/bin/sh',
    args: ['-c', script],
    env: { PATH: '/usr/bin:/bin' },
    dir: folder,
  });
  const lives = (name: string) => processMark(Number(readFileSync(join(folder, name), 'utf8'))) !== undefined;

  it('starts nothing by a name or a relative path', async () => {
    for (const program of ['sh', './sh', '']) {
      const launch = { program, args: [], env: {} };
      await expect((async () => run({ ...launch, longest: 1000, largest: 1 }))()).rejects.toThrow('absolute');
      expect(() => start(launch)).toThrow('absolute');
      expect(() => runSync({ ...launch, longest: 1000, largest: 1 })).toThrow('absolute');
    }
  });

  it('gives a program its input and the chosen environment, and returns its status and output', async () => {
    vi.stubEnv('CLE_SECRET', 'of ours');
    const launch = shell('cat; printf %s "$CLE_SECRET" ; exit 3');
    expect(await run({ ...launch, input: 'given ', longest: 20_000, largest: 100 })).toEqual({
      how: 3,
      output: 'given ',
    });
  });

  it.each([
    ['in its group', 'sleep 300 & echo $! > child; wait'],
    ['in a session of its own', 'setsid sh -c "echo \\$\\$ > child; exec sleep 300" & wait'],
    ['below a child', '(sh -c "sleep 300 & echo \\$! > child; wait"; true)'],
  ])('ends also a child %s when its time is over', async (_, script) => {
    const { how } = await run({ ...shell(script), longest: 2000, largest: 0 });
    expect(how).toBe('timeout');
    await sleep(100);
    expect(lives('child'), 'a child must not outlive the time limit').toBe(false);
  });

  it('ends a program that prints too much, and keeps no more than the limit', async () => {
    const { how, output } = await run({ ...shell('echo $$ > child; yes'), longest: 30_000, largest: 10_000 });
    expect(how).toBe('output');
    expect(output.length).toBeLessThanOrEqual(10_000);
    await sleep(100);
    expect(lives('child')).toBe(false);
  });

  it('says why a program could not be started', async () => {
    const launch = { program: join(folder, 'none'), args: [], env: {}, dir: folder };
    expect(await run({ ...launch, longest: 1000, largest: 1 })).toMatchObject({ how: 'ENOENT' });
  });
});

describe('a clone with a program of its own', () => {
  it('is not found by programs that git starts', async () => {
    plant('shop/bin/helper', 'echo of the clone');
    plant('system/helper', 'echo of the system');
    plant('system/git', 'helper');
    const project = join(folder, 'shop');
    symlinkSync(join(project, 'bin'), join(folder, 'linked'));
    const entries = [
      join(project, 'bin'),
      join(folder, 'linked'),
      join(folder, 'system'),
      '/usr/bin',
      '/bin',
    ];
    vi.stubEnv('PATH', entries.join(':'));
    expect((await askGit(project, project, [])).output).toBe('of the system\n');
  });

  it('is not started in place of a system program, whatever PATH contains', async () => {
    await bundle(join(folder, 'bundle'));
    const project = join(folder, 'shop');
    mkdirSync(project);
    execFileSync('git', ['-C', project, 'init', '-q']);
    // Git runs this one before it reads its index.
    execFileSync('git', ['-C', project, 'config', 'core.fsmonitor', join(project, 'watch')]);
    for (const name of ['git', 'tar', 'secret-tool', 'prlimit', 'watch']) {
      writeFileSync(join(project, name), `#!/bin/sh\necho ${name} >> '${folder}/ran'\n`);
      chmodSync(join(project, name), 0o755);
    }
    writeFileSync(
      join(project, 'cle.config.yaml'),
      'version: 1\nenvironments: { production: [{ file: .env, set: { KEY: accessKey } }] }\n',
    );
    writeFileSync(join(project, '.env'), 'KEY=former\n');
    writeFileSync(join(project, '.gitignore'), '.env\n');
    const key = {
      environment: 'production',
      merchantId: '17626983201234',
      accessKey: 'Zk3QpR8sVb2LtXy9MqV8',
    };
    const env = {
      HOME: folder,
      CLE_HOME: join(folder, 'state'),
      CLE_REGISTRY: registryOfTests,
      PATH: `.:${project}::/usr/bin:/bin`,
    };
    // Where core dumps are allowed, a program of the system forbids them.
    const allowing = ['-c', 'ulimit -c unlimited; exec "$@"', 'sh', execPath];
    const cle = (cwd: string, ...words: string[]) =>
      spawnSync('/bin/sh', [...allowing, join(folder, 'bundle', 'cle.cjs'), ...words], {
        cwd,
        env,
        input: JSON.stringify(key),
        encoding: 'utf8',
      });
    const within = join(project, 'packages', 'shop');
    mkdirSync(within, { recursive: true });
    for (const words of [['apply', '-', '--yes'], ['status'], ['scan']]) {
      for (const dir of [project, within]) {
        const { status, stderr } = cle(dir, ...words);
        expect([status, stderr]).toEqual([0, '']);
      }
    }
    // Whether the system has a keychain does not matter here.
    for (const dir of [project, within]) cle(dir, 'recipient', '--keychain');
    expect(existsSync(join(folder, 'ran')), 'the clone’s own program must not run').toBe(false);
  }, 120_000);
});

import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundle } from '../../../../configurator/build.ts';
import { canary } from '../../../extension/key.ts';
import { cleAsOrdinaryUser, mustBeRoot, nobody } from '../../ordinary-user.ts';
import { jsonOf, keyJson, makeSandbox, type Sandbox } from '../../sandbox.ts';
import { describeProject, gitIn, installCanary } from './repository.ts';

let box: Sandbox;
beforeEach(() => {
  box = makeSandbox();
  vi.stubEnv('HOME', box.home);
  describeProject(box);
  box.put('.gitignore', '.env\n');
  git('init', '-q');
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const git = (...words: string[]) => gitIn(box, box.project, ...words);
const install = () => installCanary(box);

/** Commits a file with the key, then a version without it. @returns the ids of both contents */
function leakAndTidy(tidy: string): [leak: string, tidy: string] {
  const ids = [`KEY=${canary}\n`, tidy].map((content) => {
    box.put('notes.txt', content);
    git('add', 'notes.txt', 'cle.config.yaml', '.gitignore');
    git('commit', '-qm', 'notes');
    return git('rev-parse', 'HEAD:notes.txt');
  });
  return [ids[0] ?? '', ids[1] ?? ''];
}

const scan = (...words: string[]) => box.cle(['scan', box.project, ...words]);

/** The result of `--fail`, and the last sentence of a scan. */
async function verdict(): Promise<{ status: number; code: unknown; last: string }> {
  const failing = await scan('--fail', '--json');
  const { out } = await scan();
  return {
    status: failing.status,
    code: jsonOf(failing)['code'],
    last: out.trimEnd().split('\n').at(-1) ?? '',
  };
}

async function expectUnread(): Promise<void> {
  const { status, code, last } = await verdict();
  expect({ status, code }).toEqual({ status: 3, code: 'scan-unread' });
  expect(last, 'nothing is called found nowhere that was not read').toMatch(/could not be read.*not known/);
}

describe('cle scan --fail', () => {
  it('passes a tree that was read completely', async () => {
    await install();
    const { status, last } = await verdict();
    expect(status).toBe(0);
    expect(last).toMatch(/found in 1 places$/);
  });

  it.each([
    ['of the same size', (leak: string) => 'x'.repeat(leak.length)],
    ['of another size', () => 'nothing\n'],
  ])('reads the object itself where git replaces it by one %s', async (_, substitute) => {
    await install();
    const leak = `KEY=${canary}\n`;
    const [secret, tidy] = leakAndTidy(substitute(leak));
    git('replace', secret, tidy);
    const ran = jsonOf(await scan('--fail', '--json'));
    expect(ran).toMatchObject({ code: 'scan-found', unread: [] });
    expect(ran['found']).toContainEqual(expect.objectContaining({ object: secret, path: 'notes.txt' }));
  });

  it('does not pass if git’s configuration is broken', async () => {
    await install();
    leakAndTidy('tidy\n');
    writeFileSync(join(box.project, '.git/config'), '[core\n');
    await expectUnread();
  });

  it('does not pass if an object cannot be read', async () => {
    await install();
    const [, tidy] = leakAndTidy('tidy\n');
    const objects = join(box.project, '.git/objects');
    const names = readdirSync(objects, { recursive: true, encoding: 'utf8' });
    const path = join(objects, names.find((name) => name.replace('/', '') === tidy) ?? 'none');
    chmodSync(path, 0o600);
    writeFileSync(path, 'no object');
    const ran = jsonOf(await scan('--fail', '--json'));
    expect(ran, 'what git gives is searched all the same').toMatchObject({
      code: 'scan-found',
      complete: false,
    });
    expect(ran['unread']).toEqual([expect.objectContaining({ code: 'git-object-missing' })]);
    expect((await verdict()).last).toMatch(/could not be read.*not known/);
  });

  it('does not pass where a repository is invalid', async () => {
    await install();
    rmSync(join(box.project, '.git'), { recursive: true });
    writeFileSync(join(box.project, '.git'), 'gitdir: /nowhere/at/all\n');
    await expectUnread();
  });

  it('does not block on a named pipe that it is to search', async () => {
    await install();
    const pipe = join(box.project, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const ran = await box.cle(['scan', pipe, '--fail', '--json']);
    expect([ran.status, jsonOf(ran)['unread']]).toMatchObject([
      3,
      expect.arrayContaining([expect.objectContaining({ code: 'file-not-regular' })]),
    ]);
  });
});

describe('cle scan, as another user', () => {
  let workshop: Sandbox;
  beforeAll(async () => {
    mustBeRoot();
    workshop = makeSandbox();
    chmodSync(workshop.root, 0o755);
    await bundle(join(workshop.root, 'bundle'));
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    workshop.remove();
  });

  it('does not pass a repository that git does not read because it belongs to another user', () => {
    leakAndTidy('tidy\n');
    for (const dir of [box.root, box.home]) chmodSync(dir, 0o755);
    const state = join(box.root, 'state');
    mkdirSync(state);
    chownSync(state, nobody, nobody);
    chownSync(box.home, nobody, nobody);
    const run = (...words: string[]) =>
      cleAsOrdinaryUser(join(workshop.root, 'bundle'), words, {
        input: keyJson(canary),
        env: { ...box.env, CLE_HOME: state },
        dir: box.project,
      });
    const own = join(box.root, 'own');
    mkdirSync(own);
    writeFileSync(
      join(own, 'cle.config.yaml'),
      'version: 1\nenvironments: { homologation: [{ file: .env, set: { KEY: accessKey } }] }\n',
    );
    writeFileSync(join(own, '.env'), 'KEY=\n');
    for (const path of [own, join(own, '.env')]) chownSync(path, nobody, nobody);
    expect(run('apply', '-', '--yes', '--project', own).status).toBe(0);
    rmSync(join(box.project, 'notes.txt'));
    rmSync(join(box.project, '.env'));
    for (const name of ['.gitignore', 'cle.config.yaml']) chmodSync(join(box.project, name), 0o644);
    const { status, stdout } = run('scan', '--fail', '--json');
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ code: 'scan-unread', unread: [{ code: 'git-failed' }] });
    mkdirSync(join(box.project, 'closed'), { mode: 0o700 });
    expect(JSON.parse(run('scan', '--fail', '--json').stdout)).toMatchObject({
      code: 'scan-unread',
      unread: [{ code: 'file-unreadable' }, { code: 'git-failed' }],
    });
  });
});

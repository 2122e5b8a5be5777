import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findSecret } from '../../../canary/find-secret.ts';
import { canary } from '../../../extension/key.ts';
import { jsonOf, keyJson, makeSandbox, type Ran, type Sandbox } from '../../sandbox.ts';

const other = 'Bk3QpR8sVb2LtXy9MqV2';
const merchant = '17626983201234';

interface Found {
  readonly path: string | null;
  readonly line: number;
  readonly commit: string | null;
  readonly as: string;
  readonly installed: boolean;
  readonly key: Readonly<Record<string, string>>;
}

let box: Sandbox;
beforeEach(() => {
  box = makeSandbox();
  box.put(
    'cle.config.yaml',
    'version: 1\nenvironments:\n  homologation:\n    - { file: .env, set: { KEY: accessKey } }\n',
  );
  box.put('.env', 'KEY=\n');
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const git = (...words: string[]) =>
  execFileSync('git', ['-C', box.project, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], {
    encoding: 'utf8',
    stdio: 'pipe',
  });

async function apply(accessKey: string): Promise<void> {
  const words = ['apply', '-', '--project', box.project, '--yes'];
  const ran = await box.cle(words, { input: keyJson(accessKey) });
  expect(ran, ran.err).toMatchObject({ status: 0 });
}

async function scan(...words: string[]): Promise<Ran> {
  const ran = await box.cle(['scan', box.project, ...words]);
  const printed = [{ name: 'what it printed', bytes: Buffer.from(ran.out + ran.err) }];
  for (const secret of [canary, other]) expect(findSecret(secret, printed)).toEqual([]);
  return ran;
}

const foundIn = (ran: Ran) => jsonOf(ran)['found'] as Found[];

/** Each place in a word. */
async function places(): Promise<string[]> {
  const where = ({ path, line, commit }: Found) => `${commit ? 'commit ' : ''}${path}:${line}`;
  return foundIn(await scan('--json'))
    .map(where)
    .sort();
}

describe('cle scan, in files', () => {
  it('knows no key before one is installed', async () => {
    box.put('notes.txt', canary);
    expect(await scan()).toMatchObject({ status: 0, out: expect.stringContaining('no key was installed') });
  });

  it('reports where a key was installed, and where it should not be', async () => {
    await apply(canary);
    box.put('logs/today.log', `first\nGET /?key=${canary}&x\n`);
    const found = foundIn(await scan('--json'));
    expect(found.map(({ path, line, installed }) => ({ path, line, installed }))).toEqual([
      { path: '.env', line: 1, installed: true },
      { path: 'logs/today.log', line: 2, installed: false },
    ]);
    expect(found[0]?.key).toMatchObject({ masked: '*****qV8', reference: '8ctQ2lfa', merchantId: merchant });
  });

  it('finds the former key after it was replaced', async () => {
    await apply(canary);
    box.put('backup/.env.old', box.read('.env'));
    await apply(other);
    expect(await places()).toEqual(['.env:1', 'backup/.env.old:1']);
  });

  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  it.each([
    ['stuck to an escape', String.raw`"a\n${canary}\n"`],
    ['in a header', `Authorization: Basic ${base64(`${merchant}:${canary}`)}`],
    ['in a header in an address', `x=Basic%20${base64(`${merchant}:${canary}`)}`],
    ['in a Secret of Kubernetes', `  env: ${base64(`A=1\nKEY=${canary}\n`)}`],
    ['in base64 alone', `key: ${base64(canary)}`],
    ['in UTF-16', utf16(`KEY=${canary}\r\n`)],
    ['in a binary file', Buffer.concat([Buffer.from([0, 255, 1, 0]), Buffer.from(canary), Buffer.from([0])])],
    ['after five megabytes without a line end', `${'a '.repeat(2.5 * 1024 * 1024)}${canary}`],
    ['across the boundary of two reads', `${' '.repeat(4 * 1024 * 1024 - 7)}${canary}`],
  ])('finds a key %s', async (_, content) => {
    await apply(canary);
    box.put('found.bin', content);
    expect(await places()).toEqual(['.env:1', 'found.bin:1']);
  });

  it('finds a key that has more than letters and digits', async () => {
    const unusual = 'Ab-cdEFgh_IjklMN.opqR';
    await apply(unusual);
    box.put('notes.txt', `x ${unusual} y\n-cdEFgh_IjklMN.opqS\n`);
    expect(await places()).toEqual(['.env:1', 'notes.txt:1']);
  });

  it('does not mistake another key, or part of one, for a known one', async () => {
    await apply(canary);
    box.put('notes.txt', `${other}\n${canary.slice(1)}\n${canary.toLowerCase()}\n*****qV8\n`);
    expect(await places()).toEqual(['.env:1']);
  });

  it('lists what it skipped, and searches a single file if one is named', async () => {
    await apply(canary);
    box.put('vendor/a/b.php', canary);
    box.put('build/b.js', canary);
    const ran = await scan('--json');
    expect(jsonOf(ran)['passed']).toEqual(['vendor']);
    expect(foundIn(ran).map(({ path }) => path)).toEqual(['.env', 'build/b.js']);
    const one = await box.cle(['scan', join(box.project, 'vendor/a/b.php'), '--json']);
    expect(foundIn(one).map(({ path }) => path)).toEqual(['b.php']);
  });

  it('exits with 3 for --fail only if a key is outside the files that it was installed in', async () => {
    await apply(canary);
    expect(await scan('--fail')).toMatchObject({ status: 0 });
    box.put('notes.txt', canary);
    expect(await scan('--fail', '--json')).toMatchObject({
      status: 3,
      out: expect.stringContaining('"scan-found"'),
    });
    expect(await scan()).toMatchObject({ status: 0 });
  });

  it('refuses a missing folder', async () => {
    const ran = await box.cle(['scan', join(box.project, 'none')]);
    expect(ran).toMatchObject({ status: 3, err: expect.stringContaining('none') });
  });
});

describe('cle scan, in git’s objects', () => {
  beforeEach(async () => {
    git('init', '--quiet');
    box.put('.gitignore', '.env\n');
    git('add', '.gitignore', 'cle.config.yaml');
    git('commit', '--quiet', '--message=first');
    await apply(canary);
  });

  it('finds a key that a later commit removed, with the commit that added it', async () => {
    box.put('conf/é "x".txt', `a\nb ${canary}\n`);
    git('add', '.');
    git('commit', '--quiet', '--message=brings it');
    const brought = git('rev-parse', 'HEAD').trim();
    git('rm', '--quiet', '-r', 'conf');
    git('commit', '--quiet', '--message=takes it away');
    const [inHistory] = foundIn(await scan('--json')).filter(({ commit }) => commit !== null);
    expect(inHistory).toMatchObject({ commit: brought, path: 'conf/é "x".txt', line: 2 });
    expect((await scan()).out).toContain(`commit ${brought.slice(0, 12)}, conf/é "x".txt:2`);
  });

  it('finds it on other branches, in stashes, in messages, staged, and in objects that no commit has any more', async () => {
    git('checkout', '--quiet', '-b', 'side');
    box.put('branch.txt', canary);
    git('add', '.');
    git('commit', '--quiet', `--message=with ${canary}`);
    git('checkout', '--quiet', '-');
    for (const name of ['one', 'two']) {
      box.put(`stash-${name}.txt`, `${name} ${canary}`);
      git('add', '.');
      git('stash', '--quiet');
    }
    box.put('staged.txt', `staged ${canary}`);
    git('add', 'staged.txt');
    execFileSync('git', ['-C', box.project, 'hash-object', '-w', '--stdin'], {
      input: `left over ${canary}`,
    });
    const inGit = foundIn(await scan('--json')).filter((found) => 'tree' in found && found['tree'] !== null);
    const lines = inGit.map(({ path, commit }) => `${commit ? 'commit' : 'no commit'} ${path}`).sort();
    expect(lines).toEqual([
      'commit branch.txt',
      'commit null',
      'commit stash-one.txt',
      'commit stash-two.txt',
      'no commit null',
      'no commit staged.txt',
    ]);
  });
});

describe('the fingerprints of keys', () => {
  it('are readable by their owner only, and do not contain the key', async () => {
    await apply(canary);
    const path = join(box.env['CLE_HOME'] ?? '', 'known-keys.jsonl');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(findSecret(canary, [{ name: path, bytes: execFileSync('cat', [path]) }])).toEqual([]);
  });
});

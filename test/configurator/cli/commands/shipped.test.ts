import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../../../configurator/build.ts';
import { version } from '../../../../package.json';
import { controlCode } from '../../../../shared/codes.ts';
import { findSecret } from '../../../canary/find-secret.ts';
import { makeWorkspace, type Workspace } from '../../../e2e/harness/workspace.ts';
import { canary } from '../../../extension/key.ts';
import { keyJson } from '../../sandbox.ts';

const names = [
  'init',
  'apply',
  'status',
  'undo',
  'connect',
  'disconnect',
  'doctor',
  'scan',
  'verify',
  'rotate',
  'recipient',
] as const;

let box: Workspace;
let bundled: string;
beforeAll(async () => {
  box = makeWorkspace();
  bundled = join(box.root, 'bundle');
  await bundle(bundled);
});
afterAll(() => box.remove());

function cle(words: readonly string[], input = '') {
  const { project: cwd, env } = box;
  const program = join(bundled, 'cle.cjs');
  return spawnSync(process.execPath, [program, ...words], { cwd, env, input, encoding: 'utf8' });
}

/** The one document of a run with `--json`. */
function document(words: readonly string[], input = ''): Record<string, unknown> {
  const { stdout, stderr } = cle([...words, '--json'], input);
  expect(stderr, 'with --json standard error must stay empty').toBe('');
  expect(stdout.endsWith('}\n') && stdout.indexOf('\n') === stdout.length - 1, 'one document, one line').toBe(
    true,
  );
  return JSON.parse(stdout) as Record<string, unknown>;
}

const homeFiles = () =>
  readdirSync(box.home, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('cle-en-main'))
    .sort();

describe('cle, as it ships', () => {
  it('prints its version, and its help with every command', () => {
    expect(cle(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
    const { status, stdout } = cle(['--help']);
    expect(status).toBe(0);
    for (const name of names) expect(stdout).toContain(name);
  });

  it.runIf(process.platform !== 'win32')('reports that standard input cannot be read, or has no key', () => {
    const dir = join(box.root, 'input');
    mkdirSync(dir);
    const targets = 'version: 1\nenvironments: { homologation: [{ file: .env, set: { K: accessKey } }] }\n';
    writeFileSync(join(dir, 'cle.config.yaml'), targets);
    writeFileSync(join(dir, '.env'), 'K=1\n');
    const program = join(bundled, 'cle.cjs');
    const apply = (input: string, flags: string) => {
      const file = openSync(input, flags);
      const { status, stderr } = spawnSync(process.execPath, [program, 'apply', '-', '--yes'], {
        cwd: dir,
        env: box.env,
        stdio: [file, 'pipe', 'pipe'],
        encoding: 'utf8',
      });
      closeSync(file);
      return [status, stderr.split('\n')[0]];
    };
    expect(apply(dir, 'r')).toEqual([3, 'cle: standard input cannot be read (EISDIR)']);
    expect(apply(join(dir, 'written'), 'w')).toEqual([3, 'cle: standard input cannot be read (EBADF)']);
    expect(apply('/dev/null', 'r')).toEqual([3, 'cle: the key is not one JSON object, nor an Authorization']);
    expect(readFileSync(join(dir, '.env'), 'utf8')).toBe('K=1\n');
  });

  it.runIf(process.platform === 'linux')(
    'prints everything to a slow reader, and reports no error if the reader stops early',
    () => {
      const words = [process.execPath, join(bundled, 'cle.cjs'), 'completion', 'fish'];
      const reader = join(import.meta.dirname, 'slow-reader.py');
      const read = (take: number) => {
        const args = [reader, String(take), ...words];
        const { status, stdout, stderr } = spawnSync('python3', args, { env: box.env, encoding: 'utf8' });
        return { status, stdout, stderr };
      };
      const { stdout } = cle(['completion', 'fish']);
      expect(stdout.length, 'it must not fit into the pipe').toBeGreaterThan(5000);
      expect(read(0)).toEqual({ status: 0, stdout, stderr: '' });
      expect(read(1000)).toEqual({ status: 0, stdout: stdout.slice(0, 1000), stderr: '' });
    },
  );

  it.each(names)('explains %s with --help, which offers its --json', (name) => {
    const { status, stdout, stderr } = cle([name, '--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`cle ${name}`);
    expect(stdout).toContain('--json');
  });

  it.each(['--constructor', '--to-string', '--hasOwnProperty'])('does not know the flag %s', (word) => {
    for (const [words, help] of [
      [['apply', '-', word], 'cle help apply'],
      [[word], 'cle help'],
    ] as const) {
      const { status, stdout, stderr } = cle(words, keyJson(canary));
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toBe(`cle: unknown flag\ncle: see: ${help}\n`);
    }
  });

  it('exits with 2 for an unknown command, and repeats no word of it, as one may be a key', () => {
    const { status, stdout, stderr } = cle(['aply']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('did you mean: cle apply');
    for (const words of [[canary], ['apply', '-', canary], ['apply', `--${canary}`], ['status', canary]]) {
      const ran = cle(words, keyJson(canary));
      expect(ran.status).toBe(2);
      const places = [{ name: 'what it printed', bytes: Buffer.from(ran.stdout + ran.stderr) }];
      expect(findSecret(canary, places), words[0]).toEqual([]);
    }
  });

  it('reports wrong usage as one JSON document with --json', () => {
    expect(document(['undo', 'more'])).toMatchObject({ ok: false, code: 'usage', next: expect.any(String) });
    expect(document(['apply', '-', '--yes'], keyJson(canary))).toMatchObject({
      ok: false,
      code: 'project-missing',
    });
  });
});

describe('cle recipient', () => {
  it('prints the same recipient each time, with the control code that anybody computes for it', async () => {
    const first = document(['recipient']);
    expect(first).toMatchObject({ ok: true, recipient: expect.stringMatching(/^age1[0-9a-z]{58}$/) });
    expect(first['controlCode']).toBe(await controlCode(String(first['recipient'])));
    expect(cle(['recipient']).stdout.split('\n')[0]).toBe(first['text']);
    expect(first['text']).toBe(`cle1:${first['name']}:${first['recipient']}`);
  });
});

describe('cle connect and cle disconnect', () => {
  it('exits with 2 where nobody can confirm, and connects nothing', () => {
    const before = homeFiles();
    expect(cle(['connect', '--browser', 'chrome']).status).toBe(2);
    expect(homeFiles()).toEqual(before);
  });

  it('connects, changes nothing the second time, and disconnect removes all that it created', () => {
    const before = homeFiles();
    const changes = (result: Record<string, unknown>) =>
      (result['entries'] as { change: string }[]).map(({ change }) => change);
    const connect = ['connect', '--browser', 'chrome', '--yes'];
    expect(new Set(changes(document(connect)))).toEqual(new Set(['added']));
    expect(new Set(changes(document(connect)))).toEqual(new Set(['unchanged']));
    const manifest = homeFiles().find((name) => name.endsWith('cle_en_main.json')) ?? '';
    const { name, type, path } = JSON.parse(readFileSync(join(box.home, manifest), 'utf8'));
    expect({ name, type }).toEqual({ name: 'cle_en_main', type: 'stdio' });
    expect(path).toMatch(/^\//);
    expect(changes(document(['disconnect'])).every((change) => change === 'removed')).toBe(true);
    expect(homeFiles()).toEqual(before);
    expect(document(['disconnect'])).toMatchObject({ ok: true, entries: [] });
  });

  it('exits with 2 for an unknown browser, and names the known ones', () => {
    const { status, stderr } = cle(['connect', '--browser', 'netscape', '--yes']);
    expect(status).toBe(2);
    expect(stderr).toContain('firefox');
  });
});

import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Code } from '../../../../shared/message-codes.ts';
import { findSecret } from '../../../canary/find-secret.ts';
import { canary } from '../../../extension/key.ts';
import { jsonOf, keyJson, makeSandbox, type Sandbox } from '../../sandbox.ts';

const other = 'Bk3QpR8sVb2LtXy9MqV2';
const merchant = '17626983201234';

interface Told {
  code: Code;
  params: Record<string, unknown>;
  message: string;
}
interface ToldTarget {
  file: string;
  key: Record<string, unknown> | null;
  installed: string | null;
  inStep: boolean;
  git: string | null;
  findings: Told[];
}
interface ToldEnvironment {
  environment: string;
  targets: ToldTarget[];
  findings: Told[];
}

let box: Sandbox;
beforeEach(() => {
  box = makeSandbox();
  box.put(
    'cle.config.yaml',
    `version: 1
merchant: "${merchant}"
environments:
  homologation:
    - file: test.env
      set: { KEY: accessKey, ID: merchantId, WORLD: { field: environment, homologation: HOMO, production: PROD } }
    - { file: test.yaml, set: { payline.authorization: authorization } }
  production:
    - { file: live.env, set: { KEY: accessKey } }
`,
  );
  box.put('test.env', 'KEY=\nID=\nWORLD=HOMO\n');
  box.put('test.yaml', 'payline: { authorization: "" }\n');
  box.put('live.env', 'KEY=\n');
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const where = () => ['--project', box.project];
const git = (...args: string[]) => execFileSync('git', ['-C', box.project, ...args], { stdio: 'pipe' });

async function apply(accessKey: string, parts: Readonly<Record<string, string>> = {}): Promise<void> {
  const ran = await box.cle(['apply', '-', ...where(), '--yes'], { input: keyJson(accessKey, parts) });
  expect(ran, ran.err).toMatchObject({ status: 0 });
}

/** The output of `cle status --json`, once it was searched for secrets. */
async function status(): Promise<ToldEnvironment[]> {
  const ran = await box.cle(['status', ...where(), '--json']);
  expect(ran).toMatchObject({ status: 0, err: '' });
  for (const secret of [canary, other]) {
    expect(findSecret(secret, [{ name: 'what it printed', bytes: Buffer.from(ran.out) }])).toEqual([]);
  }
  return jsonOf(ran)['environments'] as ToldEnvironment[];
}

/** Every finding as `file code`, in order. */
async function findings(environment = 'homologation'): Promise<string[]> {
  const found = (await status()).find((each) => each.environment === environment);
  return [
    ...(found?.findings ?? []).map(({ code }) => code),
    ...(found?.targets ?? []).flatMap(({ file, findings }) => findings.map(({ code }) => `${file} ${code}`)),
  ];
}

describe('cle status', () => {
  it('reports for each target which key it has, since when, and that all is well', async () => {
    await apply(canary);
    const [test, live] = await status();
    const key = {
      masked: '*****qV8',
      merchantId: merchant,
      reference: '8ctQ2lfa',
      knownAs: ['homologation'],
    };
    for (const target of test?.targets ?? []) {
      expect(target).toMatchObject({ key, inStep: true, git: 'free', findings: [] });
      expect(target.installed).toMatch(/^\d{4}-\d\d-\d\dT/);
      expect(target.key?.['fingerprint']).toMatch(/^[0-9a-f]{5}-[0-9a-f]{5}$/);
    }
    expect(test?.targets).toHaveLength(2);
    expect(live?.targets).toMatchObject([{ key: null, findings: [{ code: 'held-none' }] }]);
  });

  it('reports it to a person, in their language', async () => {
    await apply(canary);
    const { out, status } = await box.cle(['status', ...where()]);
    expect(status).toBe(0);
    expect(out).toMatch(/^ {2}WHERE +KEY +STATE +INSTALLED +FINGERPRINT$/m);
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(new Date());
    expect(out).toMatch(
      new RegExp(`^ {2}test\\.env +\\*{5}qV8 +up to date +${day}, \\d\\d:\\d\\d +\\S+-\\S+$`, 'm'),
    );
    expect(out).toMatch(/^ {2}live\.env +no key$/m);
    expect(out).toContain('! "live.env" holds no key yet: install one: cle apply');
    expect(out).toContain('to look at: 1');
    const french = (await box.cle(['status', ...where()], { language: 'fr' })).out;
    expect(french).toContain('à regarder\u00a0: 1');
    expect(french).toMatch(/test\.env +\*{5}qV8 +à jour/);
  });

  it('marks in one word a different key, and one that was not installed from here', async () => {
    await apply(canary);
    box.put('test.env', box.read('test.env').replace(canary, other));
    box.put('live.env', `KEY=${other}\n`);
    const { out } = await box.cle(['status', ...where()]);
    expect(out).toMatch(/^ {2}test\.env +\*{5}qV2 +other key/m);
    expect(out).toMatch(/^ {2}live\.env +\*{5}qV2 +not known/m);
  });

  it('knows a key that was put there by hand, and one whose merchant the file does not say', async () => {
    box.put('live.env', `KEY=${canary}\n`);
    const live = (await status())[1]?.targets[0];
    expect(live).toMatchObject({
      key: { masked: '*****qV8', merchantId: merchant, reference: null },
      installed: null,
      inStep: true,
      findings: [],
    });
  });

  it('finds files of one environment with different keys, and which one is not as installed', async () => {
    await apply(canary);
    box.put('test.env', box.read('test.env').replace(canary, other));
    expect(await findings()).toEqual(['keys-differ', 'test.env held-not-installed']);
    const [test] = await status();
    expect(test?.targets.map(({ inStep }) => inStep)).toEqual([false, false]);
  });

  it('finds a key of the other environment, and an environment word that is not this one’s', async () => {
    await apply(canary);
    box.put('live.env', `KEY=${canary}\n`);
    expect(await findings('production')).toEqual(['live.env held-other-environment']);
    box.put('test.env', box.read('test.env').replace('HOMO', 'PROD'));
    expect(await findings()).toEqual(['test.env environment-word']);
  });

  it('finds a key of another merchant, and parts that do not belong together', async () => {
    await apply(canary);
    box.put('test.env', box.read('test.env').replace(merchant, '999999999'));
    expect(await findings()).toEqual(['test.env held-other-merchant', 'test.env held-not-installed']);
    box.put('test.yaml', 'payline: { authorization: "Basic bm90IGEga2V5" }\n');
    expect(await findings()).toContain('test.yaml held-disagrees');
  });

  it('finds what is missing, unparsable or without a place, and still shows the other files', async () => {
    rmSync(join(box.project, 'live.env'));
    box.put('test.env', 'ID=1\nWORLD=HOMO\n');
    box.put('test.yaml', 'payline: [\n');
    expect(await findings('production')).toEqual(['live.env file-missing']);
    expect(await findings()).toEqual([
      'test.env entry-missing',
      'test.env held-none',
      'test.yaml file-unparsable',
    ]);
  });

  it('finds a file that everybody can read, only once it has a key', async () => {
    chmodSync(join(box.project, 'test.env'), 0o644);
    expect(await findings()).not.toContain('test.env file-world-readable');
    await apply(canary);
    expect(await findings()).toEqual(['test.env file-world-readable']);
  });

  it('finds files that git tracks or would add', async () => {
    await apply(canary);
    git('init', '-q');
    git('add', 'test.env', 'live.env');
    expect(await findings()).toEqual(['test.env test-key-tracked', 'test.yaml test-key-not-ignored']);
    expect(await findings('production')).toEqual(['live.env held-none', 'live.env file-tracked']);
    git('rm', '-q', '--cached', 'live.env');
    expect(await findings('production')).toContain('live.env file-not-ignored');
    box.put('.gitignore', 'live.env\ntest.*\n');
    expect(await findings('production')).toEqual(['live.env held-none']);
  });

  it('reports that git gives no answer, and everything else', async () => {
    await apply(canary);
    box.put('.git', 'gitdir: /nowhere\n');
    expect(await findings()).toEqual(['git-failed']);
  });

  it('shows a key that was put in the merchant’s place masked', async () => {
    box.put('test.env', `KEY=${other}\nID=${canary}\nWORLD=HOMO\n`);
    expect((await status())[0]?.targets[0]?.key).toMatchObject({
      masked: '*****qV2',
      merchantId: '*****qV8',
    });
  });

  it('after an undo no longer says that the key was installed', async () => {
    await apply(canary);
    expect((await box.cle(['undo', ...where(), '--yes'])).status).toBe(0);
    box.put('live.env', `KEY=${canary}\n`);
    expect(await findings('production')).toEqual([]);
  });
});

describe('cle status, called wrongly', () => {
  it('exits with 2 for an unknown flag, and with 3 without a project', async () => {
    expect((await box.cle(['status', '--nope'])).status).toBe(2);
    const ran = await box.cle(['status', '--project', box.home, '--json']);
    expect(ran.status).toBe(3);
    expect(jsonOf(ran)).toMatchObject({ ok: false, code: 'project-missing' });
  });
});

it('reports that the key of a file that dotenvx encrypts is unknown, not that there is none', async () => {
  const publicKey = '03986a8a46164a8a25f6c694fa09b49668130b9150e48e491d7ceb17f99638b462';
  box.put('test.env', `DOTENV_PUBLIC_KEY="${publicKey}"\nKEY=\nID=\nWORLD=\n`);
  await apply(canary);
  const [homologation] = await status();
  expect(homologation?.findings).toEqual([]);
  const codes = homologation?.targets.map(({ file, findings }) => [
    file,
    ...findings.map(({ code }) => code),
  ]);
  expect(codes).toEqual([
    ['test.env', 'entry-encrypted', 'entry-encrypted', 'entry-encrypted'],
    ['test.yaml'],
  ]);
});

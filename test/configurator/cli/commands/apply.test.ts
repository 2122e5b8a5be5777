import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadRecipient } from '../../../../configurator/machine/identity/identity.ts';
import { sealKey } from '../../../../configurator/machine/sealed/seal-key.ts';
import { filesBelow } from '../../../canary/files.ts';
import { findSecret } from '../../../canary/find-secret.ts';
import { canary, fakeKey } from '../../../extension/key.ts';
import { jsonOf, keyJson, makeSandbox, type Ran, type Sandbox } from '../../sandbox.ts';

// Payline is not to be asked: it cannot be reached here.
vi.mock('@clack/prompts', () => ({
  text: ({ message }: { message: string }) => {
    if (message.includes('Payline')) return 'no';
    if (message.includes('exactly this code') && answer === false) return spoken;
    return typeof answer === 'symbol' ? answer : answer ? 'yes' : 'no';
  },
}));
let answer: boolean | symbol = true;
/** The answer to whether the sender read out exactly this code. */
let spoken = 'oui';

let box: Sandbox;
const project = `version: 1
environments:
  homologation:
    - { file: .env, set: { PAYLINE_ACCESS_KEY: accessKey, PAYLINE_MERCHANT_ID: merchantId } }
    - { file: config/payline.yaml, set: { payline.authorization: authorization } }
  production:
    - { file: .env.live, set: { PAYLINE_ACCESS_KEY: accessKey } }
`;

beforeEach(() => {
  answer = true;
  box = makeSandbox();
  box.put('cle.config.yaml', project);
  box.put('.env', '# shop\nPAYLINE_MERCHANT_ID=\nPAYLINE_ACCESS_KEY=old0old0old0old0old0\n');
  box.put('config/payline.yaml', 'payline:\n  authorization: ""   # from the console\n');
  box.put('.env.live', 'PAYLINE_ACCESS_KEY=\n');
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const apply = (words: readonly string[], call: Parameters<Sandbox['cle']>[1] = {}) =>
  box.cle(['apply', '-', '--project', box.project, ...words], { input: keyJson(canary), ...call });
const authorization = `Basic ${btoa(`17626983201234:${canary}`)}`;

/** Puts a key sealed to this machine beside the project. @returns the file's path */
async function putSealed(): Promise<string> {
  const path = join(box.root, 'key.age');
  const { armored } = await sealKey(fakeKey(), { recipients: [await loadRecipient()] }, 1);
  writeFileSync(path, armored);
  return path;
}

function expectNoSecret({ out, err }: Ran): void {
  const places = [
    { name: 'standard output', bytes: Buffer.from(out) },
    { name: 'standard error', bytes: Buffer.from(err) },
  ];
  expect(findSecret(canary, places), 'a command must never print a key').toEqual([]);
}

describe('cle apply', () => {
  it('writes every target and reports it, with the key masked', async () => {
    const ran = await apply(['--yes']);
    expect(ran).toMatchObject({ status: 0, err: '' });
    expect(box.read('.env')).toBe(
      `# shop\nPAYLINE_MERCHANT_ID=17626983201234\nPAYLINE_ACCESS_KEY=${canary}\n`,
    );
    expect(box.read('config/payline.yaml')).toBe(
      `payline:\n  authorization: "${authorization}"   # from the console\n`,
    );
    expect(ran.out).toContain('*****qV8');
    expect(ran.out).toContain('.env: in place (accessKey, merchantId)');
    expectNoSecret(ran);
  });

  it('takes an Authorization as it is copied, with the environment from the command line', async () => {
    const input = `Authorization: ${authorization}\n`;
    expect((await apply(['--yes'], { input })).err).toContain('--environment');
    const ran = await apply(['--yes', '--environment', 'homologation'], { input });
    expect(ran).toMatchObject({ status: 0, err: '' });
    expect(box.read('.env')).toContain(`PAYLINE_ACCESS_KEY=${canary}`);
    expectNoSecret(ran);
  });

  it('prints one JSON document with --json: plan and receipt', async () => {
    const ran = await apply(['--yes', '--json']);
    expect(ran).toMatchObject({ status: 0, err: '' });
    expect(jsonOf(ran)).toMatchObject({
      ok: true,
      plan: { key: { masked: '*****qV8', environment: 'homologation' }, warnings: [] },
      receipt: { targets: [{ file: '.env', change: 'changed' }, { file: 'config/payline.yaml' }] },
    });
    expectNoSecret(ran);
  });

  it('writes nothing with --dry-run', async () => {
    const before = box.read('.env');
    const ran = await apply(['--dry-run']);
    expect(ran.status).toBe(0);
    expect(ran.out).toContain('PAYLINE_ACCESS_KEY = *****qV8');
    expect(box.read('.env')).toBe(before);
    expectNoSecret(ran);
  });

  it('leaves the secret only in the targets: not in the state folder, nor beside them', async () => {
    await apply(['--yes']);
    const targets = ['.env', 'config/payline.yaml'].map((file) => join(box.project, file));
    const places = [...filesBelow(box.root)].filter(({ name }) => !targets.includes(name));
    expect(places.length, 'the state folder must have been looked into').toBeGreaterThan(2);
    expect(findSecret(canary, places)).toEqual([]);
    expect(readdirSync(box.project).sort()).toEqual(['.env', '.env.live', 'cle.config.yaml', 'config']);
  });

  it.each([['--dry-run'], ['--yes']])('refuses a production key for a tracked file, %s', async (flag) => {
    execFileSync('git', ['-C', box.project, 'init', '-q']);
    const before = box.read('.env.live');
    const ran = await apply([flag, '--json'], { input: keyJson(canary, { environment: 'production' }) });
    expect(ran.status).toBe(3);
    expect(jsonOf(ran)).toMatchObject({ ok: false, code: 'file-not-ignored', params: { file: '.env.live' } });
    expect(box.read('.env.live')).toBe(before);
    expectNoSecret(ran);
  });
});

describe('cle apply, when nothing is installed', () => {
  it('exits with 130 if the person says no or cancels, and nothing has changed', async () => {
    const source = await putSealed();
    for (answer of [false, Symbol('cancelled')]) {
      const ran = await box.cle(['apply', source, '--project', box.project], { interactive: true });
      expect(ran).toMatchObject({ status: 130, err: expect.stringContaining('cle: cancelled') });
      expect(box.read('.env')).toContain('old0old0old0old0old0');
      expectNoSecret(ran);
    }
    answer = true;
    const ran = await box.cle(['apply', source, '--project', box.project], { interactive: true });
    expect(ran).toMatchObject({ status: 0 });
    expect(box.read('.env')).toContain(canary);
  });

  it('advises against installing a key whose code the sender did not read out, and to ask the sender', async () => {
    [answer, spoken] = [false, 'non'];
    const source = await putSealed();
    const ran = await box.cle(['apply', source, '--project', box.project], { interactive: true });
    spoken = 'oui';
    expect(ran).toMatchObject({
      status: 3,
      err: expect.stringContaining('do not install it: ask the sender'),
    });
    expect(box.read('.env')).toContain('old0old0old0old0old0');
  });

  it('mentions --yes only once there is a project', async () => {
    const elsewhere = ['apply', '-', '--project', box.home];
    expect(await box.cle(elsewhere, { input: keyJson(canary) })).toMatchObject({
      status: 3,
      err: expect.stringContaining('cle: run: cle init'),
    });
    expect((await box.cle(['undo', '--project', box.home])).err).not.toContain('--yes');
  });

  it('explains how to pass a file with a key in clear', async () => {
    const source = join(box.root, 'key.json');
    writeFileSync(source, keyJson(canary));
    const ran = await box.cle(['apply', source, '--project', box.project, '--yes']);
    expect(ran).toMatchObject({ status: 3, err: expect.stringContaining('cle apply - --yes < FILE') });
    expectNoSecret(ran);
  });

  it('exits with 2 where nobody can confirm', async () => {
    const ran = await apply([]);
    expect(ran).toMatchObject({ status: 2, out: '' });
    expect(ran.err).toContain('add --yes, or --dry-run to only show the plan');
    expectNoSecret(ran);
  });

  it('exits with 2 for an unknown flag, names the nearest, and does not repeat the input', async () => {
    const ran = await box.cle(['apply', `--yess=${canary}`]);
    expect(ran).toMatchObject({ status: 2, out: '' });
    expect((await apply(['--yess'])).err).toContain('--yes');
    expectNoSecret(ran);
  });

  it('exits with 3 for an invalid key, and quotes nothing of it', async () => {
    const ran = await apply(['--yes'], { input: `{"accessKey": ${canary}` });
    expect(ran.status).toBe(3);
    expectNoSecret(ran);
  });

  it('exits with 3 where the key and --environment disagree', async () => {
    const ran = await apply(['--yes', '--json', '--environment', 'production']);
    expect(ran.status).toBe(3);
    expect(jsonOf(ran)).toMatchObject({ code: 'environment-mismatch' });
  });

  it('names an unknown word of the project file by line, with the nearest known word', async () => {
    box.put('cle.config.yaml', project.replace('merchantId }', 'merchantID }'));
    const ran = await apply(['--yes']);
    expect(ran.status).toBe(3);
    expect(ran.err).toContain('"cle.config.yaml" line 4');
    expect(ran.err).toContain('"merchantId"');
  });

  it('reports it in French', async () => {
    box.put('.env', 'PAYLINE_ACCESS_KEY=a\nPAYLINE_ACCESS_KEY=b\n');
    const ran = await apply(['--yes'], { language: 'fr' });
    expect(ran.status).toBe(3);
    expect(ran.err).toContain('y est plusieurs fois, lignes 1, 2');
  });
});

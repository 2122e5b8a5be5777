import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { filesBelow } from '../../../canary/files.ts';
import { findSecret } from '../../../canary/find-secret.ts';
import { jsonOf, keyJson, makeSandbox, type Ran, type Sandbox } from '../../sandbox.ts';

vi.mock('@clack/prompts', () => ({
  text: () => (typeof answer === 'symbol' ? answer : answer ? 'yes' : 'no'),
}));
let answer: boolean | symbol = true;

const oldKey = 'Zo1dKeyF4ke5tuff6789';
const keys = ['Ak3QpR8sVb2LtXy9MqV1', 'Bk3QpR8sVb2LtXy9MqV2', 'Ck3QpR8sVb2LtXy9MqV3'] as const;
const before = {
  '.env': `# shop\r\nKEY='${oldKey}'\r\nID=1`,
  'lib/CONFIG.php': `<?php\n\tdefine('ACCESS_KEY', '${oldKey}'); // \xe9 in UTF-8\n`,
};

let box: Sandbox;
beforeEach(() => {
  answer = true;
  box = makeSandbox();
  box.put(
    'cle.config.yaml',
    `version: 1
environments:
  homologation:
    - { file: .env, set: { KEY: accessKey, ID: merchantId } }
    - { file: lib/CONFIG.php, set: { ACCESS_KEY: accessKey } }
`,
  );
  for (const [file, text] of Object.entries(before)) box.put(file, text, 0o640);
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const where = () => ['--project', box.project];
const undo = (...words: string[]) => box.cle(['undo', ...where(), '--yes', '--json', ...words]);
async function apply(accessKey: string): Promise<void> {
  const ran = await box.cle(['apply', '-', ...where(), '--yes'], { input: keyJson(accessKey) });
  expect(ran, ran.err).toMatchObject({ status: 0 });
}
const now = () => Object.fromEntries(Object.keys(before).map((file) => [file, box.read(file)]));
const backups = () =>
  readdirSync(join(box.env['CLE_HOME'] ?? '', 'backups'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.age'),
  );

function expectNoSecret({ out, err }: Ran, ...secrets: string[]): void {
  const places = [{ name: 'what it printed', bytes: Buffer.from(out + err) }];
  for (const secret of secrets) expect(findSecret(secret, places)).toEqual([]);
}

describe('cle undo', () => {
  it('restores every byte from before the last apply, then reports that there is nothing to undo', async () => {
    await apply(keys[0]);
    const ran = await undo();
    expect(ran).toMatchObject({ status: 0, err: '' });
    expect(jsonOf(ran)).toMatchObject({
      ok: true,
      key: { masked: '*****qV1' },
      restored: [{ file: '.env' }, { file: 'lib/CONFIG.php' }],
      left: 0,
    });
    expect(now()).toEqual(before);
    expectNoSecret(ran, keys[0], oldKey);

    const again = await undo();
    expect(again.status).toBe(3);
    expect(jsonOf(again)).toMatchObject({ ok: false, code: 'undo-none' });
    expect(now()).toEqual(before);
  });

  it('goes back apply by apply', async () => {
    await apply(keys[0]);
    const first = now();
    await apply(keys[1]);
    expect(jsonOf(await undo())).toMatchObject({ left: 1, key: { masked: '*****qV2' } });
    expect(now()).toEqual(first);
    expect(jsonOf(await undo())).toMatchObject({ left: 0, key: { masked: '*****qV1' } });
    expect(now()).toEqual(before);
  });

  it('keeps the last five applies of a project, and says so in its help', async () => {
    for (let round = 0; round < 7; round++) await apply(keys[round % 2] ?? '');
    expect(backups()).toHaveLength(5);
    for (let round = 0; round < 5; round++) expect((await undo()).status).toBe(0);
    expect(jsonOf(await undo())).toMatchObject({ code: 'undo-none' });
    expect((await box.cle(['undo', '--help'])).out).toContain('the last 5 applies');
  });

  it('does not count an apply that changes nothing or is refused', async () => {
    await apply(keys[0]);
    await apply(keys[0]);
    const ran = await box.cle(['apply', '-', ...where(), '--yes'], { input: keyJson('bad key') });
    expect(ran.status).toBe(3);
    expect(backups()).toHaveLength(1);
  });

  it('never has a secret in clear in the state folder, not even the old key', async () => {
    await apply(keys[0]);
    await apply(keys[1]);
    const places = [...filesBelow(box.env['CLE_HOME'] ?? '')];
    expect(backups()).toHaveLength(2);
    for (const secret of [oldKey, ...keys]) expect(findSecret(secret, places)).toEqual([]);
  });
});

describe('cle undo, where it would lose something', () => {
  it('refuses where any file was changed since, and leaves all of them', async () => {
    await apply(keys[0]);
    box.put('lib/CONFIG.php', `${box.read('lib/CONFIG.php')}// mine\n`);
    const changed = now();
    const ran = await undo();
    expect(ran.status).toBe(3);
    expect(jsonOf(ran)).toMatchObject({ code: 'undo-changed', params: { file: 'lib/CONFIG.php' } });
    expect(now()).toEqual(changed);
    expect(backups()).toHaveLength(1);
  });

  it('restores the rest if one file is already as it was before', async () => {
    await apply(keys[0]);
    box.put('.env', before['.env']);
    expect(jsonOf(await undo())).toMatchObject({ restored: [{ file: 'lib/CONFIG.php' }] });
    expect(now()).toEqual(before);
  });

  it('has nothing to undo where every file was put back by hand', async () => {
    await apply(keys[0]);
    for (const [file, text] of Object.entries(before)) box.put(file, text);
    expect(jsonOf(await undo())).toMatchObject({ code: 'undo-none' });
  });

  it('refuses a backup that was changed', async () => {
    await apply(keys[0]);
    const [name = ''] = backups();
    const path = join(box.env['CLE_HOME'] ?? '', 'backups', name);
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const ran = await undo();
    expect(ran.status).toBe(3);
    expect(jsonOf(ran)).toMatchObject({ code: 'state-unreadable' });
    expectNoSecret(ran, oldKey, keys[0]);
  });

  it('asks first: exits with 2 if nobody can be asked, with 130 at a no, and undoes at a yes', async () => {
    await apply(keys[0]);
    const installed = now();
    expect(await box.cle(['undo', ...where()])).toMatchObject({ status: 2, out: '' });
    answer = false;
    expect(await box.cle(['undo', ...where()], { interactive: true })).toMatchObject({ status: 130 });
    expect(now()).toEqual(installed);
    answer = true;
    const ran = await box.cle(['undo', ...where()], { interactive: true });
    expect(ran).toMatchObject({ status: 0, err: '' });
    expect(ran.out).toContain('.env: restored');
    expect(now()).toEqual(before);
  });
});

import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { planCommand } from '../../../../configurator/install/external/command.ts';
import { vaultAccess } from '../../../../configurator/install/external/vault/access.ts';
import { planVault } from '../../../../configurator/install/external/vault/plan.ts';
import { deleteLatest } from '../../../../configurator/install/external/vault/secret.ts';
import { loadProject } from '../../../../configurator/project/load.ts';
import { AccessKey } from '../../../../shared/access-key.ts';
import { doubtOf } from '../../../../shared/doubts.ts';
import { findSecret } from '../../../canary/find-secret.ts';
import { canary } from '../../../extension/key.ts';
import { closeVault, openVault } from '../../../vault/sandbox.ts';
import { type Asked, type Misbehaviour, type StandInVault, send } from '../../../vault/server.ts';
import { jsonOf, keyJson, type Ran, type Sandbox } from '../../sandbox.ts';

let box: Sandbox;
let vault: StandInVault;

beforeEach(async () => {
  ({ box, vault } = await openVault());
  box.put('.env', 'PAYLINE_ACCESS_KEY=old0old0old0old0old0\n');
});
afterEach(() => closeVault(box, vault));

const head = `version: 1
environments:
  homologation:
    - { file: .env, set: { PAYLINE_ACCESS_KEY: accessKey } }
`;
const toFile = (file: string, set = 'accessKey') =>
  `    - { command: [sh, -c, "cat > ${file}"], set: ${set} }\n`;
const toVault = () =>
  `    - { vault: "${vault.address}", path: shop/payline, set: { key: accessKey, mode: { field: environment, homologation: HOMO } } }\n`;
const failing = '    - { command: [sh, -c, "cat; exit 7"], set: accessKey }\n';

const describeProject = (...targets: string[]) => box.put('cle.config.yaml', head + targets.join(''));
const inProject = (command: string, words: readonly string[] = [], input = '') =>
  box.cle([command, ...words, '--project', box.project], { input });
const allow = () => inProject('allow', ['--yes']);
const apply = (words: readonly string[] = ['--yes'], key = canary) =>
  inProject('apply', ['-', ...words], keyJson(key));
const written = (file: string) => readFileSync(join(box.project, file), 'utf8');

async function refused(run: Promise<Ran>, code: string, status = 3): Promise<Ran> {
  const ran = await run;
  expect({ status: ran.status, json: jsonOf(ran) }).toMatchObject({ status, json: { ok: false, code } });
  return ran;
}

const untouched = () => expect(box.read('.env')).toBe('PAYLINE_ACCESS_KEY=old0old0old0old0old0\n');

describe('a command', () => {
  it('gets exactly the bytes of the value on its standard input', async () => {
    describeProject(toFile('taken'), toFile('word', '{ field: environment, homologation: HOMO }'));
    await allow();
    const ran = await apply(['--yes', '--json']);
    expect(jsonOf(ran)).toMatchObject({
      ok: true,
      plan: { external: [{ kind: 'command', fields: ['accessKey'], change: 'run' }, {}] },
      receipt: { external: [{ kind: 'command', change: 'run' }, { fields: ['environment'] }] },
    });
    expect([written('taken'), written('word')]).toEqual([canary, 'HOMO']);
    expect(box.read('.env')).toBe(`PAYLINE_ACCESS_KEY=${canary}\n`);
  });

  it('runs in the project’s folder, and is found there by its path', async () => {
    box.put('bin/take', '#!/bin/sh\ncat > here\n', 0o700);
    describeProject('    - { command: [bin/take], set: authorization }\n');
    await allow();
    expect(await apply()).toMatchObject({ status: 0 });
    expect(written('here')).toMatch(/^Basic /);
  });

  it('has the key in no argument, no environment variable and no output of ours', async () => {
    describeProject(
      "    - { command: [sh, -c, \"cat; env > seen; tr '\\\\0' ' ' < /proc/$$/cmdline >> seen\"], set: accessKey }\n",
    );
    await allow();
    const { out, err } = await apply();
    const places = [out, err, written('seen')].map((text, name) => ({
      name: String(name),
      bytes: Buffer.from(text),
    }));
    expect(findSecret(canary, places)).toEqual([]);
  });

  it('that fails may have taken the key: it is reported, the files keep the key, and status and undo tell it', async () => {
    describeProject(failing);
    await allow();
    const ran = await refused(apply(['--yes', '--json']), 'command-may-have', 4);
    expect(jsonOf(ran)).toMatchObject({
      message: expect.stringContaining('may have taken the key'),
      receipt: { external: [{ kind: 'command', change: 'unknown', reason: '7' }] },
    });
    expect(box.read('.env')).toContain(canary);
    expect((await inProject('status')).out).toMatch(/sh -c .* \*+qV8 +may have it/);
    expect((await inProject('status')).out).not.toContain('all is well');
    expect((await inProject('undo', ['--yes'])).out).toContain('may have the new key, and would keep it');
    untouched();
  });

  it('that times out may have taken the key', async () => {
    const target = {
      kind: 'command',
      argv: ['sh', '-c', 'cat > taken; sleep 60'],
      given: { field: 'accessKey', environmentWord: '' },
      line: 1,
    } as const;
    const key = AccessKey.parse(JSON.parse(keyJson(canary)));
    const planned = await planCommand(target, key, box.project, 300);
    expect((await planned.deliver()).receipt).toMatchObject({ change: 'unknown', reason: 'timeout' });
  });

  it('that could not be started took nothing: nothing is installed', async () => {
    box.put('bin/take', '#!/no/such/interpreter\n', 0o700);
    describeProject('    - { command: [bin/take], set: accessKey }\n');
    await allow();
    await refused(apply(['--yes', '--json']), 'command-not-started');
    untouched();
  });

  it.each([
    ['gh secret set PAYLINE', 'command-may-have-sets'],
    ['wrangler secret put PAYLINE', 'command-may-have-sets'],
    ['vercel env add PAYLINE production', 'command-may-have-refuses'],
    ['vercel env add PAYLINE production --force', 'command-may-have-sets'],
    ['kubectl apply -f -', 'command-may-have-sets'],
    ['kubectl create secret generic payline', 'command-may-have-refuses'],
    ['aws ssm put-parameter --name payline --value file:///dev/stdin', 'command-may-have-refuses'],
    ['aws ssm put-parameter --name payline --overwrite', 'command-may-have-adds'],
    ['gcloud secrets versions add payline --data-file=-', 'command-may-have-adds'],
    ['php bin/console secrets:set PAYLINE -', 'command-may-have-sets'],
    ['sh bin/take', 'command-may-have'],
  ])('%s: what a second run does is said where it is known', (name, code) => {
    const receipt = { kind: 'command', change: 'unknown', reason: '1' } as const;
    expect(doubtOf({ ...receipt, name, fields: [] })).toMatchObject({ code, params: { name, reason: '1' } });
  });

  it('that does not exist is refused before anything is done', async () => {
    describeProject(toFile('taken'), '    - { command: [no-such-program-here], set: accessKey }\n');
    await allow();
    await refused(apply(['--yes', '--json']), 'command-missing');
    untouched();
    expect(existsSync(join(box.project, 'taken'))).toBe(false);
  });

  it.each(['bin/take.cmd', 'bin/take.BAT', './bin/take.cmd'])(
    'that is a batch file, %s, is refused before anything is done: no shell receives text from a project',
    async (name) => {
      box.put(name, '#!/bin/sh\ncat > taken\n', 0o700);
      describeProject(`    - { command: [${name}], set: accessKey }\n`);
      await allow();
      const { out } = await refused(apply(['--yes', '--json']), 'command-batch');
      expect(jsonOf({ status: 3, out, err: '' })['params']).toMatchObject({ line: 5 });
      await refused(apply(['--dry-run', '--json']), 'command-batch');
      untouched();
      expect(existsSync(join(box.project, 'taken'))).toBe(false);
    },
  );

  it('that fails after another succeeded is reported, the files keep the key, and applying it again completes it', async () => {
    describeProject(
      toFile('taken'),
      '    - { command: [sh, -c, "cat > /dev/null; test -e ready"], set: accessKey }\n',
    );
    await allow();
    const ran = await refused(apply(['--yes', '--json']), 'command-may-have', 4);
    expect(jsonOf(ran)).toMatchObject({ receipt: { external: [{ change: 'run' }, { change: 'unknown' }] } });
    expect(box.read('.env')).toContain(canary);
    box.put('ready', '');
    expect(await apply()).toMatchObject({ status: 0 });
  });
});

describe('cle allow', () => {
  it('is required before anything runs, and the refusal names the line', async () => {
    describeProject(toFile('taken'));
    const { out } = await refused(apply(['--yes', '--json']), 'project-not-allowed');
    expect(out).toContain('line 5');
    await refused(apply(['--dry-run', '--json']), 'project-not-allowed');
    untouched();
  });

  it('shows what it allows, and allows nothing where nobody can confirm', async () => {
    describeProject(toFile('taken'), toVault());
    expect(await inProject('allow')).toMatchObject({ status: 2 });
    const { out } = await allow();
    expect(out).toContain(
      'homologation, line 5: sh gets accessKey\n    sh\n    -c\n    "cat > taken"\nhomologation',
    );
    expect(out).toContain(
      `homologation, line 6: ${vault.address} secret/shop/payline gets accessKey, environment`,
    );
  });

  it('shows every argument in full, however long, with invisible characters at its ends', async () => {
    const long = 'a'.repeat(500);
    describeProject(`    - { command: [sh, ${long}, "--repo", "evil/exfil", " spaced "], set: accessKey }\n`);
    const { out } = await allow();
    const shown = ['sh', long, '--repo', 'evil/exfil', '" spaced "'];
    expect(out).toContain(shown.map((word) => `    ${word}\n`).join(''));
    const { external } = jsonOf(await inProject('allow', ['--yes', '--json'])) as {
      external: { argv: string[] }[];
    };
    expect(external[0]?.argv).toEqual(['sh', long, '--repo', 'evil/exfil', ' spaced ']);
  });

  it.each<[what: string, command: string, file: string, mode?: number]>([
    ['a program', '[bin/take, now]', 'bin/take'],
    ['a script that is an argument', '[sh, bin/take]', 'bin/take'],
    ['a script behind a "="', '[env, "TAKE=bin/take", sh, -c, "cat > here"]', 'bin/take'],
    ['a script within a word', '[sh, -c, "true; exec ./bin/take"]', 'bin/take'],
    [
      'a script within a word that is not a program',
      '[sh, -c, "true; sh bin/take.sh"]',
      'bin/take.sh',
      0o600,
    ],
    ['any file behind a "="', `[sh, -c, '. ./"\${0#--with=}"', --with=bin/take.txt]`, 'bin/take.txt', 0o600],
    ['a script that is named without its ending', `[sh, -c, 'sh "$0.js"', bin/take]`, 'bin/take.js'],
    ['a script that is named by its folder', `[sh, -c, 'sh "$0/index.js"', tools]`, 'tools/index.js'],
  ])(
    'holds for the content of %s in the project: changed, it gets no key',
    async (_, command, file, mode = 0o700) => {
      box.put(file, '#!/bin/sh\ncat > here\n', mode);
      describeProject(`    - { command: ${command}, set: accessKey }\n`);
      const { out } = await allow();
      expect(out).toContain('a file of the project: allowed with its current contents');
      expect(await apply()).toMatchObject({ status: 0 });
      box.put('here', 'nothing');
      box.put(file, '#!/bin/sh\ncat > here; cat here > stolen\n', mode);
      await refused(apply(['--yes', '--json']), 'project-not-allowed');
      expect([written('here'), existsSync(join(box.project, 'stolen'))]).toEqual(['nothing', false]);
      expect((await inProject('status', ['--json'])).out).toContain('project-not-allowed');
      await allow();
      expect(await apply()).toMatchObject({ status: 0 });
    },
  );

  it('covers the content of a link’s target, wherever that is', async () => {
    const elsewhere = join(box.root, 'take');
    writeFileSync(elsewhere, '#!/bin/sh\ncat > here\n', { mode: 0o700 });
    symlinkSync(elsewhere, join(box.project, 'take'));
    describeProject('    - { command: [./take], set: accessKey }\n');
    await allow();
    expect(await apply()).toMatchObject({ status: 0 });
    writeFileSync(elsewhere, '#!/bin/sh\ncat > stolen\n');
    await refused(apply(['--yes', '--json']), 'project-not-allowed');
    expect(existsSync(join(box.project, 'stolen'))).toBe(false);
  });

  it('still holds after a command writes files', async () => {
    describeProject('    - { command: [sh, -c, "cat > out.env"], set: accessKey }\n');
    await allow();
    expect(await apply()).toMatchObject({ status: 0 });
    expect(await apply(['--yes'], 'Ak3QpR8sVb2LtXy9MqV7')).toMatchObject({ status: 0 });
  });

  it('covers the content of a program until it is started', async () => {
    box.put('bin/take', '#!/bin/sh\ncat > here\n', 0o700);
    const change = 'cat > /dev/null; echo "cat > stolen" > bin/take';
    describeProject(
      `    - { command: [sh, -c, '${change}'], set: accessKey }\n    - { command: [bin/take], set: accessKey }\n`,
    );
    await allow();
    const { out } = await refused(apply(['--yes', '--json']), 'external-left', 4);
    expect(out).toContain('project-not-allowed');
    expect(jsonOf(await inProject('status', ['--json']))).toMatchObject({
      environments: [{ external: [{ state: 'given' }, { state: 'left' }] }],
    });
    expect(existsSync(join(box.project, 'stolen'))).toBe(false);
  });

  it('never resolves a bare name to a program of the project', async () => {
    box.put('bin/only-here', '#!/bin/sh\ncat > here\n', 0o700);
    vi.stubEnv('PATH', `${join(box.project, 'bin')}:bin:.:${process.env['PATH']}`);
    describeProject('    - { command: [only-here], set: accessKey }\n');
    await allow();
    await refused(apply(['--yes', '--json']), 'command-missing');
  });

  it('keeps programs of the project out of the PATH of what a command starts', async () => {
    box.put('bin/helper', '#!/bin/sh\necho of the project\n', 0o700);
    const system = join(box.root, 'system');
    mkdirSync(system);
    writeFileSync(join(system, 'helper'), '#!/bin/sh\necho of the system\n', { mode: 0o700 });
    vi.stubEnv('PATH', `${join(box.project, 'bin')}:bin:${system}:${process.env['PATH']}`);
    describeProject('    - { command: [sh, -c, "helper > found"], set: accessKey }\n');
    await allow();
    expect(await apply()).toMatchObject({ status: 0 });
    expect(written('found')).toBe('of the system\n');
  });

  it('covers exactly this file: one byte more, and it is refused', async () => {
    const file = describeProject(toFile('taken'));
    await allow();
    writeFileSync(file, `${readFileSync(file, 'utf8')}#`);
    await refused(apply(['--yes', '--json']), 'project-not-allowed');
    await allow();
    expect(await apply()).toMatchObject({ status: 0 });
  });

  it('can be revoked', async () => {
    describeProject(toFile('taken'));
    await allow();
    expect(jsonOf(await inProject('allow', ['--revoke', '--json']))).toMatchObject({ revoked: true });
    await refused(apply(['--yes', '--json']), 'project-not-allowed');
  });

  it('is not required for a project with files only', async () => {
    describeProject();
    expect(jsonOf(await inProject('allow', ['--json']))).toMatchObject({
      ok: true,
      allowed: false,
      external: [],
    });
    expect(await apply()).toMatchObject({ status: 0 });
  });
});

const isWrite = ({ method }: Asked) => method === 'PATCH' || method === 'POST';

describe('a Vault secret', () => {
  const versions = () => vault.versions('shop/payline');
  beforeEach(async () => {
    describeProject(toVault());
    await allow();
  });

  it('is created if there is none, and not written if it already has the key', async () => {
    expect(await apply()).toMatchObject({ status: 0 });
    expect(versions()).toEqual([{ key: canary, mode: 'HOMO' }]);
    expect(jsonOf(await apply(['--yes', '--json']))).toMatchObject({
      receipt: { external: [{ change: 'unchanged' }] },
    });
    expect(versions()).toHaveLength(1);
  });

  it('that changed after planning is not reported as unchanged', async () => {
    await apply();
    const [target] = (await loadProject(box.project)).external('homologation');
    if (target?.kind !== 'vault') throw new Error('no target');
    const planned = await planVault(target, AccessKey.parse(JSON.parse(keyJson(canary))));
    vault.put('shop/payline', { key: 'theirs' });
    await expect(planned.deliver()).rejects.toMatchObject({ code: 'vault-changed' });
  });

  it('keeps all other fields', async () => {
    vault.put('shop/payline', { key: 'old', other: { deep: [1, null] }, text: 'as it is' });
    expect(jsonOf(await apply(['--yes', '--json']))).toMatchObject({
      receipt: { external: [{ change: 'changed', before: 1 }] },
    });
    expect(versions()[1]).toEqual({
      key: canary,
      mode: 'HOMO',
      other: { deep: [1, null] },
      text: 'as it is',
    });
  });

  it('is written even if its latest version was deleted', async () => {
    vault.put('shop/payline', { key: 'old' });
    await fetchDelete();
    expect(await apply()).toMatchObject({ status: 0 });
    expect(versions()).toEqual([null, { key: canary, mode: 'HOMO' }]);
  });

  const toSecond = () => toVault().replace('shop/payline', 'shop/second');
  const forbidSecond = (asked: Asked) =>
    isWrite(asked) && asked.path.endsWith('second') && send(asked.response, { status: 403 });

  it('is restored if a later target fails', async () => {
    vault.put('shop/payline', { key: 'old', other: 1 });
    describeProject(toVault(), toSecond());
    await allow();
    vault.misbehave = forbidSecond;
    await refused(apply(['--yes', '--json']), 'vault-denied');
    expect(versions().at(-1)).toEqual({ key: 'old', other: 1 });
    untouched();
  });

  it('that did not exist is removed again if a later target fails', async () => {
    describeProject(toVault(), toSecond());
    await allow();
    vault.misbehave = forbidSecond;
    await refused(apply(['--yes', '--json']), 'vault-denied');
    expect(versions()).toEqual([null]);
  });

  it('that cannot be restored keeps the key, as do the files: what is left is reported', async () => {
    vault.put('shop/payline', { key: 'old' });
    describeProject(toVault(), toSecond());
    await allow();
    let writes = 0;
    vault.misbehave = (asked) =>
      forbidSecond(asked) || (isWrite(asked) && writes++ > 0 && send(asked.response, { status: 403 }));
    const ran = await refused(apply(['--yes', '--json']), 'external-left', 4);
    expect(jsonOf(ran)).toMatchObject({
      receipt: {
        external: [
          { change: 'changed', before: 1 },
          { change: 'left', reason: 'vault-denied' },
        ],
      },
    });
    expect([versions().at(-1)?.['key'], box.read('.env').includes(canary)]).toEqual([canary, true]);
  });

  it('may have the key if it is not known whether it was restored', async () => {
    vault.put('shop/payline', { key: 'old' });
    describeProject(toVault(), toSecond());
    await allow();
    let isLost = false;
    vault.misbehave = (asked) => {
      isLost ||= isWrite(asked) && asked.path.endsWith('second');
      return isLost && (forbidSecond(asked) || send(asked.response, { status: 502 }));
    };
    const ran = await refused(apply(['--yes', '--json']), 'vault-may-have', 4);
    expect(jsonOf(ran)).toMatchObject({ receipt: { external: [{ change: 'unknown' }, { change: 'left' }] } });
    vault.misbehave = undefined;
    expect(jsonOf(await inProject('status', ['--json']))).toMatchObject({
      environments: [{ external: [{ state: 'has' }, { state: 'left' }] }],
    });
  });

  it('does not stop the other targets if its answer is lost', async () => {
    describeProject(toVault(), toSecond(), toFile('taken'));
    await allow();
    let isLost = false;
    vault.misbehave = (asked) => {
      isLost ||= isWrite(asked);
      return isLost && !asked.path.endsWith('second') && send(asked.response, { status: 502 });
    };
    const ran = await refused(apply(['--yes', '--json']), 'vault-may-have', 4);
    expect(jsonOf(ran)).toMatchObject({
      receipt: { external: [{ change: 'unknown' }, { change: 'changed' }, { change: 'run' }] },
    });
    expect([written('taken'), vault.versions('shop/second')[0]?.['key']]).toEqual([canary, canary]);
  });

  it.each([
    ['kv1', 'vault-mount-version'],
    ['generic', 'vault-mount-version'],
    ['transit', 'vault-mount-type'],
    ['kv1/deeper', 'vault-mount-other'],
    ['nowhere', 'vault-mount-unknown'],
  ])('in the engine at "%s" is refused by name, before anything is asked of it', async (mount, code) => {
    describeProject(toVault().replace('path:', `mount: ${mount}, path:`));
    await allow();
    vault.log.length = 0;
    const { out } = await refused(apply(['--yes', '--json']), code);
    expect(out).toContain(mount);
    expect(vault.log).toEqual([`GET /v1/sys/internal/ui/mounts/${mount}`]);
    untouched();
  });

  it('that somebody else changed in the meantime is left as it is, and nothing is installed', async () => {
    vault.put('shop/payline', { key: 'old' });
    vault.misbehave = ({ method }) => {
      if (method === 'PATCH') {
        vault.misbehave = undefined;
        vault.put('shop/payline', { key: 'theirs' });
      }
      return false;
    };
    await refused(apply(['--yes', '--json']), 'vault-changed');
    expect(versions().at(-1)).toEqual({ key: 'theirs' });
    untouched();
  });

  it.each([
    ['that answers', () => false],
    [
      'that loses every answer',
      (asked: Asked) => {
        if (isWrite(asked)) asked.perform();
        return isWrite(asked) && send(asked.response, { status: 502 });
      },
    ],
  ])('with writers racing at a server %s, one is done and the others are told so', async (_, misbehave) => {
    vault.misbehave = misbehave;
    const keys = Array.from({ length: 6 }, (_, index) => canary.slice(0, -1) + index);
    vault.put('shop/payline', { key: 'old', count: 0 });
    const [target] = (await loadProject(box.project)).external('homologation');
    if (target?.kind !== 'vault') throw new Error('no target');
    const plans = await Promise.all(
      keys.map((key) => planVault(target, AccessKey.parse(JSON.parse(keyJson(key))))),
    );
    const outcomes = await Promise.allSettled(plans.map((plan) => plan.deliver()));
    const done = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(done.map(({ receipt }) => receipt.change)).toEqual(['changed']);
    expect(versions()).toHaveLength(2);
    const others = outcomes.filter(({ status }) => status === 'rejected');
    expect(others).toMatchObject(keys.slice(1).map(() => ({ reason: { code: 'vault-changed' } })));
  });

  it('is not undone with the files: that is reported, with the version to go back to', async () => {
    vault.put('shop/payline', { key: 'old' });
    await apply();
    const ran = await inProject('undo', ['--yes']);
    expect(ran).toMatchObject({ status: 0 });
    expect(ran.out).toContain(
      `${vault.address} secret/shop/payline: keeps the new key; the previous version is 1`,
    );
    untouched();
    expect(jsonOf(await inProject('status', ['--json']))).toMatchObject({
      environments: [{ external: [{ state: 'given', key: { masked: '*****qV8' } }] }],
    });
  });

  const misbehaviours: Record<string, [string, Misbehaviour]> = {
    'a server that redirects': [
      'vault-redirected',
      ({ response }) => {
        response.writeHead(307, { location: 'https://127.0.0.1:9/' }).end();
        return true;
      },
    ],
    'a server that closes the connection': [
      'vault-failed',
      ({ response }) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{');
        setTimeout(() => response.destroy(), 20);
        return true;
      },
    ],
    'a server that never stops': [
      'vault-failed',
      ({ response }) => {
        const more = () => response.write('x'.repeat(65536)) && setImmediate(more);
        response.on('drain', more);
        more();
        return true;
      },
    ],
    'a server that answers with HTML': [
      'vault-failed',
      ({ response }) => {
        response.writeHead(200).end('<html>');
        return true;
      },
    ],
    'a sealed Vault': [
      'vault-failed',
      ({ response }) =>
        send(response, { status: 503, body: { errors: ['Vault is sealed'] } }, { 'retry-after': '60' }),
    ],
    'a token without permission': [
      'vault-denied',
      ({ response, path }) =>
        path.includes('/data/') && send(response, { status: 403, body: { errors: ['permission denied'] } }),
    ],
    'a token without rights there': [
      'vault-mount-unknown',
      ({ response }) => send(response, { status: 403, body: { errors: ['preflight capability check'] } }),
    ],
  };

  it.each(Object.entries(misbehaviours))(
    '%s: nothing is installed, and the token is shown nowhere',
    async (_, [code, how]) => {
      vault.misbehave = how;
      const { out } = await refused(apply(['--yes', '--json']), code);
      expect(out).not.toContain(vault.token);
      expect(out).not.toContain(canary);
      untouched();
    },
  );

  it('is not contacted without a trusted certificate', async () => {
    vi.stubEnv('VAULT_CACERT', '');
    const { out } = await refused(apply(['--yes', '--json']), 'vault-failed');
    expect(out).toContain('SELF_SIGNED');
    expect(vault.log).toEqual([]);
  });

  it('needs a token', async () => {
    vi.stubEnv('VAULT_TOKEN', '');
    vi.stubEnv('HOME', box.root);
    await refused(apply(['--yes', '--json']), 'vault-token-missing');
    writeFileSync(join(box.root, '.vault-token'), `${vault.token}\n`);
    expect(await apply()).toMatchObject({ status: 0 });
  });

  async function fetchDelete(): Promise<void> {
    const [target] = (await loadProject(box.project)).external('homologation');
    if (target?.kind === 'vault') {
      const { mount, path } = target;
      await deleteLatest({ mount, path, access: vaultAccess(target) });
    }
  }
});

describe('cle status', () => {
  it('reports what received the key, and that this is no longer allowed', async () => {
    const file = describeProject(toFile('taken'));
    await allow();
    const of = async () => jsonOf(await inProject('status', ['--json'])) as { environments: object[] };
    expect((await of()).environments).toMatchObject([{ external: [{ kind: 'command', key: null }] }]);
    await apply();
    writeFileSync(file, `${readFileSync(file, 'utf8')}#`);
    expect((await of()).environments).toMatchObject([
      { external: [{ key: { masked: '*****qV8' } }], findings: [{ code: 'project-not-allowed' }] },
    ]);
  });
});

describe('the project file', () => {
  it.each([
    ['    - { vault: "http://vault.example", path: a, set: { k: accessKey } }\n', 'vault-address'],
    ['    - { vault: "https://user:word@vault.example", path: a, set: { k: accessKey } }\n', 'vault-address'],
    ['    - { vault: "https://vault.example", path: "../sys/x", set: { k: accessKey } }\n', 'vault-path'],
    [
      '    - { vault: "https://a.example", nodes: ["http://b.example"], path: a, set: { k: accessKey } }\n',
      'vault-address',
    ],
    [
      '    - { vault: "https://a.example", nodes: "https://b.example", path: a, set: { k: accessKey } }\n',
      'project-file-kind',
    ],
    ['    - { vault: "https://vault.example", path: a }\n', 'project-file-lacks'],
    ['    - { vault: "https://vault.example", path: a, sets: { k: accessKey } }\n', 'project-file-word'],
    ['    - { command: "gh secret set", set: accessKey }\n', 'project-file-kind'],
    ['    - { command: [], set: accessKey }\n', 'project-file-kind'],
    ['    - { command: [gh] }\n', 'project-file-lacks'],
    ['    - { command: [gh], set: acessKey }\n', 'project-file-word'],
    ['    - { command: [gh], set: accessKey, file: .env }\n', 'project-file-word'],
  ])('%s is refused', async (target, code) => {
    describeProject(target);
    const { out } = await refused(apply(['--yes', '--json']), code);
    expect(out).toMatch(/line 5/);
    untouched();
  });
});

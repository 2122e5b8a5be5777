import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { installForBrowser, planForBrowser } from '../../../configurator/native-host/requests.ts';
import { loadProject, registerProject } from '../../../configurator/project/load.ts';
import { canary } from '../../extension/key.ts';
import { makeSandbox, type Sandbox, sealedByExtension } from '../sandbox.ts';

let box: Sandbox;
let project: string;
let sealed: string;

beforeEach(async () => {
  box = makeSandbox();
  box.put(
    'cle.config.yaml',
    'version: 1\nenvironments: { homologation: [{ file: a.env, set: { KEY: accessKey } }, { file: b.env, set: { KEY: accessKey } }] }\n',
  );
  for (const file of ['a.env', 'b.env']) box.put(file, 'KEY=former\n');
  await registerProject(await loadProject(box.project));
  project = (await loadProject(box.project)).id;
  const key = { environment: 'homologation', merchantId: '17626983201234', accessKey: canary };
  sealed = await sealedByExtension(key, randomUUID());
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const digestNow = async () => (await planForBrowser({ project, sealed })).plan.digest;
const install = (digest: string) => installForBrowser({ project, sealed, digest });
const texts = () => [box.read('a.env'), box.read('b.env')];

describe('the host', () => {
  it('installs exactly the plan that was confirmed', async () => {
    const digest = await digestNow();
    box.put('b.env', '# a line that nobody was shown\nKEY=former\n');
    const before = texts();
    await expect(install(digest)).rejects.toMatchObject({ code: 'plan-stale' });
    await expect(install('0'.repeat(64))).rejects.toMatchObject({ code: 'plan-stale' });
    expect(texts()).toEqual(before);
    await expect(install(await digestNow())).resolves.toMatchObject({ receipt: { targets: [{}, {}] } });
  });

  it('returns the existing receipt only while every file still has the key', async () => {
    const digest = await digestNow();
    const first = await install(digest);
    expect(await install(digest), 'asked again, it writes nothing').toEqual(first);
    box.put('b.env', 'KEY=changed-since\n');
    await expect(install(digest)).rejects.toMatchObject({ code: 'plan-stale' });
    expect(box.read('b.env')).toBe('KEY=changed-since\n');
    const second = await install(await digestNow());
    expect(second.receipt.targets.map(({ change }) => change)).toEqual(['unchanged', 'changed']);
    expect(texts()).toEqual([`KEY=${canary}\n`, `KEY=${canary}\n`]);
  });

  it('repeats a receipt that leaves something open, and completes it once its new plan was confirmed', async () => {
    const command = '{ command: [sh, -c, "cat > /dev/null; test -e ready"], set: accessKey }';
    const file = 'cle.config.yaml';
    box.put(file, box.read(file).replace(' }] }', ` }, ${command}] }`));
    await box.cle(['allow', '--yes', '--project', box.project]);
    const digest = await digestNow();
    const first = await install(digest);
    expect(first.receipt.external).toMatchObject([{ change: 'unknown', reason: '1' }]);
    box.put('ready', '');
    expect(await install(digest), 'asked again, it runs nothing').toEqual(first);
    const second = await install(await digestNow());
    expect(second.receipt.external).toMatchObject([{ change: 'run' }]);
  });
});

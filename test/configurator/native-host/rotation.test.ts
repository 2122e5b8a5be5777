import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { servicesHosts } from '../../../configurator/inspect/payline/request.ts';
import { hostHandlers } from '../../../configurator/native-host/handlers.ts';
import { loadProject, registerProject } from '../../../configurator/project/load.ts';
import { type StandIn, startStandIn } from '../../payline/stand-in.ts';
import { keyJson, makeSandbox, type Sandbox, sealedByExtension } from '../sandbox.ts';

const [old, next, unknown] = ['Zk3QpR8sVb2LtXy9MqV8', 'Yq7WmN4tBc6KrZs1PxL2', 'Xk3QpR8sVb2LtXy9MqV9'];
const authorizationOf = (key: string) => `Basic ${Buffer.from(`17626983201234:${key}`).toString('base64')}`;
const environment = 'homologation';
const host = hostHandlers();

let payline: StandIn;
let box: Sandbox;
let project: string;
beforeAll(async () => {
  const accepted = [old, next].map(authorizationOf);
  payline = await startStandIn(servicesHosts.homologation, (authorization) =>
    accepted.includes(authorization),
  );
});
afterAll(() => payline.close());
beforeEach(async () => {
  box = makeSandbox();
  const authority = join(box.root, 'authority.pem');
  writeFileSync(authority, payline.authority);
  vi.stubEnv('CLE_AUTHORITIES', authority);
  vi.stubEnv('HTTPS_PROXY', payline.proxyFor('well'));
  project = await makeProject(box.project);
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

/** Makes a project that has the old key. */
async function makeProject(dir: string): Promise<string> {
  const targets = '[{ file: .env, set: { ID: merchantId, KEY: accessKey } }]';
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'cle.config.yaml'), `version: 1\nenvironments: { homologation: ${targets} }\n`);
  writeFileSync(join(dir, '.env'), `ID=17626983201234\nKEY=${old}\n`);
  const loaded = await loadProject(dir);
  await registerProject(loaded);
  return loaded.id;
}

const seal = (accessKey: string, captureId: string, parts = {}) =>
  sealedByExtension(JSON.parse(keyJson(accessKey, parts)), captureId);

async function install(accessKey: string): Promise<string> {
  const captureId = randomUUID();
  const sealed = await seal(accessKey, captureId);
  const { plan } = await host.plan({ project, sealed });
  await host.install({ project, sealed, digest: plan.digest });
  return captureId;
}

const rotate = async () => (await host.rotate({ project, environment, begin: true })).rotation;
const resume = async () => (await host.rotate({ project, environment, begin: false })).rotation;

describe('verify', () => {
  it('checks the installed key, or one before it is installed', async () => {
    const installed = await host.verify({ project, environment });
    expect(installed.pointsOfSale).toEqual([
      { label: 'Boutique de Léa', contracts: ['0417088 Carte bancaire', 'AMEX Amex'], more: 0 },
    ]);
    expect(payline.asked.at(-1)?.authorization).toBe(authorizationOf(old));
    await host.verify({ project, environment, sealed: await seal(next, randomUUID()) });
    expect(payline.asked.at(-1)?.authorization).toBe(authorizationOf(next));
    expect(box.read('.env')).toContain(old);
  });

  it('distinguishes a refused key from one about which nothing is known', async () => {
    const sealed = await seal(unknown, randomUUID());
    await expect(host.verify({ project, environment, sealed })).rejects.toMatchObject({
      code: 'verify-refused',
    });
    vi.stubEnv('HTTPS_PROXY', payline.proxyFor('status 503'));
    await expect(host.verify({ project, environment })).rejects.toMatchObject({ code: 'verify-server' });
    vi.stubEnv('CLE_AUTHORITIES', '');
    vi.stubEnv('HTTPS_PROXY', payline.proxyFor('well'));
    await expect(host.verify({ project, environment })).rejects.toMatchObject({ code: 'verify-tls' });
    vi.stubEnv('CLE_AUTHORITIES', join(box.root, 'nowhere.pem'));
    await expect(host.verify({ project, environment })).rejects.toMatchObject({ code: 'verify-tls' });
  });

  it('sends no key to the host of another environment', async () => {
    const sealed = await seal(next, randomUUID(), { environment: 'production' });
    const before = payline.asked.length;
    await expect(host.verify({ project, environment, sealed })).rejects.toMatchObject({
      code: 'environment-mismatch',
    });
    expect(payline.asked.length).toBe(before);
  });

  it('is refused if the files have no key', async () => {
    box.put('.env', 'ID=17626983201234\nKEY=\n');
    await expect(host.verify({ project, environment })).rejects.toMatchObject({ code: 'held-none' });
  });
});

describe('rotate', () => {
  it('still knows the old key once another has replaced it, and names the capture that did', async () => {
    const begun = await rotate();
    expect(begun.old.fingerprint).toBe(begun.current.fingerprint);
    expect(begun.captureId).toBeNull();
    const captureId = await install(next);
    const { old: known, current, ...more } = await resume();
    expect(known).toEqual(begun.old);
    expect(current.masked).toBe('*****xL2');
    expect(more.captureId).toBe(captureId);
    await host.undo({ project, captureId });
    expect(await resume()).toEqual(begun);
  });

  it('can be continued by "cle rotate", and continues what that started', async () => {
    await rotate();
    await install(next);
    const ended = await box.cle(['rotate', '--project', box.project, '--ends', '9999-01-31', '--yes']);
    expect(ended).toMatchObject({ status: 0, out: expect.stringContaining('*****qV8 ends on 9999-01-31') });
    await expect(resume()).rejects.toMatchObject({ code: 'rotation-none' });
    expect((await rotate()).old.masked, 'the next one begins with the new key').toBe('*****xL2');
  });
});

describe('remaining', () => {
  it('lists where the old key still is: in lines of the project, and in other projects', async () => {
    box.put('notes.txt', `one\nthe key is ${old}\n`);
    await makeProject(join(box.root, 'other-shop'));
    await rotate();
    await install(next);
    const { remaining } = await host.remaining({ project, environment });
    expect(remaining).toEqual({
      places: [{ path: 'notes.txt', line: 2, commit: null }],
      more: 0,
      projects: ['other-shop'],
    });
  });

  it('keeps its reply small, and tells how much was left out', async () => {
    box.put('log.txt', `${old}\n`.repeat(250));
    await rotate();
    await install(next);
    const { remaining } = await host.remaining({ project, environment });
    expect([remaining.places.length, remaining.more]).toEqual([100, 150]);
  });

  it.each(['remaining', 'finish'] as const)('%s is refused if no rotation was started', async (type) => {
    const asked = { project, environment, ends: null } as const;
    await expect(host[type](asked)).rejects.toMatchObject({ code: 'rotation-none' });
  });
});

describe('finish', () => {
  it('records the end of the old key, so that undo is refused once it has ended', async () => {
    await rotate();
    const captureId = await install(next);
    await host.finish({ project, environment, ends: '2026-01-31' });
    await expect(host.undo({ project, captureId })).rejects.toMatchObject({ code: 'undo-key-over' });
    expect(box.read('.env')).toContain(next);
  });

  it('can abandon a rotation, and the old key then has no end', async () => {
    await rotate();
    await host.finish({ project, environment, ends: null });
    await expect(host.remaining({ project, environment })).rejects.toMatchObject({ code: 'rotation-none' });
  });
});

it('no reply contains a key', async () => {
  await rotate();
  box.put('notes.txt', `the key is ${old}\n`);
  await install(next);
  const answers = [
    await host.rotate({ project, environment, begin: false }),
    await host.verify({ project, environment }),
    await host.remaining({ project, environment }),
    await host.finish({ project, environment, ends: '9999-01-31' }),
  ];
  for (const key of [old, next]) expect(JSON.stringify(answers)).not.toContain(key.slice(0, 8));
});

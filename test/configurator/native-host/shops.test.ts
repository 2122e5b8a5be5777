import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hostHandlers } from '../../../configurator/native-host/handlers.ts';
import { loadProject, registerProject } from '../../../configurator/project/load.ts';
import { canary } from '../../extension/key.ts';
import { jsonOf, keyJson, makeSandbox, type Sandbox, sealedByExtension } from '../sandbox.ts';

const host = hostHandlers();
const kits = [{ name: 'woocommerce', title: 'WooCommerce (woocommerce-payline)' }];

let box: Sandbox;
let project: string;
beforeEach(async () => {
  box = makeSandbox();
  box.put('.env', 'KEY=\n');
  const targets = '[{ file: .env, set: { KEY: accessKey } }, { kit: woocommerce }]';
  box.put(
    'cle.config.yaml',
    `version: 1\nmerchant: "17626983201234"\nenvironments: { homologation: ${targets} }\n`,
  );
  const loaded = await loadProject(box.project);
  await registerProject(loaded);
  project = loaded.id;
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const seal = (captureId: string, parts: Readonly<Record<string, string>> = {}) =>
  sealedByExtension(JSON.parse(keyJson(canary, parts)), captureId);

it('records once that a person says that a shop has the key, and shows it for the project and in cle status', async () => {
  const before = await host.shops({});
  expect(before.shops).toMatchObject([{ project, environment: 'homologation', kits, entered: null }]);
  const captureId = randomUUID();
  const { at } = await host.entered({ project, sealed: await seal(captureId) });
  expect((await host.entered({ project, sealed: await seal(captureId) })).at).toBe(at);
  const { shops } = await host.shops({ project });
  expect(shops[0]?.entered).toMatchObject({ at, masked: `*****${canary.slice(-3)}` });
  expect(await host.status({ captureId })).toEqual({ receipt: null });

  const where = ['--project', box.project];
  expect((await box.cle(['status', ...where])).out).toContain('by hand, said done on ');
  const [told] = jsonOf(await box.cle(['status', ...where, '--json']))['environments'] as object[];
  expect(told).toMatchObject({ byHand: [kits[0]?.title], entered: [{ title: kits[0]?.title, at }] });
});

it('has nothing left to do by hand for a key that was reported as entered', async () => {
  const apply = () => box.cle(['apply', '-', '--yes', '--project', box.project], { input: keyJson(canary) });
  expect((await apply()).status).toBe(4);
  await host.entered({ project, sealed: await seal(randomUUID()) });
  expect((await apply()).status).toBe(0);
});

it('refuses it for a key of another merchant, or if no key is entered by hand there', async () => {
  const other = await seal(randomUUID(), { merchantId: '99999999901234' });
  await expect(host.entered({ project, sealed: other })).rejects.toMatchObject({ code: 'merchant-mismatch' });
  const production = await seal(randomUUID(), { environment: 'production' });
  await expect(host.entered({ project, sealed: production })).rejects.toMatchObject({
    code: 'project-environment-missing',
  });
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { findSecret } from '../../../canary/find-secret.ts';
import { canary } from '../../../extension/key.ts';
import { closeVault, openVault } from '../../../vault/sandbox.ts';
import { type StandInVault, startVault } from '../../../vault/server.ts';
import { jsonOf, keyJson, type Sandbox } from '../../sandbox.ts';
import { holdTimeouts, ways } from './outcomes.ts';

const old = 'old0old0old0old0old0';

let box: Sandbox;
let vault: StandInVault;
let other: StandInVault;

beforeEach(async () => {
  ({ box, vault } = await openVault());
  other = await startVault({ secrets: vault.secrets });
  vault.put('shop/payline', { key: old, rest: 1 });
  box.put('.env', `PAYLINE_ACCESS_KEY=${old}\n`);
  box.put(
    'cle.config.yaml',
    `version: 1
environments:
  homologation:
    - { file: .env, set: { PAYLINE_ACCESS_KEY: accessKey } }
    - { vault: "${vault.address}", nodes: ["${other.address}"], path: shop/payline, set: { key: accessKey } }
`,
  );
  await inProject('allow', ['--yes']);
  holdTimeouts();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await closeVault(box, vault, other);
});

const inProject = (command: string, words: readonly string[] = [], input = '') =>
  box.cle([command, ...words, '--project', box.project], { input });

interface Told {
  readonly code?: string;
  readonly receipt?: { external: { change: string; before: number }[] };
}

interface Status {
  readonly environments: { external: { state: string; findings: { code: string }[] }[] }[];
}

async function statusOfVault() {
  const { environments } = jsonOf(await inProject('status', ['--json'])) as unknown as Status;
  return environments[0]?.external[0];
}

/** Which key a text contains. */
const keyIn = (text: string) => (text.includes(canary) ? 'new' : text.includes(old) ? 'old' : 'theirs');

it.each(ways)('a Vault that $name: every place reports the same', async ({ misbehave, outcome }) => {
  vault.misbehave = misbehave(vault, other);
  const ran = await inProject('apply', ['-', '--yes', '--json'], keyJson(canary));
  const output = jsonOf(ran) as Told;
  const history = vault.versions('shop/payline');
  const latest = JSON.stringify(history.at(-1));
  expect({
    code: output.code,
    status: ran.status,
    file: keyIn(box.read('.env')),
    server: keyIn(latest),
    receipt: output.receipt?.external.map(({ change }) => change),
  }).toEqual({
    code: outcome.code,
    status: outcome.status,
    file: outcome.file,
    server: outcome.server,
    receipt: outcome.file === 'old' ? undefined : [outcome.status === 0 ? 'changed' : 'unknown'],
  });
  const meanwhile = await statusOfVault();
  vault.misbehave = undefined;
  const afterwards = await statusOfVault();
  expect([meanwhile?.state, afterwards?.state]).toEqual(outcome.says);
  expect(meanwhile?.findings.map(({ code }) => code)).toEqual(outcome.status === 4 ? ['vault-may-have'] : []);
  // Written once, however often it was tried; the other fields stay.
  expect(history.filter((data) => data?.['key'] === canary).length).toBeLessThanOrEqual(1);
  if (outcome.server === 'new')
    expect(history).toEqual([
      { key: old, rest: 1 },
      { key: canary, rest: 1 },
    ]);
  const printed = [{ name: 'what it printed', bytes: Buffer.from(ran.out + ran.err) }];
  expect([...findSecret(canary, printed), ...findSecret(vault.token, printed)]).toEqual([]);
});

it('a token goes only to listed servers', async () => {
  vault.misbehave = ({ response, request }) => {
    response.writeHead(307, { location: `https://localhost:${new URL(other.address).port}${request.url}` });
    response.end();
    return true;
  };
  const ran = await inProject('apply', ['-', '--yes', '--json'], keyJson(canary));
  expect(jsonOf(ran)).toMatchObject({ code: 'vault-redirected' });
  expect([other.log, ran.out.includes('nodes:')]).toEqual([[], true]);
});

it('a key that may be there is reported with path and previous version, and applying it again completes it', async () => {
  vault.misbehave = (asked) => {
    if (asked.method === 'GET' && vault.log.length < 3) return false;
    if (asked.method === 'PATCH') asked.perform();
    asked.request.socket.destroy();
    return true;
  };
  const ran = await inProject('apply', ['-', '--yes'], keyJson(canary));
  expect(ran.status).toBe(4);
  expect(ran.err).toContain(
    `the secret "${vault.address} secret/shop/payline" may have the new key: the answer was lost (ECONNRESET)`,
  );
  expect(ran.err).toContain('the previous version is 1');
  const status = await inProject('status');
  expect(status.out).toMatch(/\*{5}qV8 +may have it/);
  expect(status.out).not.toContain('all is well');
  vault.misbehave = undefined;
  expect((await inProject('status')).out).toMatch(/\*{5}qV8 +up to date, checked just now/);
  const again = await inProject('apply', ['-', '--yes', '--json'], keyJson(canary));
  expect(again.status).toBe(0);
  expect(vault.versions('shop/payline')).toHaveLength(2);
});

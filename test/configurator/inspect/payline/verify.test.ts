import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../../../configurator/build.ts';
import { servicesHosts } from '../../../../configurator/inspect/payline/request.ts';
import { findSecret } from '../../../canary/find-secret.ts';
import { makeWorkspace, type Workspace } from '../../../e2e/harness/workspace.ts';
import { canary } from '../../../extension/key.ts';
import type { Behaviour } from '../../../payline/behaviours.ts';
import { type StandIn, startStandIn } from '../../../payline/stand-in.ts';
import { keyJson } from '../../sandbox.ts';

const host = servicesHosts.homologation;

let box: Workspace;
let payline: StandIn;
let program: string;
beforeAll(async () => {
  box = makeWorkspace();
  payline = await startStandIn(host);
  writeFileSync(join(box.root, 'authority.pem'), payline.authority);
  await bundle(join(box.root, 'bundle'));
  program = join(box.root, 'bundle', 'cle.cjs');
});
afterAll(() => {
  payline.close();
  box.remove();
});

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly json: Record<string, unknown>;
}

/** Runs the shipped program through the proxy, with the throwaway authority trusted. */
async function cle(words: readonly string[], behaviour: Behaviour, input = '', more = {}): Promise<Ran> {
  const env = {
    ...box.env,
    HTTPS_PROXY: payline.proxyFor(behaviour),
    NODE_EXTRA_CA_CERTS: join(box.root, 'authority.pem'),
    ...more,
  };
  const child = spawn(process.execPath, [program, ...words, '--json'], { cwd: box.project, env });
  child.stdin.end(input);
  const [out, err, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  const printed = [{ name: 'what it printed', bytes: Buffer.from(out + err) }];
  expect(findSecret(canary, printed), 'nothing of a key may be printed').toEqual([]);
  return { status: status as number, out, json: JSON.parse(out) as Record<string, unknown> };
}

const ask = (behaviour: Behaviour, more = {}) => cle(['verify', '-'], behaviour, keyJson(canary), more);

const credentials = `Basic ${Buffer.from(`17626983201234:${canary}`).toString('base64')}`;

describe('cle verify', () => {
  it('names points of sale and contracts of a key that works, and sends one request, to the host of its environment', async () => {
    const { status, json } = await ask('well');
    expect({ status, ...json }).toMatchObject({
      status: 0,
      ok: true,
      outcome: 'works',
      pointsOfSale: [
        {
          label: 'Boutique de Léa',
          contracts: [
            { number: '0417088', label: 'Carte bancaire' },
            { number: 'AMEX', label: 'Amex' },
          ],
        },
      ],
    });
    expect(payline.led).toEqual([`${host}:443`]);
    expect(payline.asked).toEqual([
      { behaviour: 'well', path: '/V4/services/DirectPaymentAPI', authorization: credentials },
    ]);
  });

  const expected: readonly (readonly [Behaviour, string, string])[] = [
    ['in pieces', 'works', ''],
    ['status 401', 'refused', 'verify-refused'],
    ['unauthorized as REST says it', 'refused', 'verify-refused'],
    ['slow header', 'unknown', 'verify-timeout'],
    ['slow body', 'unknown', 'verify-timeout'],
    ['proxy says nothing', 'unknown', 'verify-timeout'],
    ['cut', 'unknown', 'verify-unreachable'],
    ['reset', 'unknown', 'verify-unreachable'],
    ['huge', 'unknown', 'verify-answer'],
    ['redirect elsewhere', 'unknown', 'verify-server'],
    ['redirect in place', 'unknown', 'verify-server'],
    ['html', 'unknown', 'verify-answer'],
    ['entity bomb', 'unknown', 'verify-answer'],
    ['wrong encoding', 'unknown', 'verify-answer'],
    ['other JSON', 'unknown', 'verify-answer'],
    ['SOAP fault', 'unknown', 'verify-answer'],
    ['empty body', 'unknown', 'verify-answer'],
    ['no HTTP', 'unknown', 'verify-answer'],
    ['status 403', 'unknown', 'verify-server'],
    ['status 500', 'unknown', 'verify-server'],
    ['status 503', 'unknown', 'verify-server'],
    ['unknown result', 'unknown', 'verify-result'],
    ['proxy wants a login', 'unknown', 'verify-proxy'],
    ['proxy finds nobody', 'unknown', 'verify-proxy'],
    ['proxy answers 401', 'unknown', 'verify-proxy'],
    ['certificate of another host', 'unknown', 'verify-tls'],
    ['certificate of nobody', 'unknown', 'verify-tls'],
    ['certificate that ended', 'unknown', 'verify-tls'],
  ];

  it.concurrent.each(expected)('%s: %s, %s', async (behaviour, outcome, code) => {
    const { status, json } = await ask(behaviour);
    expect({ outcome: json['outcome'], code: json['code'] ?? '' }).toEqual({ outcome, code });
    expect(status).toBe(outcome === 'works' ? 0 : 3);
    const reached = payline.asked.filter((asked) => asked.behaviour === behaviour);
    const sent = !/^(proxy|certificate)/.test(behaviour);
    expect(reached.length, 'asked once where it is Payline, never where it is not').toBe(sent ? 1 : 0);
    expect(payline.led.every((place) => place === `${host}:443`)).toBe(true);
  });

  it('sends nothing to a server that cannot prove to be Payline, whatever NODE_TLS_REJECT_UNAUTHORIZED is', async () => {
    const { json } = await ask('certificate of nobody', {
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
      NODE_NO_WARNINGS: '1',
    });
    expect(json).toMatchObject({ outcome: 'unknown', code: 'verify-tls' });
    expect(payline.asked.filter(({ behaviour }) => behaviour === 'certificate of nobody')).toEqual([]);
  });

  it('cannot tell through an unsupported proxy, and does not repeat its address', async () => {
    const { json, out } = await ask('well', { HTTPS_PROXY: 'socks5://user:hidden@127.0.0.1:1' });
    expect(json).toMatchObject({ outcome: 'unknown', code: 'verify-proxy' });
    expect(out).not.toContain('hidden');
  });
});

describe('cle verify without SOURCE, and cle apply --verify', () => {
  it('ask for the key that is installed', async () => {
    writeFileSync(
      join(box.project, 'cle.config.yaml'),
      'version: 1\nenvironments:\n  homologation:\n    - file: .env\n      set: { PAYLINE_MERCHANT_ID: merchantId, PAYLINE_ACCESS_KEY: accessKey }\n',
    );
    writeFileSync(join(box.project, '.env'), 'PAYLINE_MERCHANT_ID=\nPAYLINE_ACCESS_KEY=\n');
    const none = await cle(['verify'], 'well');
    expect(none).toMatchObject({ status: 3, json: { code: 'held-none' } });
    const apply = ['apply', '-', '--yes', '--verify'];
    const refused = await cle(apply, 'status 401', keyJson(canary));
    expect(refused).toMatchObject({
      status: 4,
      json: {
        ok: false,
        code: 'verify-refused',
        verified: { outcome: 'refused' },
        receipt: { targets: [{ file: '.env' }] },
      },
    });
    expect(readFileSync(join(box.project, '.env'), 'utf8')).toContain(canary);
    const works = await cle(apply, 'well', keyJson(canary));
    expect(works).toMatchObject({ status: 0, json: { verified: { outcome: 'works' } } });
    const installed = await cle(['verify'], 'well');
    expect(installed).toMatchObject({
      status: 0,
      json: { outcome: 'works', key: { environment: 'homologation' } },
    });
    expect(payline.asked.at(-1)?.authorization).toBe(credentials);
  });
});

describe('configurator/inspect/payline/', () => {
  it('names Payline’s hosts in request.ts only', () => {
    const folder = join(import.meta.dirname, '../../../../configurator/inspect/payline');
    const files = readdirSync(folder).map((name) => join(folder, name));
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const hosts = readFileSync(file, 'utf8').match(/[a-z0-9-]+\.(payline|monext)\.com\b/g) ?? [];
      const allowed = file.endsWith('/request.ts') ? Object.values(servicesHosts) : [];
      expect(hosts, `${file}: a key goes to Payline only; name its hosts in request.ts`).toEqual(allowed);
    }
  });
});

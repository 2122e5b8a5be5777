import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundle } from '../../../../configurator/build.ts';
import { servicesHosts } from '../../../../configurator/inspect/payline/request.ts';
import { findSecret } from '../../../canary/find-secret.ts';
import { makeWorkspace, registryOfTests, type Workspace } from '../../../e2e/harness/workspace.ts';
import { canary } from '../../../extension/key.ts';
import type { Behaviour } from '../../../payline/behaviours.ts';
import { type StandIn, startStandIn } from '../../../payline/stand-in.ts';
import { keyJson } from '../../sandbox.ts';

const old = 'Bk3QpR8sVb2LtXy9MqV2';
const basic = (key: string) => `Basic ${Buffer.from(`17626983201234:${key}`).toString('base64')}`;

/** Payline accepts only these two keys. */
const isAccepted = (authorization: string) => [old, canary].map(basic).includes(authorization);

let box: Workspace;
let payline: StandIn;
beforeAll(async () => {
  box = makeWorkspace();
  payline = await startStandIn(servicesHosts.homologation, isAccepted);
  writeFileSync(join(box.root, 'authority.pem'), payline.authority);
  await bundle(join(box.root, 'bundle'));
});
afterAll(() => {
  payline.close();
  box.remove();
});

/** A project with the old key, and a state folder, both for one test only. */
function makeProject(name: string) {
  const dir = join(box.root, name);
  mkdirSync(dir);
  const file = join(dir, '.env');
  writeFileSync(
    join(dir, 'cle.config.yaml'),
    'version: 1\nenvironments:\n  homologation:\n    - file: .env\n      set: { PAYLINE_MERCHANT_ID: merchantId, PAYLINE_ACCESS_KEY: accessKey }\n',
  );
  writeFileSync(file, `PAYLINE_MERCHANT_ID=17626983201234\nPAYLINE_ACCESS_KEY=${old}\n`, { mode: 0o600 });
  writeFileSync(join(dir, 'notes.txt'), `the key is ${old}\n`);
  const held = () => /^PAYLINE_ACCESS_KEY=(.*)$/m.exec(readFileSync(file, 'utf8'))?.[1];
  /**
   * @param lines number of lines of output after which the program is killed
   * @param milliseconds after which it is killed
   */
  const cle = async (
    words: readonly string[],
    behaviour: Behaviour,
    input = '',
    { lines = Infinity, milliseconds = Infinity } = {},
  ) => {
    const began = performance.now();
    const env = {
      ...box.env,
      CLE_HOME: join(box.home, name),
      CLE_REGISTRY: registryOfTests,
      HTTPS_PROXY: payline.proxyFor(behaviour),
      NODE_EXTRA_CA_CERTS: join(box.root, 'authority.pem'),
    };
    const child = spawn(process.execPath, [join(box.root, 'bundle/cle.cjs'), ...words], { cwd: dir, env });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    const printed: string[] = [];
    child.stderr.on('data', (part: Buffer) => printed.push(String(part)));
    let seen = 0;
    if (lines === 0) child.kill('SIGKILL');
    if (milliseconds < Infinity) setTimeout(() => child.kill('SIGKILL'), milliseconds);
    createInterface(child.stdout).on('line', (line) => {
      printed.push(line);
      seen += 1;
      if (seen === lines) child.kill('SIGKILL');
    });
    const [status] = await once(child, 'close');
    for (const secret of [old, canary]) {
      expect(findSecret(secret, [{ name: 'output', bytes: Buffer.from(printed.join('\n')) }])).toEqual([]);
    }
    const took = performance.now() - began;
    return { status: status as number | null, seen, took, text: printed.join('\n') };
  };
  const put = (name: string, text: string) => appendFileSync(join(dir, name), text);
  return { held, cle, put };
}

const rotate = ['rotate', '-', '--yes', '--ends', '9999-01-31'];

it('checks the new key, installs it, checks it again, and lists where the old one still is', async () => {
  const { cle, held } = makeProject('whole');
  const before = payline.asked.length;
  const waits = await cle(['rotate', '-', '--yes'], 'well', keyJson(canary));
  expect(waits.status).toBe(4);
  expect(waits.text).toContain('notes.txt:1');
  expect(waits.text).toContain('https://homologation-admin.payline.com');
  expect(held()).toBe(canary);
  expect(payline.asked.slice(before).map(({ authorization }) => authorization)).toEqual([
    basic(canary),
    basic(canary),
  ]);
  expect((await cle(['rotate', '-', '--yes'], 'well', keyJson('Ck3QpR8sVb2LtXy9MqV3'))).text).toContain(
    'another new key is already in place',
  );
  const ended = await cle(['rotate', '--yes', '--ends', '2027-01-31'], 'well');
  expect(ended).toMatchObject({ status: 0, text: expect.stringContaining('ends on 2027-01-31') });
});

it('touches no file unless Payline confirms that the new key works', async () => {
  const { cle, held } = makeProject('refused');
  for (const behaviour of ['status 401', 'status 503', 'reset'] as const) {
    expect((await cle(rotate, behaviour, keyJson(canary))).status).toBe(3);
    expect(held()).toBe(old);
  }
});

it('does not go on to end the old key while an external target may not have the new one', async () => {
  const { cle, held, put } = makeProject('doubt');
  put('cle.config.yaml', '    - { command: [sh, -c, "cat > /dev/null; test -e ready"], set: accessKey }\n');
  expect((await cle(['allow', '--yes'], 'well')).status).toBe(0);
  for (const words of [
    ['rotate', '-', '--yes'],
    ['rotate', '--yes'],
  ]) {
    const stopped = await cle(words, 'well', keyJson(canary));
    expect(stopped).toMatchObject({ status: 4, text: expect.stringContaining('may have taken the key') });
    expect(stopped.text).not.toContain('homologation-admin');
    expect(held()).toBe(canary);
  }
  put('ready', '');
  expect((await cle(['apply', '-', '--yes'], 'well', keyJson(canary))).status).toBe(0);
  expect((await cle(['rotate', '--yes'], 'well')).text).toContain('https://homologation-admin.payline.com');
});

it('can be undone until the old key ends', async () => {
  const { cle, held } = makeProject('undone');
  expect((await cle(['rotate', '-', '--yes'], 'well', keyJson(canary))).status).toBe(4);
  expect((await cle(['undo', '--yes'], 'well')).status).toBe(0);
  expect(held()).toBe(old);
  expect((await cle(rotate, 'well', keyJson(canary))).status).toBe(0);
  expect(held()).toBe(canary);
  expect((await cle(['undo', '--yes'], 'well')).status, 'it ends later').toBe(0);
  expect(held()).toBe(old);
});

it('is not undone once the old key has ended', async () => {
  const { cle, held } = makeProject('ended');
  expect((await cle(['rotate', '-', '--yes', '--ends', '2026-01-31'], 'well', keyJson(canary))).status).toBe(
    0,
  );
  const undone = await cle(['undo', '--yes'], 'well');
  expect(undone.status).toBe(3);
  expect(undone.text).toContain('ended on 2026-01-31');
  expect(held()).toBe(canary);
});

it('touches no file for a key that Payline does not know', async () => {
  const { cle, held } = makeProject('unknown');
  const refused = await cle(rotate, 'well', keyJson('Ck3QpR8sVb2LtXy9MqV3'));
  expect(refused).toMatchObject({ status: 3, text: expect.stringContaining('refuses the key') });
  expect(held()).toBe(old);
});

it('never leaves a file without a working key, killed at any line or moment and run again', async () => {
  const { seen: lines, took } = await makeProject('counted').cle(rotate, 'well', keyJson(canary));
  expect(lines).toBeGreaterThan(8);
  const ends = [
    ...Array.from({ length: lines + 1 }, (_, line) => ({ lines: line })),
    ...Array.from({ length: 12 }, (_, part) => ({ milliseconds: (took * (part + 1)) / 13 })),
  ];
  for (const [at, end] of ends.entries()) {
    const when = `killed at ${JSON.stringify(end)}`;
    const { cle, held } = makeProject(`killed-${at}`);
    const before = payline.asked.length;
    await cle(rotate, 'well', keyJson(canary), end);
    const answered = payline.asked.slice(before).some(({ authorization }) => authorization === basic(canary));
    const proved = [old, ...(answered ? [canary] : [])];
    expect(proved, `${when}: a key in place that nobody proved`).toContain(held());
    const again = await cle(rotate, 'well', keyJson(canary));
    // Killed at its last line, it may have been done.
    const done = again.status === 0 || again.text.includes('already installed');
    expect(done, `${when}, then: ${again.text}`).toBe(true);
    expect(held()).toBe(canary);
  }
});

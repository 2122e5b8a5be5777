import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundle } from '../../../configurator/build.ts';
import { canary } from '../../extension/key.ts';
import { times } from '../../sample.ts';
import { jsonOf, keyJson, makeSandbox, type Sandbox } from '../sandbox.ts';

vi.mock('@clack/prompts', () => ({ text: () => (answer ? 'y' : 'n') }));
let answer = true;

let box: Sandbox;
beforeEach(() => {
  answer = true;
  box = makeSandbox();
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const own = '17626983201234';
const before = 'PAYLINE_ACCESS_KEY=old0old0old0old0old0\n';
const after = `PAYLINE_ACCESS_KEY=${canary}\n`;
const dirOf = (name: string) => join(box.root, 'fleet', name);
const fileOf = (name: string) => readFileSync(join(dirOf(name), '.env'), 'utf8');

/** Makes registered projects, each with one file. */
function register(
  projects: Readonly<Record<string, string | undefined>>,
  environment = 'homologation',
): void {
  const known = Object.entries(projects).map(([name, merchant], index) => {
    mkdirSync(dirOf(name), { recursive: true });
    writeFileSync(join(dirOf(name), '.env'), before);
    const line = merchant === undefined ? '' : `merchant: "${merchant}"\n`;
    const text = `version: 1\n${line}environments: { ${environment}: [{ file: .env, set: { PAYLINE_ACCESS_KEY: accessKey } }] }\n`;
    writeFileSync(join(dirOf(name), 'cle.config.yaml'), text);
    return { id: index.toString(16).padStart(32, '0'), dir: dirOf(name) };
  });
  const home = process.env['CLE_HOME'] ?? '';
  mkdirSync(home, { recursive: true, mode: 0o700 });
  writeFileSync(join(home, 'projects.json'), JSON.stringify({ version: 1, projects: known }));
}

const applyAll = (words: readonly string[] = ['--yes', '--json']) =>
  box.cle(['apply', '-', '--all', ...words], { input: keyJson(canary) });

interface Told {
  projects: { name: string; outcome: string; code?: string; changed: number }[];
}
const outcomes = (json: Record<string, unknown>) =>
  Object.fromEntries((json as unknown as Told).projects.map(({ name, outcome }) => [name, outcome]));

describe('cle apply --all', () => {
  it('names the project whose external target may not have the key, and exits with 4', async () => {
    register({ a: own, b: own });
    const file = join(dirOf('a'), 'cle.config.yaml');
    const command = '{ command: [sh, -c, "cat; exit 7"], set: accessKey }';
    writeFileSync(file, readFileSync(file, 'utf8').replace(' }] }', ` }, ${command}] }`));
    await box.cle(['allow', '--yes', '--project', dirOf('a')]);
    const ran = await applyAll();
    expect(ran.status).toBe(4);
    expect(jsonOf(ran)).toMatchObject({ code: 'command-may-have' });
    expect(outcomes(jsonOf(ran))).toEqual({ a: 'in-doubt', b: 'installed' });
    expect([fileOf('a'), fileOf('b')]).toEqual([after, after]);
  });

  it('installs in the projects of the key’s merchant and environment, and says why not in the others', async () => {
    register({ a: own, b: own, other: '98765432109876', unnamed: undefined, gone: own });
    rmSync(dirOf('gone'), { recursive: true });
    const ran = await applyAll();
    expect(ran.status).toBe(0);
    expect(outcomes(jsonOf(ran))).toEqual({
      a: 'installed',
      b: 'installed',
      other: 'passed-over',
      unnamed: 'passed-over',
      gone: 'passed-over',
    });
    expect(['a', 'b', 'other', 'unnamed'].map(fileOf)).toEqual([after, after, before, before]);
    expect(ran.out).not.toContain(canary);
  });

  it('leaves a receipt for each of many projects changed concurrently, and records the key once', async () => {
    const names = Array.from({ length: 18 }, (_, index) => `shop-${index}`);
    register(Object.fromEntries(names.map((name) => [name, own])));
    expect(await applyAll()).toMatchObject({ status: 0 });
    expect(new Set(names.map(fileOf))).toEqual(new Set([after]));
    const state = process.env['CLE_HOME'] ?? '';
    const lines = (name: string) => readFileSync(join(state, name), 'utf8').split('\n').filter(Boolean);
    const projects = lines('journal.jsonl').map((line) => (JSON.parse(line) as { project: string }).project);
    expect(new Set(projects).size).toBe(names.length);
    expect(lines('known-keys.jsonl')).toHaveLength(2);
    const left = ['commits', 'staging', 'locks', 'queue'].flatMap((folder) =>
      readdirSync(join(state, folder)),
    );
    expect(left).toEqual([]);
    for (const id of projects) expect(readdirSync(join(state, 'backups', id))).toHaveLength(1);
  });

  it('installs in projects that share a file one after the other', async () => {
    register({ shop: own, 'shop/inner': own });
    const set = (file: string, name: string) =>
      `version: 1\nmerchant: "${own}"\nenvironments: { homologation: [{ file: ${file}, set: { ${name}: accessKey } }] }\n`;
    writeFileSync(join(dirOf('shop'), 'cle.config.yaml'), set('inner/.env', 'OUTER_KEY'));
    writeFileSync(join(dirOf('shop/inner'), 'cle.config.yaml'), set('.env', 'INNER_KEY'));
    writeFileSync(join(dirOf('shop/inner'), '.env'), 'OUTER_KEY=1\nINNER_KEY=2\n');
    expect(outcomes(jsonOf(await applyAll()))).toEqual({ shop: 'installed', inner: 'installed' });
    expect(fileOf('shop/inner')).toBe(`OUTER_KEY=${canary}\nINNER_KEY=${canary}\n`);
  });

  it('does not change a project of the other environment', async () => {
    register({ a: own }, 'production');
    const ran = await applyAll();
    expect({ status: ran.status, json: jsonOf(ran) }).toMatchObject({
      status: 3,
      json: { ok: false, code: 'fleet-none', projects: [{ code: 'project-environment-missing' }] },
    });
  });

  it('continues if one project refuses, and reports it; run again, it does what is left', async () => {
    register({ a: own, b: own, c: own });
    writeFileSync(join(dirOf('b'), '.env'), 'PAYLINE_ACCESS_KEY=a\nPAYLINE_ACCESS_KEY=b\n');
    const first = await applyAll();
    expect({ status: first.status, json: jsonOf(first) }).toMatchObject({
      status: 3,
      json: { ok: false, code: 'fleet-incomplete' },
    });
    expect(outcomes(jsonOf(first))).toEqual({ a: 'installed', b: 'refused', c: 'installed' });
    writeFileSync(join(dirOf('b'), '.env'), before);
    expect(outcomes(jsonOf(await applyAll()))).toEqual({ a: 'unchanged', b: 'installed', c: 'unchanged' });
    expect(['a', 'b', 'c'].map(fileOf)).toEqual([after, after, after]);
  });

  it('writes nothing with --dry-run, and asks once before it writes', async () => {
    register({ a: own, b: own });
    expect(outcomes(jsonOf(await applyAll(['--dry-run', '--json'])))).toEqual({
      a: 'to-install',
      b: 'to-install',
    });
    const ask = () => box.cle(['apply', place(), '--all', '--code', code], { interactive: true });
    const { code, place } = await sealed();
    answer = false;
    expect(await ask()).toMatchObject({ status: 130 });
    expect(['a', 'b'].map(fileOf)).toEqual([before, before]);
    answer = true;
    const ran = await ask();
    expect(ran).toMatchObject({ status: 0 });
    expect(ran.out).toContain('to change: 1');
    expect(['a', 'b'].map(fileOf)).toEqual([after, after]);
  });

  it('cannot be combined with --project', async () => {
    expect(await applyAll(['--yes', '--project', box.project])).toMatchObject({ status: 2 });
  });

  it('installs in each of many projects, and after a kill completes the rest when run again', async () => {
    const count = times(1000, 150);
    const names = Array.from({ length: count }, (_, index) => `shop-${index}`);
    register(Object.fromEntries(names.map((name) => [name, own])));
    await bundle(join(box.root, 'bundle'));
    const run = () => {
      const child = spawn(
        process.execPath,
        [join(box.root, 'bundle/cle.cjs'), 'apply', '-', '--all', '--yes', '--json'],
        { env: { ...box.env, CLE_HOME: process.env['CLE_HOME'] } },
      );
      child.stdin.end(keyJson(canary));
      const output = child.stdout.toArray();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      return { child, output, ended };
    };
    const first = run();
    const done = () => names.filter((name) => fileOf(name) === after).length;
    while (done() < count / 10) await new Promise((later) => setTimeout(later, 20));
    first.child.kill('SIGKILL');
    await first.ended;
    const untorn = names.map(fileOf).filter((text) => text !== before && text !== after);
    expect(untorn).toEqual([]);
    expect(done()).toBeLessThan(count);

    const second = run();
    const json = JSON.parse(Buffer.concat(await second.output).toString());
    const found = Object.values(outcomes(json));
    expect(found.filter((outcome) => outcome === 'installed').length).toBeGreaterThan(0);
    expect(found.filter((outcome) => ['installed', 'unchanged'].includes(outcome))).toHaveLength(count);
    expect(done()).toBe(count);
  });
});

/** A sealed file for this machine, and its code. */
async function sealed() {
  const file = join(box.root, 'key.age');
  const { text } = jsonOf(await box.cle(['recipient', '--json']));
  const ran = await box.cle(['seal', '--to', String(text), '--output', file, '--json'], {
    input: keyJson(canary),
  });
  return { code: String(jsonOf(ran)['confirmationCode']), place: () => file };
}

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkProjects } from '../../configurator/cli/doctor/check-projects.ts';
import { localTime } from '../../configurator/cli/show/local-time.ts';
import { encodeFrame } from '../../configurator/native-host/frames.ts';
import { heldForBrowser, listForBrowser, pageOf } from '../../configurator/native-host/holdings.ts';
import { canary } from '../extension/key.ts';
import { jsonOf, keyJson, makeSandbox, type Sandbox } from './sandbox.ts';

// A git that answers does so sooner even on a busy machine; the test waits for this long three times.
vi.mock('../../configurator/machine/git.ts', async (original) => ({
  ...(await original<typeof import('../../configurator/machine/git.ts')>()),
  longestAnswer: 4000,
}));

const merchant = '17626983201234';
const projectFile = `version: 1\nmerchant: "${merchant}"\nenvironments: { homologation: [{ file: .env, set: { KEY: accessKey } }] }\n`;

let box: Sandbox;
beforeEach(() => {
  box = makeSandbox();
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const idOf = (name: string) => createHash('sha256').update(name).digest('hex').slice(0, 32);

/** Registers projects as `cle init` would, without starting it for each. */
function register(names: readonly string[]): void {
  const state = box.env['CLE_HOME'] ?? '';
  mkdirSync(state, { recursive: true, mode: 0o700 });
  for (const name of names) {
    mkdirSync(join(box.project, name));
    writeFileSync(join(box.project, name, 'cle.config.yaml'), projectFile);
    writeFileSync(join(box.project, name, '.env'), 'KEY=\n', { mode: 0o600 });
  }
  const projects = names.map((name) => ({ id: idOf(name), dir: join(box.project, name) }));
  writeFileSync(join(state, 'projects.json'), JSON.stringify({ version: 1, projects }), { mode: 0o600 });
}

const applyToAll = () =>
  box.cle(['apply', '-', '--all', '--yes', '--json'], { input: keyJson(canary, { merchantId: merchant }) });

type Page = Awaited<ReturnType<typeof pageOf<string>>>;

interface Told {
  readonly name: string;
  readonly environments: readonly { readonly state: string; readonly keys: readonly { masked: string }[] }[];
  readonly code?: string;
}

describe('cle status --all', () => {
  it('is a dated table of every project, with its keys and since when it has them', async () => {
    register(['one', 'two', 'three']);
    await applyToAll();
    writeFileSync(join(box.project, 'two', '.env'), 'KEY=Bk3QpR8sVb2LtXy9MqV2\n');
    writeFileSync(join(box.project, 'three', '.env'), 'KEY=\n');
    const ran = await box.cle(['status', '--all', '--json']);
    const { projects, time } = jsonOf(ran) as unknown as { projects: Told[]; time: string };
    expect(Date.now() - Date.parse(time)).toBeLessThan(600_000);
    expect(projects.map(({ name, environments }) => [name, environments[0]?.state])).toEqual([
      ['one', 'well'],
      ['three', 'none'],
      ['two', 'found'],
    ]);
    const { out, status } = await box.cle(['status', '--all']);
    expect(status).toBe(0);
    const today = localTime(new Date().toISOString(), 'en').split(',')[0];
    expect(out).toMatch(new RegExp(`^one +homologation +\\*{5}${canary.slice(-3)} +${today}, `, 'm'));
    expect(out).toContain('3 projects: 1 as installed');
    expect(out).not.toContain(canary);
  });

  it('lists a broken project by its name, and all others as they are', async () => {
    register(['broken', 'gone', 'well']);
    await applyToAll();
    writeFileSync(join(box.project, 'broken', 'cle.config.yaml'), 'version: [\n');
    rmSync(join(box.project, 'gone'), { recursive: true });
    const ran = await box.cle(['status', '--all', '--json']);
    const { projects, code } = jsonOf(ran) as unknown as { projects: Told[]; code: string };
    expect([ran.status, code]).toEqual([4, 'projects-unread']);
    expect(projects.map((project) => project.code ?? project.environments[0]?.state)).toEqual([
      'file-unparsable',
      'project-missing',
      'well',
    ]);
  });

  it('cannot be combined with --project', async () => {
    expect((await box.cle(['status', '--all', '--project', box.project])).status).toBe(2);
  });
});

describe('a project that would hold up all others', () => {
  it.each([
    ['a named pipe', (path: string) => void execFileSync('mkfifo', [path])],
    ['a link to a device without end', (path: string) => symlinkSync('/dev/zero', path)],
    ['a folder, which cannot be read as a file', (path: string) => void mkdirSync(path)],
  ])('costs only itself where its file is %s', async (_, plant) => {
    register(['hanging', 'file', 'well']);
    for (const path of ['hanging/.env', 'file/cle.config.yaml']) {
      rmSync(join(box.project, path));
      plant(join(box.project, path));
    }
    const done = jsonOf(await applyToAll()) as { projects: { outcome: string }[] };
    expect(done.projects.map(({ outcome }) => outcome).sort()).toEqual(['installed', 'refused', 'refused']);
    const { holdings } = await heldForBrowser({});
    expect(holdings.map(({ name, keys }) => [name, keys.length])).toEqual([
      ['hanging', 0],
      ['well', 1],
    ]);
    expect((await listForBrowser({})).projects.map(({ name }) => name)).toEqual(['hanging', 'well']);
    expect((await box.cle(['status', '--all'])).status).toBe(4);
    expect((await checkProjects()).map(({ name, findings }) => [name, findings.length > 0])).toEqual([
      ['hanging', true],
      ['file', true],
      ['well', false],
    ]);
  });
});

describe('a git that hangs in one project', () => {
  it('costs only that project, and for so long only', async () => {
    register(['asleep', 'well']);
    for (const name of ['asleep', 'well']) {
      execFileSync('git', ['init', '-q', join(box.project, name)]);
      writeFileSync(join(box.project, name, '.gitignore'), '.env\n');
    }
    const slow = '#!/bin/sh\ncase "$2" in */asleep) exec sleep 300;; esac\nexec /usr/bin/git "$@"\n';
    mkdirSync(join(box.root, 'bin'));
    writeFileSync(join(box.root, 'bin/git'), slow, { mode: 0o755 });
    vi.stubEnv('PATH', `${join(box.root, 'bin')}:${process.env['PATH']}`);
    const began = Date.now();
    const applied = jsonOf(await applyToAll()) as { projects: { outcome: string }[] };
    expect(applied.projects.map(({ outcome }) => outcome)).toEqual(['installed', 'installed']);
    const { projects } = jsonOf(await box.cle(['status', '--all', '--json'])) as unknown as {
      projects: Told[];
    };
    expect(projects.map(({ environments }) => environments[0]?.state)).toEqual(['found', 'well']);
    expect(await checkProjects()).toMatchObject([
      { name: 'asleep', findings: [{ code: 'git-failed' }] },
      { name: 'well', findings: [] },
    ]);
    expect((await heldForBrowser({})).holdings.map(({ keys }) => keys.length)).toEqual([1, 1]);
    expect((await listForBrowser({})).projects).toHaveLength(2);
    expect(Date.now() - began).toBeLessThan(60_000);
  });
});

describe('the host’s lists of many projects', () => {
  it('come in pages of less than a mebibyte, each project once', async () => {
    // Names of the longest kind, so that few projects fill a page.
    const names = Array.from(
      { length: 120 },
      (_, at) => `shop-${String(at).padStart(3, '0')}-${'é'.repeat(120)}`,
    );
    register(names);
    const seen: string[] = [];
    const froms: number[] = [];
    for (let from: number | undefined = 0; from !== undefined; ) {
      froms.push(from);
      const page: Page = await pageOf(from, async ({ name }) => [name.repeat(50)]);
      seen.push(...page.items);
      from = page.next;
    }
    expect(froms).toEqual([0, 100]);
    expect(seen).toEqual(names.map((name) => name.repeat(50)));
    expect(encodeFrame(await listForBrowser({ from: 0 })).length).toBeLessThan(1024 * 1024);
    expect((await listForBrowser({ from: 100 })).projects).toHaveLength(20);
  });
});

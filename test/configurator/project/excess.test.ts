import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { heldForBrowser, listForBrowser } from '../../../configurator/native-host/holdings.ts';
import { planForBrowser } from '../../../configurator/native-host/requests.ts';
import { loadProject, registerProject } from '../../../configurator/project/load.ts';
import { canary } from '../../extension/key.ts';
import { jsonOf, keyJson, makeSandbox, type Sandbox } from '../sandbox.ts';

let box: Sandbox;
beforeEach(() => {
  box = makeSandbox();
});
afterEach(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const merchant = '17626983201234';
const good = `version: 1\nmerchant: "${merchant}"\nenvironments: { homologation: [{ file: .env, set: { KEY: accessKey } }] }\n`;

function addresses(count: number): string {
  const set = Array.from({ length: count }, (_, at) => `A${at}: accessKey`).join(', ');
  return `version: 1\nenvironments: { homologation: [{ file: .env, set: { ${set} } }] }\n`;
}

const one = `{ file: .env, set: &s { ${Array.from({ length: 1000 }, (_, at) => `A${at}: accessKey`).join(', ')} } }`;

type Plant = (path: string) => void;
const text =
  (content: string): Plant =>
  (path) =>
    writeFileSync(path, content);

/** Files that a clone of somebody else's repository may contain, or that grew by mistake. */
const hostile: [name: string, plant: Plant, code: string][] = [
  ['a link to /dev/zero', (path) => symlinkSync('/dev/zero', path), 'path-outside-project'],
  ['a link to a file outside', (path) => symlinkSync('/etc/hostname', path), 'path-outside-project'],
  ['a named pipe', (path) => execFileSync('mkfifo', [path]), 'file-not-regular'],
  ['a folder', (path) => mkdirSync(path), 'file-not-regular'],
  ['more than 256 KiB', text(`${good}${'# \n'.repeat(90_000)}`), 'project-file-large'],
  ['60,000 addresses', text(addresses(60_000)), 'project-file-large'],
  ['1,001 addresses', text(addresses(1001)), 'project-file-entries'],
  ['17,000 addresses without a value', text(`{${'a,'.repeat(17_000)}}`), 'project-file-entries'],
  ['30,000 commas', text(`[${','.repeat(30_000)}]`), 'project-file-entries'],
  ['150,000 empty lines', text('\n'.repeat(150_000)), 'project-file-entries'],
  [
    'a command of 1,001 words',
    text(
      `version: 1\nenvironments: { homologation: [{ command: [${'a, '.repeat(1000)}a], set: accessKey }] }\n`,
    ),
    'project-file-entries',
  ],
  ['200,000 brackets', text(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 'project-file-deep'],
  ['100,000 list items in each other', text('- '.repeat(100_000)), 'project-file-deep'],
  ['100,000 map keys in each other', text('? '.repeat(100_000)), 'project-file-deep'],
  [
    'a million addresses by an alias',
    text(
      `version: 1\nenvironments: { homologation: [${one}, ${Array.from({ length: 999 }, () => '{ file: .env, set: *s }').join(', ')}] }\n`,
    ),
    'project-file-entries',
  ],
];

/** A shop beside the hostile one, which must not suffer. */
async function registerNeighbour(): Promise<string> {
  const dir = join(box.root, 'neighbour');
  mkdirSync(dir);
  writeFileSync(join(dir, 'cle.config.yaml'), good);
  writeFileSync(join(dir, '.env'), `KEY=${canary}\n`);
  await registerProject(await loadProject(dir));
  return dir;
}

/** Far less than a browser's time limit for the host, and far more than a busy machine needs. */
const moment = 5_000;

async function inAMoment<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  expect(performance.now() - start, what).toBeLessThan(moment);
  return result;
}

describe('a project file that would take a long time to read', () => {
  it.each(hostile)(
    'is refused by name for %s, at once, and other projects still work',
    async (_, plant, code) => {
      const path = box.put('cle.config.yaml', good);
      await registerProject(await loadProject(box.project));
      const { id: project } = await loadProject(box.project);
      const neighbour = await registerNeighbour();
      execFileSync('rm', [path]);
      plant(path);
      const status = await inAMoment('status', () => box.cle(['status', '--project', box.project, '--json']));
      expect([status.status, jsonOf(status)['code']]).toEqual([3, code]);
      const { projects } = await inAMoment('projects', () => listForBrowser({}));
      expect(projects.map(({ name }) => name)).toEqual(['neighbour']);
      const { holdings } = await inAMoment('held', () => heldForBrowser({}));
      expect(holdings.map(({ name }) => name)).toEqual(['neighbour']);
      const plan = () => planForBrowser({ project, sealed: '' }).catch(({ code: word }) => word);
      expect(await inAMoment('plan', plan)).toBeDefined();
      const all = () => box.cle(['apply', '-', '--all', '--yes', '--json'], { input: keyJson(canary) });
      const done = jsonOf(await inAMoment('--all', all)) as { projects: { dir: string; outcome: string }[] };
      expect(done.projects).toMatchObject([
        { dir: neighbour, outcome: 'unchanged' },
        { dir: box.project, outcome: 'refused', code },
      ]);
    },
  );

  it('is read if it has a thousand targets, or is a link within the project', async () => {
    const targets = Array.from(
      { length: 1000 },
      (_, at) => `    - { file: ${at}.env, set: { ID: merchantId, KEY: accessKey } }`,
    );
    box.put('real.yaml', `version: 1\nenvironments:\n  homologation:\n${targets.join('\n')}\n`);
    symlinkSync('real.yaml', join(box.project, 'cle.config.yaml'));
    expect((await loadProject(box.project)).targets('homologation')).toHaveLength(1000);
  });
});

import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { install } from '../../../../configurator/install/install.ts';
import { makePlan } from '../../../../configurator/install/plan.ts';
import { isTemporaryName } from '../../../../configurator/machine/files.ts';
import { loadProject } from '../../../../configurator/project/load.ts';
import { fakeKey } from '../../../extension/key.ts';
import { makeSandbox, type Sandbox } from '../../sandbox.ts';

/** The system calls, in order. */
const calls: string[] = [];
let committed: (() => boolean | undefined) | undefined;
/** Called once a file has its new name. */
let meanwhile: ((name: string) => void) | undefined;
const state = { box: undefined as Sandbox | undefined };

/** A path of the project, of the state folder by its first folder, or of neither. */
function named(path: string): string {
  const real = path.startsWith('/proc/self/fd/')
    ? pathOf(Number(path.split('/')[4]), path.split('/').slice(5))
    : path;
  const { project = '?', env = {} } = state.box ?? {};
  const inside = real.startsWith(`${project}/`) ? real.slice(project.length + 1) : real;
  if (inside === project) return '(project)';
  const home = env['CLE_HOME'] ?? '?';
  const name = inside.startsWith(`${home}/`) ? `state/${inside.slice(home.length + 1)}` : inside;
  return name
    .split('/')
    .map((part) => (isTemporaryName(part) ? 'TEMPORARY' : part))
    .join('/');
}

const pathOf = (file: number, rest: readonly string[] = []) =>
  [readlinkSync(`/proc/self/fd/${file}`), ...rest].join('/');

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const note = (what: string, path: string) => calls.push(`${what} ${named(path)}`);
  return {
    ...fs,
    fsyncSync: (file: number) => {
      note('flush', pathOf(file));
      fs.fsyncSync(file);
    },
    fsync: (file: number, done: (error: Error | null) => void) => {
      note('flush', pathOf(file));
      fs.fsync(file, done);
    },
    renameSync: (from: string, to: string) => {
      note(`${committed?.() ? 'committed, ' : ''}rename to`, to);
      fs.renameSync(from, to);
      meanwhile?.(named(to));
    },
  };
});

beforeEach(() => {
  state.box = makeSandbox();
  calls.length = 0;
});
afterEach(() => {
  vi.unstubAllEnvs();
  committed = undefined;
  meanwhile = undefined;
  state.box?.remove();
});

/** Whether the current commit record would complete the change after a crash now. */
function recordIsCommitted(box: Sandbox): boolean | undefined {
  const folder = join(box.env['CLE_HOME'] ?? '', 'commits');
  const [record] = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return record && JSON.parse(readFileSync(join(folder, record), 'utf8')).committed;
}

it.each([1, 2, 3])(
  'flushes %i new contents and their names to disk before it returns a receipt',
  async (count) => {
    const { box } = state;
    if (!box) throw new Error('no sandbox');
    const files = Array.from({ length: count }, (_, at) => `${at}.env`);
    const targets = files.map((file) => `{ file: ${file}, set: { KEY: accessKey } }`);
    box.put('cle.config.yaml', `version: 1\nenvironments: { homologation: [${targets.join(', ')}] }\n`);
    for (const file of files) box.put(file, 'KEY=former\n');
    const plan = await makePlan(await loadProject(box.project), fakeKey());
    calls.length = 0;
    committed = () => recordIsCommitted(box);
    await install(plan, { captureId: randomUUID() });
    const at = (call: string) => calls.indexOf(call);
    const renames = files.map((file) => `${count > 1 ? 'committed, ' : ''}rename to ${file}`);
    const first = Math.min(...renames.map(at));
    const last = Math.max(...renames.map(at));
    expect(
      first,
      `all or none: of several, none takes its place before all are committed\n${calls.join('\n')}`,
    ).toBeGreaterThan(-1);
    const contents = calls.slice(0, first).filter((call) => call === 'flush TEMPORARY');
    expect(contents, 'each new content is flushed before any takes its place').toHaveLength(count);
    if (count > 1) {
      const names = calls.slice(calls.lastIndexOf('flush TEMPORARY'), first);
      expect(names, 'their names are flushed before the record commits them').toContain('flush (project)');
    }
    const after = calls.slice(last);
    const journal = after.indexOf('flush state/journal.jsonl');
    expect(journal).toBeGreaterThan(-1);
    expect(after.slice(0, journal), 'the new names are flushed before the receipt').toContain(
      'flush (project)',
    );
  },
);

it.each([0, 1])(
  'keeps what another program wrote into file %i of two after the last check',
  async (changed) => {
    const { box } = state;
    if (!box) throw new Error('no sandbox');
    const files = ['0.env', '1.env'];
    const targets = files.map((file) => `{ file: ${file}, set: { KEY: accessKey } }`);
    box.put('cle.config.yaml', `version: 1\nenvironments: { homologation: [${targets.join(', ')}] }\n`);
    for (const file of files) box.put(file, 'KEY=former\n');
    const plan = await makePlan(await loadProject(box.project), fakeKey());
    // By then each file was checked, and the record was found complete.
    meanwhile = (name) => {
      if (!name.startsWith('state/commits/') || !recordIsCommitted(box)) return;
      meanwhile = undefined;
      box.put(files[changed] ?? '', 'KEY=mine, and longer\n');
    };
    await expect(install(plan, { captureId: randomUUID() })).rejects.toMatchObject({ code: 'file-changed' });
    const expected = files.map((_, at) => (at === changed ? 'KEY=mine, and longer\n' : 'KEY=former\n'));
    expect(files.map((file) => box.read(file))).toEqual(expected);
  },
);

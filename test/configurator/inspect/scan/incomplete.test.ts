import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { canary } from '../../../extension/key.ts';
import { jsonOf, makeSandbox, type Ran, type Sandbox } from '../../sandbox.ts';
import { describeProject, gitIn, installCanary } from './repository.ts';

let box: Sandbox;
/** A repository whose first commit has the key and whose second removes it; used as a submodule. */
let origin: string;
/** Where each test puts what it scans. */
let folder: string;
let count = 0;

const git = (dir: string, ...words: string[]) => gitIn(box, dir, ...words);

beforeAll(async () => {
  box = makeSandbox();
  vi.stubEnv('HOME', box.home);
  describeProject(box);
  await installCanary(box);
  origin = join(box.root, 'origin');
  mkdirSync(origin);
  git(origin, 'init', '-q');
  git(origin, 'config', 'uploadpack.allowFilter', 'true');
  for (const text of [`KEY=${canary}\n`, 'nothing\n']) {
    writeFileSync(join(origin, 'notes.txt'), text);
    git(origin, 'add', '.');
    git(origin, 'commit', '-qm', 'notes');
  }
});
beforeEach(() => {
  folder = join(box.root, `scanned-${++count}`);
  mkdirSync(folder);
});
afterAll(() => {
  vi.unstubAllEnvs();
  box.remove();
});

const clone = (name: string, ...words: string[]) => {
  git(folder, 'clone', '-q', ...words, `file://${origin}`, name);
  return join(folder, name);
};

const scan = (...words: string[]) => box.cle(['scan', folder, ...words]);

const codesOf = (ran: Ran) => (jsonOf(ran)['unread'] as { code: string }[]).map(({ code }) => code);
const commitsOf = (ran: Ran) => (jsonOf(ran)['found'] as { commit: unknown }[]).map(({ commit }) => commit);

/** What is missing is named, and nothing claims that everything was searched. */
async function expectIncomplete(code: string): Promise<void> {
  const failing = await scan('--fail', '--json');
  expect({ status: failing.status, ...jsonOf(failing) }).toMatchObject({ status: 3, complete: false });
  expect(codesOf(failing)).toEqual([code]);
  const { out } = await scan();
  expect(out.trimEnd().split('\n').at(-1)).toMatch(/could not be read.*not known/);
}

async function expectFound(): Promise<void> {
  const ran = await scan('--json');
  expect(jsonOf(ran)).toMatchObject({ complete: true, unread: [] });
  expect(commitsOf(ran)).toEqual([git(origin, 'rev-parse', 'HEAD~1')]);
}

describe('cle scan, in an incomplete repository', () => {
  it('reports that a shallow clone lacks older commits', async () => {
    clone('shop', '--depth=1');
    await expectIncomplete('git-shallow');
  });

  it('reports that a partial clone lacks contents, and fetches none', async () => {
    const shop = clone('shop', '--filter=blob:none');
    await expectIncomplete('git-partial');
    expect(git(shop, 'rev-list', '--objects', '--all', '--missing=print')).toMatch(/^\?/m);
  });

  it('starts no program that a partial clone names for fetching', async () => {
    const shop = clone('shop', '--filter=tree:0', '--no-checkout');
    const started = join(folder, 'started');
    git(shop, 'config', 'protocol.ext.allow', 'always');
    git(shop, 'config', 'remote.origin.url', `ext::touch ${started}`);
    const found = join(shop, 'found');
    writeFileSync(found, `KEY=${canary}\n`);
    git(shop, 'hash-object', '-w', found);
    const ran = await scan('--json');
    expect(existsSync(started), 'nothing may be fetched, by whatever protocol').toBe(false);
    expect(jsonOf(ran)).toMatchObject({ complete: false });
  });

  it('passes a partial clone that has everything in the meantime', async () => {
    const shop = clone('shop', '--filter=blob:none');
    git(shop, 'log', '-p', '--all');
    await expectFound();
  });

  it('reports that a submodule is not checked out', async () => {
    git(folder, 'init', '-q');
    git(folder, 'update-index', '--add', '--cacheinfo', `160000,${git(origin, 'rev-parse', 'HEAD')},lib/pay`);
    await expectIncomplete('git-submodule-missing');
  });

  it('reports that the repository from which objects are borrowed is gone', async () => {
    const lender = join(box.root, `lender-${count}`);
    cpSync(origin, lender, { recursive: true });
    git(folder, 'clone', '-q', '--shared', lender, 'shop');
    await expectFound();
    rmSync(lender, { recursive: true });
    await expectIncomplete('git-objects-unreadable');
  });

  it.each([
    ['in a work tree', ['clone', '-q'], 'shop/.git/config'],
    ['without a work tree', ['clone', '-q', '--bare'], 'shop.git/config'],
  ])('says that the configuration of a repository %s is broken', async (_, words, config) => {
    git(folder, ...words, origin, config.split('/')[0] ?? '');
    writeFileSync(join(folder, config), '[core\n');
    await expectIncomplete('git-failed');
  });

  it('reports that the repository of a linked work tree is gone', async () => {
    const main = join(box.root, `main-${count}`);
    git(folder, 'clone', '-q', origin, main);
    git(main, 'worktree', 'add', '-q', join(folder, 'side'));
    rmSync(main, { recursive: true });
    await expectIncomplete('git-failed');
  });

  it('still reports what it found if git does not tell in which commit', async () => {
    const shop = clone('shop');
    writeFileSync(join(shop, '.git/index'), 'no index');
    const ran = await scan('--fail', '--json');
    expect(jsonOf(ran)).toMatchObject({ code: 'scan-found', complete: false });
    expect(commitsOf(ran)).toEqual([null]);
  });
});

describe('cle scan, in an unusual repository', () => {
  it.each(['shop.git', 'deep/er/shop'])('searches one without a work tree: %s', async (name) => {
    git(folder, 'clone', '-q', '--bare', origin, name);
    await expectFound();
  });

  it('searches a bare repository that is named itself', async () => {
    git(folder, 'clone', '-q', '--bare', origin, 'shop.git');
    folder = join(folder, 'shop.git');
    await expectFound();
  });

  it('searches the repository of a linked work tree', async () => {
    const main = join(box.root, `main-${count}`);
    git(folder, 'clone', '-q', origin, main);
    git(main, 'worktree', 'add', '-q', join(folder, 'side'));
    await expectFound();
  });

  it.each([
    ['checked out', () => undefined],
    [
      'that is no longer checked out',
      (dir: string) => git(dir, 'submodule', '--quiet', 'deinit', '-f', 'lib/pay'),
    ],
    ['whose folder was deleted', (dir: string) => rmSync(join(dir, 'lib'), { recursive: true })],
  ])('searches a submodule %s', async (_, change) => {
    git(folder, 'init', '-q');
    git(folder, 'submodule', '--quiet', 'add', `file://${origin}`, 'lib/pay');
    change(folder);
    await expectFound();
  });

  it('searches an object that is larger than what it reads at once', async () => {
    git(folder, 'init', '-q');
    const text = `${'filler \n'.repeat(600_000)}${canary}\n`;
    git(folder, 'config', 'core.compression', '0');
    execFileSync('git', ['-C', folder, 'hash-object', '-w', '--stdin'], { input: text });
    const found = jsonOf(await scan('--json'))['found'];
    expect(found).toEqual([expect.objectContaining({ line: 600_001, path: null })]);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guardAgainstGit, trackingOf } from '../../../../configurator/install/targets/git-guard.ts';

let root: string;

const git = (dir: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.test', '-C', dir, ...args], {
    stdio: 'pipe',
  });

function put(file: string, text = ''): string {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'git-guard-')));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

async function verdicts(...files: string[]): Promise<(string | undefined)[]> {
  const paths = files.map((file) => join(root, file));
  const found = await trackingOf(paths, root);
  return paths.map((path) => found.get(path));
}

describe('trackingOf', () => {
  it('reports a file outside any work tree as free', async () => {
    put('.env');
    expect(await verdicts('.env')).toEqual(['free']);
  });

  it('distinguishes tracked, exposed and ignored files, and tracked ones that match a pattern', async () => {
    git(root, 'init', '-q');
    put('.gitignore', '.env*\n!.env.shared\n');
    put('.env.tracked');
    git(root, 'add', '-f', '.env.tracked');
    put('.env');
    put('.env.shared');
    put('lib/CONFIG.php');
    expect(await verdicts('.env.tracked', '.env', '.env.shared', 'lib/CONFIG.php')).toEqual([
      'tracked',
      'ignored',
      'exposed',
      'exposed',
    ]);
  });

  it('honours .git/info/exclude and .gitignore files below the root', async () => {
    git(root, 'init', '-q');
    put('.git/info/exclude', 'secret.yaml\n');
    put('app/.gitignore', 'CONFIG.php\n');
    put('secret.yaml');
    put('app/CONFIG.php');
    expect(await verdicts('secret.yaml', 'app/CONFIG.php')).toEqual(['ignored', 'ignored']);
  });

  it('asks a submodule and a further work tree about their own files', async () => {
    put('inner/a.txt');
    git(join(root, 'inner'), 'init', '-q');
    git(join(root, 'inner'), 'add', '.');
    git(join(root, 'inner'), 'commit', '-qm', 'one');
    git(join(root, 'inner'), 'worktree', 'add', '-q', join(root, 'further'), '-b', 'further');
    git(root, 'init', '-q');
    git(root, '-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', join(root, 'inner'), 'module');
    expect(await verdicts('further/a.txt', 'module/a.txt')).toEqual(['tracked', 'tracked']);
  });

  it('takes a name with a star, a space or an accent literally', async () => {
    git(root, 'init', '-q');
    for (const file of ['*.env', 'a b.env', 'é.env', 'x.env']) put(file);
    git(root, 'add', 'x.env');
    expect(await verdicts('*.env', 'a b.env', 'é.env')).toEqual(['exposed', 'exposed', 'exposed']);
    git(root, 'add', '.');
    expect(await verdicts('*.env', 'a b.env', 'é.env')).toEqual(['tracked', 'tracked', 'tracked']);
  });

  it('is not redirected to another repository by the variables of an outer git', async () => {
    git(root, 'init', '-q');
    put('.env');
    git(root, 'add', '.env');
    vi.stubEnv('GIT_DIR', '/nowhere');
    expect(await verdicts('.env')).toEqual(['tracked']);
  });
});

describe('guardAgainstGit', () => {
  const guard = (file: string, environment: 'homologation' | 'production') =>
    guardAgainstGit([{ path: join(root, file), file }], environment, root);

  it('refuses a production key for a tracked or unignored file, and allows a test key', async () => {
    git(root, 'init', '-q');
    put('tracked.env');
    git(root, 'add', 'tracked.env');
    put('exposed.env');
    await expect(guard('tracked.env', 'production')).rejects.toMatchObject({ code: 'file-tracked' });
    await expect(guard('exposed.env', 'production')).rejects.toMatchObject({ code: 'file-not-ignored' });
    await expect(guard('tracked.env', 'homologation')).resolves.toMatchObject([{ code: 'test-key-tracked' }]);
  });

  it('refuses where a work tree is broken, as it is not known what it tracks', async () => {
    put('.git', 'gitdir: /nowhere\n');
    put('.env');
    await expect(guard('.env', 'production')).rejects.toMatchObject({ code: 'git-failed' });
  });
});

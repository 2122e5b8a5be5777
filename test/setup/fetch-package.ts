import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** A cache that is shared by runs and clones. */
export const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'cle-en-main');

/**
 * An npm package that is not a dependency of this project: another Node, or a part for another system.
 *
 * @param version a version or its beginning: the newest of those at the first request
 * @returns the folder in which it is, below a `node_modules`
 * @throws Error with what npm said
 */
export function fetchPackage(name: string, version: string): string {
  const folder = join(cache, 'packages', version, 'node_modules', name);
  if (existsSync(folder)) return folder;
  mkdirSync(join(folder, '..'), { recursive: true });
  const into = mkdtempSync(join(cache, 'packed-'));
  try {
    const words = ['pack', `${name}@${version}`, '--silent', '--pack-destination', into];
    run('npm', words);
    const [archive = ''] = readdirSync(into);
    run('tar', ['-xzf', join(into, archive), '-C', into]);
    // In one step, so that an interrupted download is not taken for a complete one.
    renameSync(join(into, 'package'), folder);
  } finally {
    rmSync(into, { recursive: true });
  }
  return folder;
}

function run(command: string, words: readonly string[]): void {
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, error, stderr } = spawnSync(command, words, { encoding: 'utf8', shell });
  if (status !== 0)
    throw new Error(`${command} ${words.join(' ')} did not succeed: ${error?.message ?? stderr}`);
}

import { spawnSync } from 'node:child_process';

/**
 * Runs a script of package.json; what it prints goes where ours goes.
 *
 * @returns whether it succeeded
 */
export function npmScript(name: string, ...words: string[]): boolean {
  const { status, error } = spawnSync('npm', ['run', '--silent', name, '--', ...words], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  return status === 0;
}

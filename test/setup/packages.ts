import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Whether this system has Debian's packages. */
export function hasPackages(): boolean {
  return existsSync('/usr/bin/apt-get');
}

/** Whether Debian's packages can be installed here without asking anybody. */
export function canInstallPackages(): boolean {
  return hasPackages() && process.getuid?.() === 0;
}

/** Whether this is Ubuntu, whose browsers are snaps: confined, so that they do not find our native host. */
export function browsersAreSnaps(): boolean {
  return existsSync('/etc/os-release') && /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** The command that installs packages, for a person to run. */
export function packageCommand(packages: readonly string[]): string {
  return `sudo apt-get install -y ${packages.join(' ')}`;
}

/**
 * Installs packages; the package lists are updated only if the installation fails without, as on a fresh image. `--reinstall`
 * brings back the files of a package that lost them.
 *
 * @throws Error with apt-get's output
 */
export function installPackages(packages: readonly string[]): void {
  const install = ['install', '-y', '--reinstall', '--no-install-recommends', ...packages];
  if (aptGet(install).status === 0) return;
  aptGet(['update']);
  const { status, output } = aptGet(install);
  if (status !== 0) throw new Error(`apt-get did not install ${packages.join(' ')}\n${output}`);
}

function aptGet(words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('apt-get', ['-q', ...words], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return { status, output: `${stdout}${stderr}` };
}

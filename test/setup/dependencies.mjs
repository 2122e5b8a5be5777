import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */

/**
 * Tells whether node_modules holds what package-lock.json asks for. npm writes its own stamp, the hidden lockfile, as the
 * last step of an installation: a missing one means none or an interrupted one. An optional package is another
 * system's binary, so it need not be there.
 *
 * @param {string} root the project's folder
 */
export function inStep(root) {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  const installed = lockedPackages(hidden);
  return Object.entries(wanted)
    .filter(([path, { optional }]) => path !== '' && !optional)
    .every(([path, { version, integrity }]) => {
      const found = installed[path];
      return found !== undefined && found.version === version && found.integrity === integrity;
    });
}

/**
 * Installs what package-lock.json asks for, exactly, running no package's scripts. npm's output is shown only where it
 * fails: it warns of packages that declare a newer Node and run on this one.
 *
 * @param {string} root the project's folder
 * @throws Error with npm's output
 */
export function install(root) {
  const { command, first } = npm();
  const arguments_ = [...first, 'ci', '--loglevel=error', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status, error, stdout, stderr } = spawnSync(command, arguments_, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32' && first.length === 0,
  });
  if (status === 0) return;
  throw new Error(`npm ci did not succeed\n${error?.message ?? `${stdout}${stderr}`}`);
}

/** The npm that runs us, else the one on the path. */
function npm() {
  const { npm_execpath: running } = process.env;
  return running?.endsWith('npm-cli.js')
    ? { command: process.execPath, first: [running] }
    : { command: 'npm', first: [] };
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function lockedPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { asOrdinaryUser, isRoot, nobody } from '../../configurator/ordinary-user.ts';
import type { Workspace } from './workspace.ts';

const repository = resolve(import.meta.dirname, '../../..');

/** What `npm pack` made, installed as an ordinary user would; and how that user runs programs. */
export interface Installed {
  /** The command `cle`, with what stands before it. */
  readonly cle: readonly [string, ...string[]];
  /** The folder that npm installed into. */
  readonly prefix: string;
  /** Runs a program as this user, in the home of the workspace. @returns what it printed */
  run(...command: readonly string[]): string;
  /** A program that starts a browser as this user. */
  browser(program: string): string;
  /** Copies a folder to where this user may read it. */
  copy(folder: string): string;
}

/**
 * Packs the configurator as for a registry and installs that package globally, in a prefix of its own, without a network.
 * The workspace, and all that is in it, becomes this user's.
 *
 * @throws Error where npm fails
 */
export function installPacked(workspace: Workspace): Workspace & { readonly installed: Installed } {
  const { root, home, env } = workspace;
  const prefix = join(root, 'prefix');
  for (const folder of [prefix, join(home, '.config/chromium'), join(home, '.mozilla/firefox/profile')]) {
    mkdirSync(folder, { recursive: true });
  }
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', root], {
    cwd: repository,
    env: { ...env, HOME: root },
    stdio: 'pipe',
  });
  if (isRoot) execFileSync('chown', ['--recursive', `${nobody}:${nobody}`, root]);
  const run = (...command: readonly string[]) => {
    const [file, ...args] = asOrdinaryUser(...command);
    const { status, stdout, stderr } = spawnSync(file, args, { cwd: home, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}\n${stdout}${stderr}`);
    return stdout;
  };
  const tarball = readdirSync(root).find((name) => name.endsWith('.tgz')) ?? '';
  run('npm', 'install', '--global', '--offline', '--prefix', prefix, join(root, tarball));
  const installed: Installed = {
    cle: asOrdinaryUser(join(prefix, 'bin/cle')),
    prefix,
    run,
    browser: (program) => starter(root, program),
    copy: (folder) => {
      const copy = join(root, basename(folder));
      cpSync(folder, copy, { recursive: true });
      return copy;
    },
  };
  return { ...workspace, installed };
}

/** The driver starts one program, so what changes the user is in it. */
function starter(root: string, program: string): string {
  const path = join(root, `start-${basename(program)}`);
  const words = asOrdinaryUser(program).map((word) => `'${word}'`);
  writeFileSync(path, `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}

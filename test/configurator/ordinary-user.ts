import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** The user `nobody` of Debian and most others. */
export const nobody = 65_534;

export const isRoot = process.getuid?.() === 0;

/**
 * For tests that need root, such as of a file that belongs to another user.
 *
 * @throws Error where we are not root: a test that did nothing would pass
 */
export function mustBeRoot(): void {
  if (!isRoot) throw new Error('only root can bring this about; run the tests as root');
}

/** A command as run by a user for whom modes apply. They do not apply to root, so for root `nobody` runs it. */
export function asOrdinaryUser(...command: readonly string[]): readonly [string, ...string[]] {
  const ids = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
  const [file = '', ...args] = isRoot ? ['setpriv', ...ids, ...command] : command;
  return [file, ...args];
}

/**
 * Runs the command line as a user for whom modes apply.
 *
 * @param bundled the folder with `cle.cjs`, readable by all
 */
export function cleAsOrdinaryUser(
  bundled: string,
  words: readonly string[],
  { input, env, dir }: { readonly input: string; readonly env: NodeJS.ProcessEnv; readonly dir: string },
) {
  const [file, ...args] = asOrdinaryUser(process.execPath, resolve(bundled, 'cle.cjs'), ...words);
  return spawnSync(file, args, { input, env, cwd: dir, encoding: 'utf8' });
}

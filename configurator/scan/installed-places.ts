import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../disk/errno.ts';
import { receipts } from '../state/journal.ts';
import { registeredProjects } from '../state/registry.ts';
import type { Leak } from './leak.ts';

/**
 * Makes what says whether a key stands where it was installed last, so that it belongs there.
 *
 * @throws Refusal `state-…`
 */
export async function isInstalled(folder: string): Promise<(leak: Leak) => boolean> {
  const folders = new Map((await registeredProjects()).map(({ id, dir }) => [id, dir]));
  const holders = new Map<string, string>();
  for (const { project, key, targets } of await receipts()) {
    for (const { file } of targets) {
      const path = real(join(folders.get(project) ?? '', file));
      // The latest receipt comes first; a file may hold a key of each environment.
      const place = `${path} ${key.environment}`;
      if (!holders.has(place)) holders.set(place, key.fingerprint);
    }
  }
  return ({ key, path, git }) =>
    git === null &&
    path !== null &&
    holders.get(`${real(join(folder, path))} ${key.environment}`) === key.fingerprint;
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    errnoOf(error);
    return path;
  }
}

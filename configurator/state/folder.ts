import { chmodSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { env } from 'node:process';
import envPaths from 'env-paths';
import { stateFailed } from './using-state.ts';

/**
 * The folder where this program keeps what belongs to one user of one machine: identity, known projects, journal,
 * commit records, locks. Made where it is missing, readable by its owner only.
 *
 * @returns its absolute path; `CLE_HOME` chooses another one
 * @throws Refusal `state-failed`
 */
export function stateFolder(): string {
  const { CLE_HOME } = env;
  return privateFolder(CLE_HOME ? resolve(CLE_HOME) : envPaths('cle-en-main', { suffix: '' }).data);
}

/** A folder inside the state folder, made where it is missing. */
export function stateSubfolder(name: string): string {
  return privateFolder(join(stateFolder(), name));
}

function privateFolder(folder: string): string {
  try {
    // The umask may take rights away from mkdir's mode. A folder that was there keeps its own: CLE_HOME may name any.
    if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) chmodSync(folder, 0o700);
  } catch (error) {
    throw stateFailed(folder, error);
  }
  return folder;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../disk/errno.ts';
import { stateFolder } from './folder.ts';
import { stateFailed } from './using-state.ts';

/**
 * The text of a file of the state folder, or `undefined` where there is none yet.
 *
 * @throws Refusal `state-failed`
 */
export async function readState(name: string): Promise<string | undefined> {
  const path = join(stateFolder(), name);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw stateFailed(path, error);
  }
}

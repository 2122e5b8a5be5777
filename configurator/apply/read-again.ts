import { readFileSync } from 'node:fs';
import { Refusal } from '../../shared/refusal.ts';
import { errnoOf } from '../disk/errno.ts';
import { resolveTarget } from './snapshot.ts';

/**
 * Reads a file that was written, by its name in the project, as its consumer will.
 *
 * @throws Refusal `read-back-failed`
 */
export async function readAgain(dir: string, file: string): Promise<Buffer> {
  try {
    return readFileSync(await resolveTarget(dir, file));
  } catch (error) {
    if (!(error instanceof Refusal)) errnoOf(error);
    throw new Refusal('read-back-failed', { file });
  }
}

import { Refusal } from '../../shared/refusal.ts';
import { errnoOf } from '../disk/errno.ts';

/**
 * Runs a step that uses a file of the state folder.
 *
 * @throws Refusal `state-failed` where the system does not let it
 */
export async function usingState<T>(file: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw stateFailed(file, error);
  }
}

/** The refusal for an error of the system; any other error is thrown on as it is. */
export function stateFailed(file: string, error: unknown): Refusal {
  return error instanceof Refusal ? error : new Refusal('state-failed', { file, reason: errnoOf(error) });
}

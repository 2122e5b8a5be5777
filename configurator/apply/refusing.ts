import { Refusal } from '../../shared/refusal.ts';
import { errnoOf } from '../disk/errno.ts';

/**
 * Runs a step of a change on disk and says of the system's errors which file they are about.
 *
 * @throws Refusal `write-failed`, or whatever the step refuses
 */
export async function refusing<T>(file: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('write-failed', { file, reason: errnoOf(error) });
  }
}

/** Why a step failed, in one word for a refusal. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Refusal)) return errnoOf(error);
  const { reason } = error.params;
  return String(reason ?? error.code);
}

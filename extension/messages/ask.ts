import { reach } from './runtime.ts';
import type { Answer, Body, MessageType } from './table.ts';

/** If the background is stopped this often, asking again will not help. */
const maxAttempts = 3;

/**
 * Sends a message to the background. If the browser stops the background before it answers, sends it again: every
 * message is safe to repeat.
 *
 * @throws Error if there is no background: the extension was updated or disabled
 */
export async function ask<T extends MessageType>(type: T, body: Body<T>): Promise<Answer<T>> {
  let error: unknown;
  for (let attemptsLeft = maxAttempts; attemptsLeft > 0; attemptsLeft--) {
    try {
      const answer = await reach(({ runtime }) => runtime.sendMessage({ type, ...body }));
      if (answer) return answer as Answer<T>;
    } catch (caught) {
      error = caught;
    }
  }
  throw error ?? new Error('the background did not answer');
}

import { reach } from './runtime.ts';
import type { Answer, Body, MessageType } from './table.ts';

/** A background that is stopped again and again has a reason that asking will not change. */
const attempts = 3;

/**
 * Sends a message to the background. Where the browser stops the background before it has answered, it is asked again:
 * whatever it may have done, asking twice does it once.
 *
 * @throws Error where there is no background: the extension was updated or switched off
 */
export async function ask<T extends MessageType>(type: T, body: Body<T>): Promise<Answer<T>> {
  let error: unknown;
  for (let left = attempts; left > 0; left--) {
    try {
      const answer = await reach(({ runtime }) => runtime.sendMessage({ type, ...body }));
      if (answer) return answer as Answer<T>;
    } catch (caught) {
      error = caught;
    }
  }
  throw error ?? new Error('the background did not answer');
}

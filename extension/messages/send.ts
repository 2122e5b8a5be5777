import { receivedRefusal } from '../../shared/message-codes.ts';
import { Refusal } from '../../shared/refusal.ts';
import { ask } from './ask.ts';
import type { Answers, Body, MessageType } from './table.ts';

/**
 * Sends a message to the background and returns its answer.
 *
 * @throws Refusal with the background's code if it refused
 * @throws Error if there is no background: the extension was updated or disabled
 */
export async function send<T extends MessageType>(type: T, body: Body<T>): Promise<Answers[T]> {
  const answer = await ask(type, body);
  if (!answer.ok) throw receivedRefusal(answer.code, answer.params) ?? new Refusal('internal');
  return answer.value;
}

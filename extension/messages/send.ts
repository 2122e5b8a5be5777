import { Refusal } from '../../shared/refusal.ts';
import { runtime } from './runtime.ts';
import type { Answer, Answers, Body, MessageType } from './table.ts';

/** A background that is stopped again and again has a reason that asking will not change. */
const attempts = 3;

/**
 * Sends a message to the background. Where the browser stops the background before it has answered, it is asked again:
 * whatever it may have done, asking twice does it once.
 *
 * @throws Refusal with the background's code where it refused
 * @throws Error where there is no background: the extension was updated or switched off
 */
export async function send<T extends MessageType>(type: T, body: Body<T>): Promise<Answers[T]> {
  const answer = (await ask({ type, ...body })) as Answer<T> | undefined;
  if (!answer) throw new Error('the background did not answer');
  if (!answer.ok) throw new Refusal(answer.code, answer.params);
  return answer.value;
}

async function ask(message: unknown, left = attempts): Promise<unknown> {
  const isLast = left === 1;
  try {
    const answer = await runtime.sendMessage(message);
    return answer === undefined && !isLast ? ask(message, left - 1) : answer;
  } catch (error) {
    if (isLast) throw error;
    return ask(message, left - 1);
  }
}

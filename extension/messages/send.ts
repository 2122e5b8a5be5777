import browser from 'webextension-polyfill';
import { Refusal } from '../../shared/refusal.ts';
import type { Answer, Answers, Body, MessageType } from './table.ts';

/**
 * Sends a message to the background.
 *
 * @throws Refusal with the background's code where it refused
 * @throws Error where there is no background: the extension was updated or switched off
 */
export async function send<T extends MessageType>(type: T, body: Body<T>): Promise<Answers[T]> {
  const answer = (await browser.runtime.sendMessage({ type, ...body })) as Answer<T> | undefined;
  if (!answer) throw new Error('the background did not answer');
  if (!answer.ok) throw new Refusal(answer.code, answer.params);
  return answer.value;
}

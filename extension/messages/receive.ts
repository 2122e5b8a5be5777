import * as v from 'valibot';
import { Refusal } from '../../shared/refusal.ts';
import type { Sender } from './sender.ts';
import { type Answer, type Answers, type Body, type MessageType, table } from './table.ts';

export type Handlers = {
  readonly [T in MessageType]: (body: Body<T>, sender: Sender) => Promise<Answers[T]>;
};

/**
 * Answers one message. Messages are not trusted: the type must be known, the sender allowed to send it, and the body
 * exactly as the table says.
 *
 * @returns `undefined` if the message is not for the background, so it gets no answer at all
 */
export function receive(
  message: unknown,
  sender: Sender | undefined,
  handlers: Handlers,
): Promise<Answer<MessageType>> | undefined {
  const type = typeOf(message);
  if (!type || !sender || sender.kind !== table[type].from) return undefined;
  return answer(type, message, sender, handlers);
}

function typeOf(message: unknown): MessageType | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  const { type } = message;
  return typeof type === 'string' && Object.hasOwn(table, type) ? (type as MessageType) : undefined;
}

async function answer<T extends MessageType>(
  type: T,
  message: unknown,
  sender: Sender,
  handlers: Handlers,
): Promise<Answer<T>> {
  const schema = v.strictObject({ type: v.literal(type), ...table[type].body });
  const parsed = v.safeParse(schema, message);
  if (!parsed.success) return { ok: false, code: 'message-invalid', params: {} };
  const { type: _, ...body } = parsed.output;
  try {
    return { ok: true, value: await handlers[type](body as Body<T>, sender) };
  } catch (error) {
    // The text of an unexpected error could quote a secret, so only a code is sent.
    if (!(error instanceof Refusal)) return { ok: false, code: 'internal', params: {} };
    return { ok: false, code: error.code, params: error.params };
  }
}

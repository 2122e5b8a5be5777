import * as v from 'valibot';
import { type Params, Refusal } from '../../shared/refusal.ts';
import {
  headSchema,
  longestText,
  type RefusalReply,
  type ReplyBody,
  type RequestBody,
  type RequestType,
  replySchema,
  requestSchema,
  requestTypes,
  wireVersion,
} from '../../shared/wire.ts';
import { encodeFrame } from './frames.ts';
import { decodeMessage } from './message.ts';

/** What the host does for each type of request. */
export type Handlers = {
  readonly [T in RequestType]: (request: RequestBody<T>) => Promise<ReplyBody<T>>;
};

/** Answers the body of one frame with a whole frame. Never throws: what goes wrong is the answer. */
export async function answer(body: Uint8Array, handlers: Handlers): Promise<Uint8Array> {
  let id = '';
  try {
    const head = v.safeParse(headSchema, decodeMessage(body));
    if (!head.success) throw new Refusal('message-invalid');
    id = head.output.id;
    return encodeFrame(await dispatch(head.output, handlers));
  } catch (error) {
    return encodeRefusal(id, error);
  }
}

/** The frame that refuses; a bug becomes the code `internal`, without what it says. */
export function encodeRefusal(id: string, error: unknown): Uint8Array {
  const { code, params } = error instanceof Refusal ? error : new Refusal('internal');
  const reply: RefusalReply = { v: wireVersion, id, ok: false, code, params: clip(params) };
  return encodeFrame(reply);
}

type Head = v.InferOutput<typeof headSchema>;

async function dispatch(head: Head, handlers: Handlers): Promise<object> {
  if (head.v !== wireVersion) throw new Refusal('version-unsupported');
  const type = requestTypes.find((known) => known === head.type);
  if (type === undefined) throw new Refusal('message-type-unknown');
  const request = v.safeParse(requestSchema(type), head);
  if (!request.success) throw new Refusal('message-invalid');
  const handle = handlers[type] as (request: unknown) => Promise<object>;
  const reply = { v: wireVersion, id: head.id, ok: true, ...(await handle(request.output)) };
  // A reply that breaks the contract is a bug here, and is said to be one here.
  return v.parse(replySchema(type), reply);
}

function clip(params: Params): RefusalReply['params'] {
  const clipped = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.slice(0, longestText) : value,
  ]);
  return Object.fromEntries(clipped);
}

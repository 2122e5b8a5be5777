import * as v from 'valibot';
import { Refusal } from '../../shared/refusal.ts';
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
import type { Params } from '../../shared/wording.ts';
import { encodeFrame } from './frames.ts';

/** More than the deepest message of the wire needs, and little enough for recursion. */
const deepest = 8;

/**
 * Reads the body of a frame.
 *
 * @throws Refusal `frame-malformed` where it is not one JSON object in UTF-8 without a byte order mark, nests deeper than
 *   8 levels, or has a member `__proto__`, which schemas would miss
 */
function decodeMessage(body: Uint8Array): object {
  const message = parse(body);
  if (
    typeof message !== 'object' ||
    message === null ||
    Array.isArray(message) ||
    isUnfit(message, deepest)
  ) {
    throw new Refusal('frame-malformed');
  }
  return message;
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body));
  } catch {
    // V8's error message quotes the text.
    throw new Refusal('frame-malformed');
  }
}

function isUnfit(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === 0 || Object.hasOwn(value, '__proto__')) return true;
  return Object.values(value).some((inner) => isUnfit(inner, depth - 1));
}

/** The host's handler of each type of request. */
export type Handlers = {
  readonly [T in RequestType]: (request: RequestBody<T>) => Promise<ReplyBody<T>>;
};

/** Answers the body of one frame with a whole frame. Never throws: an error becomes the answer. */
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

/** The frame of a refusal; a bug becomes the code `internal`, without its message. */
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
  // A reply that breaks the contract is a bug in the host, and is reported as one.
  return v.parse(replySchema(type), reply);
}

function clip(params: Params): RefusalReply['params'] {
  const clipped = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.slice(0, longestText) : value,
  ]);
  return Object.fromEntries(clipped);
}

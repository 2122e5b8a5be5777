import * as v from 'valibot';
import { receivedRefusal } from '../../shared/message-codes.ts';
import { isolated } from '../../shared/outside-text.ts';
import { Refusal } from '../../shared/refusal.ts';
import {
  type ReplyBody,
  type RequestBody,
  type RequestType,
  refusalSchema,
  replySchema,
  wireVersion,
} from '../../shared/wire.ts';
import { exchange } from './exchange.ts';

/**
 * A configurator that starts on a slow machine needs seconds; after this time, in milliseconds, it counts as silent.
 */
const defaultTimeout = 15_000;
/**
 * For requests that take longer: Payline has ten seconds to answer, and a search reads a whole project and its history.
 */
const longerTimeouts: Partial<Record<RequestType, number>> = { verify: 30_000, remaining: 300_000 };

/**
 * Sends one request to the native host: one process, one frame each way.
 *
 * @returns its answer, with every text made safe to show in a window: control characters are escaped
 * @throws Refusal the host's own code, or `host-not-allowed`, `host-missing`, `host-stopped`, `host-silent`,
 *   `host-unreadable`
 */
export async function askHost<T extends RequestType>(type: T, body: RequestBody<T>): Promise<ReplyBody<T>> {
  const id = crypto.randomUUID();
  const pending = exchange({ v: wireVersion, id, type, ...body });
  const reply = await withTimeout(longerTimeouts[type] ?? defaultTimeout, pending);
  const parsed = v.safeParse(replySchema(type), reply);
  if (parsed.success && parsed.output.id === id) {
    const { v: _, id: __, ok: ___, ...answer } = parsed.output;
    return isolateTexts(answer) as ReplyBody<T>;
  }
  throw refusalIn(reply, id);
}

function withTimeout(timeout: number, pending: Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Refusal('host-silent')), timeout);
    pending.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Makes every text of an answer safe to show. The host passes on file names, values and servers' answers. */
function isolateTexts(value: unknown): unknown {
  if (typeof value === 'string') return isolated(value);
  if (Array.isArray(value)) return value.map(isolateTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, isolateTexts(each)]));
}

function refusalIn(reply: unknown, id: string): Refusal {
  const parsedRefusal = v.safeParse(refusalSchema, reply);
  // A host that could not read the request cannot repeat its id, so an empty one is accepted.
  if (!parsedRefusal.success || (parsedRefusal.output.id !== id && parsedRefusal.output.id !== '')) {
    return new Refusal('host-unreadable');
  }
  const { code, params } = parsedRefusal.output;
  return receivedRefusal(code, isolateTexts(params) as typeof params) ?? new Refusal('host-unreadable');
}

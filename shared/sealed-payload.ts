import * as v from 'valibot';
import { AccessKey } from './access-key.ts';
import { Refusal } from './refusal.ts';

/** What is inside an age file that carries a key: the key, which capture it came from, and how long it may wait. */
export interface SealedPayload {
  readonly captureId: string;
  readonly key: AccessKey;
  readonly created: Date;
  readonly expires: Date;
}

const isoDate = v.pipe(v.string(), v.isoTimestamp());

const payloadSchema = v.strictObject({
  v: v.literal(1),
  captureId: v.pipe(v.string(), v.uuid()),
  created: isoDate,
  expires: isoDate,
  key: v.unknown(),
});

/** Writes the plain text that is sealed. Its only place is the input of age. */
export function encodePayload({ captureId, key, created, expires }: SealedPayload): string {
  return JSON.stringify({
    v: 1,
    captureId,
    created: created.toISOString(),
    expires: expires.toISOString(),
    key: key.toSecretJson(),
  });
}

/** @throws Refusal `sealed-unreadable` where the text is no payload, `key-…` where its key does not hold together */
export function decodePayload(text: string): SealedPayload {
  const parsed = v.safeParse(payloadSchema, parseJson(text));
  if (!parsed.success) throw new Refusal('sealed-unreadable');
  const { captureId, created, expires, key } = parsed.output;
  return {
    captureId,
    key: AccessKey.parse(key),
    created: new Date(created),
    expires: new Date(expires),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import * as v from 'valibot';
import { AccessKey } from './access-key.ts';
import { Refusal } from './refusal.ts';

/** The content of an age file that carries a key: the key, the capture it came from, and how long it may wait. */
export interface SealedPayload {
  readonly captureId: string;
  readonly key: AccessKey;
  readonly created: Date;
  readonly expires: Date;
  /** In a file between two people: `recipientFingerprint` of each recipient; empty where it is sealed to a passphrase. */
  readonly recipients?: readonly string[];
}

const version = 1;

const isoDate = v.pipe(v.string(), v.isoTimestamp());

const headSchema = v.looseObject({ v: v.pipe(v.number(), v.integer(), v.minValue(version)) });

const payloadSchema = v.strictObject({
  v: v.literal(version),
  captureId: v.pipe(v.string(), v.uuid()),
  created: isoDate,
  expires: isoDate,
  recipients: v.optional(v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)))),
  key: v.unknown(),
});

/** The plain text that is sealed. Pass it to age and nowhere else. */
export function encodePayload({ captureId, key, created, expires, recipients }: SealedPayload): string {
  return JSON.stringify({
    v: version,
    captureId,
    created: created.toISOString(),
    expires: expires.toISOString(),
    ...(recipients && { recipients }),
    key: key.toSecretJson(),
  });
}

/**
 * @throws Refusal `sealed-malformed` where `encodePayload` does not write such a text, `sealed-newer` where a newer
 *   version wrote it, `key-…` where the parts of its key disagree
 */
export function decodePayload(text: string): SealedPayload {
  const json = parseJson(text);
  const head = v.safeParse(headSchema, json);
  if (!head.success) throw new Refusal('sealed-malformed');
  if (head.output.v > version) throw new Refusal('sealed-newer');
  const parsed = v.safeParse(payloadSchema, json);
  // JSON readers differ on duplicate members, so only the canonical spelling is accepted.
  if (!parsed.success || JSON.stringify(json) !== text) throw new Refusal('sealed-malformed');
  const { captureId, created, expires, recipients, key } = parsed.output;
  return {
    captureId,
    key: AccessKey.parse(key),
    created: new Date(created),
    expires: new Date(expires),
    ...(recipients && { recipients }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The name of the age file that carries a key: `payline-<environment>-<reference>.age`. */
export function sealedFileName({ environment, reference }: AccessKey): string {
  // A reference is any printable ASCII; a file's name is not.
  const word = reference.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, 64);
  return `payline-${environment}${word && `-${word}`}.age`;
}

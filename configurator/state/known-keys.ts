import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import type { AccessKey } from '../../shared/access-key.ts';
import { environments } from '../../shared/environment.ts';
import { Refusal } from '../../shared/refusal.ts';
import { fingerprintOf } from './fingerprint.ts';
import { stateFolder } from './folder.ts';
import type { Lock } from './lock.ts';
import { readState } from './read-state.ts';
import { usingState } from './using-state.ts';
import { writeDurably } from './write-durably.ts';

const fileName = 'known-keys.json';

/** More than this many keys no machine installs; the oldest are forgotten then. */
const most = 1000;

const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What recognises a key without saying it. */
const keySchema = v.strictObject({
  masked: v.string(),
  merchantId: v.string(),
  reference: v.string(),
  environment: v.picklist(environments),
  fingerprint: v.string(),
  length: count,
  /** HMAC of the whole value. */
  hmac: hex,
  /** Its longest run of letters and digits, which a search finds first: where it begins, its length, its HMAC. */
  run: v.strictObject({ at: count, length: count, hmac: hex }),
});

const schema = v.strictObject({ version: v.literal(1), secret: hex, keys: v.array(keySchema) });

export type KnownKey = v.InferOutput<typeof keySchema>;

/** The keys that were installed from this machine, and the secret of the machine that their HMACs are made with. */
export interface KnownKeys {
  readonly secret: string;
  readonly keys: readonly KnownKey[];
}

/** @throws Refusal `state-…` */
export async function knownKeys(): Promise<KnownKeys> {
  const text = await readState(fileName);
  if (text === undefined) return { secret: randomBytes(32).toString('hex'), keys: [] };
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  if (!parsed.success) throw new Refusal('state-unreadable', { file: join(stateFolder(), fileName) });
  return parsed.output;
}

/** Notes what recognises a key later, wherever it stands; its value cannot be had from it. @throws Refusal `state-…` */
export async function rememberKey(key: AccessKey, _lock: Lock): Promise<void> {
  const { secret, keys } = await knownKeys();
  const known = await recognisable(key, secret);
  if (keys.some((each) => JSON.stringify(each) === JSON.stringify(known))) return;
  const others = keys.filter((each) => !isSame(each, known));
  const text = JSON.stringify({ version: 1, secret, keys: [...others, known].slice(-most) });
  const path = join(stateFolder(), fileName);
  await usingState(path, () => writeDurably(path, `${text}\n`));
}

/** The keyed fingerprint of a text. */
export function keyedHash(text: string, secret: string): string {
  return createHmac('sha256', Buffer.from(secret, 'hex')).update(text, 'latin1').digest('hex');
}

async function recognisable(key: AccessKey, secret: string): Promise<KnownKey> {
  const { masked, merchantId, reference, environment } = key;
  const value = key.reveal('accessKey');
  const run = longestRun(value);
  return {
    masked,
    merchantId,
    reference,
    environment,
    fingerprint: await fingerprintOf(key),
    length: value.length,
    hmac: keyedHash(value, secret),
    run: { at: value.indexOf(run), length: run.length, hmac: keyedHash(run, secret) },
  };
}

/** Payline's keys are one run as a whole; nobody has promised that. */
function longestRun(value: string): string {
  const runs = value.match(/[A-Za-z0-9]+/g) ?? [''];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest));
}

function isSame(a: KnownKey, b: KnownKey): boolean {
  return a.fingerprint === b.fingerprint && a.environment === b.environment;
}

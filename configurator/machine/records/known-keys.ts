import { createHash, createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import type { AccessKey } from '../../../shared/access-key.ts';
import { environments } from '../../../shared/environment.ts';
import { fingerprint } from '../../../shared/fingerprint.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Lock } from '../lock.ts';
import { addLine, readState, stateFolder, usingState, writeDurably } from '../state-folder.ts';

/** The fingerprint of a key, the same as in the extension. */
export function fingerprintOf(key: AccessKey): Promise<string> {
  return fingerprint(key, (bytes) => createHash('sha256').update(bytes).digest());
}

/** The first line holds the secret, each further line a key. */
const fileName = 'known-keys.jsonl';

/** No machine installs more keys than this; the oldest are dropped. */
const most = 1000;

/** In bytes. A file that grows larger is rewritten without outdated lines. */
const largest = 1024 * 1024;

const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What recognises a key without revealing it. */
const keySchema = v.strictObject({
  masked: v.string(),
  merchantId: v.string(),
  reference: v.string(),
  environment: v.picklist(environments),
  fingerprint: v.string(),
  length: count,
  /** HMAC of the whole value. */
  hmac: hex,
  /** Its longest run of letters and digits, for which a search looks first: its offset, length and HMAC. */
  run: v.strictObject({ at: count, length: count, hmac: hex }),
});

const headLine = v.pipe(v.string(), v.parseJson(), v.strictObject({ version: v.literal(1), secret: hex }));
const keyLine = v.pipe(v.string(), v.parseJson(), keySchema);

export type KnownKey = v.InferOutput<typeof keySchema>;

/** The keys that were installed from this machine, and the machine's secret, which is the key of their HMACs. */
export interface KnownKeys {
  readonly secret: string;
  readonly keys: readonly KnownKey[];
}

/** @throws Refusal `state-…` */
export async function knownKeys(): Promise<KnownKeys> {
  const text = await readState(fileName);
  return text === undefined
    ? { secret: newSecret(), keys: [] }
    : { secret: secretIn(text), keys: keysIn(text) };
}

/** A line that a crash cut off is skipped; of several lines for one key, the latest counts. */
function keysIn(text: string): KnownKey[] {
  const keys = new Map<string, KnownKey>();
  for (const line of text.split('\n').slice(1)) {
    const { success, output } = v.safeParse(keyLine, line);
    if (!success) continue;
    const name = `${output.environment} ${output.fingerprint}`;
    keys.delete(name);
    keys.set(name, output);
  }
  return [...keys.values()].slice(-most);
}

function secretIn(text: string): string {
  const head = v.safeParse(headLine, text.split('\n', 1)[0]);
  if (!head.success) throw new Refusal('state-unreadable', { file: join(stateFolder(), fileName) });
  return head.output.secret;
}

/** Records what will recognise a key anywhere; the value cannot be derived from it. @throws Refusal `state-…` */
export async function rememberKey(key: AccessKey, lock: Lock): Promise<void> {
  const path = join(stateFolder(), fileName);
  await usingState(path, async () => {
    const text = (await readState(fileName)) ?? (await begin(path));
    const known = await describeKey(key, secretIn(text));
    const line = JSON.stringify(known);
    // Not parsed, for speed: most machines know many keys and install few. An earlier line may have been dropped.
    const latest = text
      .split('\n')
      .slice(-most)
      .findLast((each) => each.includes(known.fingerprint));
    if (latest === line) return;
    if ((await addLine(path, line, lock)) > largest) await writeDurably(path, linesOf(await knownKeys()));
  });
}

async function begin(path: string): Promise<string> {
  const text = linesOf({ secret: newSecret(), keys: [] });
  await writeDurably(path, text);
  return text;
}

function newSecret(): string {
  return randomBytes(32).toString('hex');
}

function linesOf({ secret, keys }: KnownKeys): string {
  return [{ version: 1, secret }, ...keys].map((line) => JSON.stringify(line)).join('\n');
}

/** The keyed fingerprint of a text. */
export function keyedHash(text: string, secret: string): string {
  return createHmac('sha256', Buffer.from(secret, 'hex')).update(text, 'latin1').digest('hex');
}

async function describeKey(key: AccessKey, secret: string): Promise<KnownKey> {
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

/** A Payline key is a single run so far, but that is not documented. */
function longestRun(value: string): string {
  const runs = value.match(/[A-Za-z0-9]+/g) ?? [''];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest));
}

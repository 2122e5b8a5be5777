import { createHash, createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import type { AccessKey } from '../../../shared/access-key.ts';
import { environments } from '../../../shared/environment.ts';
import { fingerprint } from '../../../shared/fingerprint.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Lock } from '../lock.ts';
import { addLine, readState, stateFolder, usingState, writeDurably } from '../state-folder.ts';

/** Names a key without showing it, as the extension does too. */
export function fingerprintOf(key: AccessKey): Promise<string> {
  return fingerprint(key, (bytes) => createHash('sha256').update(bytes).digest());
}

/** Its first line holds the secret, each further one a key. */
const fileName = 'known-keys.jsonl';

/** More than this many keys no machine installs; the oldest are forgotten then. */
const most = 1000;

/** In bytes. A file that grows larger is written anew, without what its keys do not need. */
const largest = 1024 * 1024;

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

const headLine = v.pipe(v.string(), v.parseJson(), v.strictObject({ version: v.literal(1), secret: hex }));
const keyLine = v.pipe(v.string(), v.parseJson(), keySchema);

export type KnownKey = v.InferOutput<typeof keySchema>;

/** The keys that were installed from this machine, and the secret of the machine that their HMACs are made with. */
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

/** A line that a crash cut off is passed over; of those for one key, the latest counts. */
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

/** Notes what recognises a key later, wherever it stands; its value cannot be had from it. @throws Refusal `state-…` */
export async function rememberKey(key: AccessKey, lock: Lock): Promise<void> {
  const path = join(stateFolder(), fileName);
  await usingState(path, async () => {
    const text = (await readState(fileName)) ?? (await begin(path));
    const known = await recognisable(key, secretIn(text));
    const line = JSON.stringify(known);
    // Not parsed: most machines know many keys, and install few. What stands earlier may have been forgotten.
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

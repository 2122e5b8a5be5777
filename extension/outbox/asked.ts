import browser from 'webextension-polyfill';
import type { AccessKey } from '../../shared/access-key.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { KeySummary } from '../../shared/wire.ts';
import { enqueue, entered, installed, keepAsked, waiting } from './outbox.ts';
import { newPeriod, type StoredAsked } from './record.ts';
import { sealForKeeping } from './seal.ts';
import { dropAsked, storeAsked, storedAsked } from './store.ts';

/** A key that the person is asked about, for a window to show. It does not count as waiting: nothing installs it. */
export type Asked = Pick<StoredAsked, 'askedId' | 'key'>;

/** A page that shows more at once is at fault. */
const maxAsked = 5;

/**
 * Seals a key that a page shows with its merchant id but without an Authorization, and asks the person about it.
 *
 * @returns what may be shown of it, and whether to ask: not about a key that is already kept or installed
 * @throws Refusal `captures-too-many` if a page shows too many
 */
export function askAbout(key: AccessKey): Promise<{ summary: KeySummary; isNew: boolean }> {
  return enqueue(() => askUnlessKnown(key));
}

async function askUnlessKnown(key: AccessKey): Promise<{ summary: KeySummary; isNew: boolean }> {
  const { environment, merchantId, reference, masked } = key;
  const shown = { environment, merchantId, reference, masked, fingerprint: await fingerprint(key) };
  const asked = await storedAsked();
  const known = [...asked, ...(await waiting()), ...(await installed()), ...(await entered())];
  const isSame = (other: KeySummary) =>
    other.fingerprint === shown.fingerprint && other.environment === environment;
  if (known.some((other) => isSame(other.key))) return { summary: shown, isNew: false };
  if (asked.length >= maxAsked) throw new Refusal('captures-too-many');
  const askedId = crypto.randomUUID();
  const lock = await sealForKeeping({ captureId: askedId, key, ...newPeriod() });
  await storeAsked({ v: 1, askedId, key: shown, warnings: key.warnings, ...lock, rounds: 0 });
  if ((await askedOf(askedId)).sealed !== lock.sealed) throw new Refusal('seal-failed');
  await browser.alarms.create(alarm, { periodInMinutes: minutes });
  return { summary: shown, isNew: true };
}

/** The keys that a person has not yet spoken about. */
export async function askedKeys(): Promise<Asked[]> {
  return (await storedAsked()).map(({ askedId, key }) => ({ askedId, key }));
}

/**
 * Does as a person says: the key waits from now on like any other, or nothing of it is left.
 *
 * @throws Refusal `capture-unknown` where nobody is asked about it any more
 */
export async function answerAsked(askedId: string, isKept: boolean): Promise<void> {
  const asked = await askedOf(askedId);
  if (isKept) await keepAsked(asked);
  await dropAsked(askedId);
}

/** @throws Refusal as `answerAsked` does */
export async function askedOf(askedId: string): Promise<StoredAsked> {
  const asked = (await storedAsked()).find((one) => one.askedId === askedId);
  if (!asked) throw new Refusal('capture-unknown');
  return asked;
}

const alarm = 'asked';
/** A day, counted in alarms of a running browser: a clock that jumps deletes nothing. */
const [minutes, maxRounds] = [30, 48];

/** In the background: deletes a key that nobody has answered for within a day. */
export function startAskedRounds(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void countAskedRound();
  });
}

/** Counts one more round for each unanswered key, and deletes those whose day is over. */
export function countAskedRound(): Promise<void> {
  return enqueue(async () => {
    const all = await storedAsked();
    if (all.length === 0) await browser.alarms.clear(alarm);
    for (const asked of all) {
      if (asked.rounds >= maxRounds) await dropAsked(asked.askedId);
      else await storeAsked({ ...asked, rounds: asked.rounds + 1 });
    }
  });
}

import { join } from 'node:path';
import * as v from 'valibot';
import { Refusal } from '../../../shared/refusal.ts';
import type { Lock } from '../lock.ts';
import { readState, stateFolder, usingState, writeDurably } from '../state-folder.ts';

const fileName = 'key-ends.json';

const schema = v.strictObject({
  version: v.literal(1),
  ends: v.record(v.string(), v.pipe(v.string(), v.isoDate())),
});

/** The day on which each key ends, by its fingerprint, where somebody entered it. @throws Refusal `state-…` */
export async function keyEnds(): Promise<ReadonlyMap<string, string>> {
  const text = await readState(fileName);
  if (text === undefined) return new Map();
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  if (!parsed.success) throw new Refusal('state-unreadable', { file: join(stateFolder(), fileName) });
  return new Map(Object.entries(parsed.output.ends));
}

/** Whether a key that ends on a day has ended. The hour is not known, so the key counts as valid for the whole day. */
export function isOver(day: string | undefined, now: Date): boolean {
  return day !== undefined && now.toISOString().slice(0, 10) > day;
}

/** No machine needs more keys than this; the oldest entries are dropped. */
const most = 2000;

/** Records, durably, the day on which a key ends. @throws Refusal `state-…` */
export async function noteKeyEnd(fingerprint: string, day: string, _lock: Lock): Promise<void> {
  const others = [...(await keyEnds())].filter(([known]) => known !== fingerprint);
  const ends = Object.fromEntries([...others, [fingerprint, day]].slice(-most));
  const path = join(stateFolder(), fileName);
  await usingState(path, () => writeDurably(path, `${JSON.stringify({ version: 1, ends })}\n`));
}

import * as v from 'valibot';
import { dropEntries, storeEntry, validEntriesUnder } from '../storage.ts';

/** An addressee of a sealed file, with the name at that time. */
const addressee = v.strictObject({ recipient: v.string(), name: v.string() });

/** Records that a capture was sealed for others, and when. It contains no key, no code and no passphrase. */
const sealing = v.strictObject({
  v: v.literal(1),
  captureId: v.pipe(v.string(), v.uuid()),
  created: v.pipe(v.string(), v.isoTimestamp()),
  expires: v.pipe(v.string(), v.isoTimestamp()),
  /** Empty for a passphrase. */
  recipients: v.array(addressee),
});

export type Sealing = v.InferOutput<typeof sealing>;

const prefix = 'sealing:';

const entryName = ({ captureId, created }: Sealing) => `${prefix}${captureId}:${created}`;

/** The sealings of a capture for others, the latest first. */
export async function storedSealings(captureId: string): Promise<Sealing[]> {
  return (await allSealings())
    .filter((one) => one.captureId === captureId)
    .toSorted((one, other) => other.created.localeCompare(one.created));
}

export async function storeSealing(one: Sealing): Promise<void> {
  await storeEntry(entryName(one), one);
}

/** Drops the sealings of captures that no longer wait. */
export async function dropSealingsExcept(waiting: readonly string[]): Promise<void> {
  const gone = (await allSealings()).filter(({ captureId }) => !waiting.includes(captureId));
  await dropEntries(...gone.map(entryName));
}

function allSealings(): Promise<Sealing[]> {
  return validEntriesUnder(prefix, sealing);
}

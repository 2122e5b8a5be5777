import { join } from 'node:path';
import * as v from 'valibot';
import { type Receipt, receiptSchema } from '../../../shared/wire.ts';
import type { Lock } from '../lock.ts';
import { addLine, readState, stateFolder, writeDurably } from '../state-folder.ts';

const fileName = 'journal.jsonl';

/** In bytes. A journal that grows larger keeps its latest lines, half of this at the most. */
const largest = 1024 * 1024;

const undoneSchema = v.strictObject({
  /** The capture whose installations in the project before this line were undone. */
  undone: v.pipe(v.string(), v.uuid()),
  project: v.string(),
  at: v.pipe(v.string(), v.isoTimestamp()),
});

const entrySchema = v.pipe(v.string(), v.parseJson(), v.union([receiptSchema, undoneSchema]));

type Entry = v.InferOutput<typeof entrySchema>;

/** Adds a receipt, durably. A receipt names a key by its fingerprint and shows no secret. */
export async function journal(receipt: Receipt, lock: Lock): Promise<void> {
  await append(receipt, lock);
}

/** Notes, durably, that what a capture installed in a project was undone. */
export async function journalUndone(undone: v.InferOutput<typeof undoneSchema>, lock: Lock): Promise<void> {
  await append(undone, lock);
}

/** Every receipt that was not undone since, the latest first. A line that a crash cut off is passed over. */
export async function receipts(): Promise<Receipt[]> {
  return liveIn(await readJournal());
}

/**
 * Every receipt, also of what was undone since, the latest first: undoing puts files back, and what a program or a server
 * was given stays there.
 */
export async function receiptsBeyondFiles(): Promise<Receipt[]> {
  const entries = entriesIn(await readJournal());
  return entries.filter((entry): entry is Receipt => 'key' in entry && entry.external !== undefined);
}

function liveIn(text: string): Receipt[] {
  const undone = new Set<string>();
  const isLive = (entry: Entry): entry is Receipt => {
    if ('undone' in entry) undone.add(`${entry.project} ${entry.undone}`);
    return 'key' in entry && !undone.has(`${entry.project} ${entry.captureId}`);
  };
  return entriesIn(text).filter(isLive);
}

/** As `receipts`, of one key. The journal of a machine says nothing of most keys, and takes a while to read. */
export async function receiptsOf(fingerprint: string): Promise<Receipt[]> {
  const text = await readJournal();
  if (!text.includes(fingerprint)) return [];
  return liveIn(text).filter(({ key }) => key.fingerprint === fingerprint);
}

/** The merchants whose keys were installed in a project and not undone since, each once, the latest first. */
export async function merchantsInstalled(project: string): Promise<string[]> {
  const lines = (await readJournal()).split('\n').filter((line) => line.includes(project));
  const ofProject = liveIn(lines.join('\n')).filter((receipt) => receipt.project === project);
  return [...new Set(ofProject.map(({ key }) => key.merchantId))];
}

/** The latest receipt of a capture, or `undefined` where it was never installed here, or undone. */
export async function findReceipt(captureId: string): Promise<Receipt | undefined> {
  return (await receipts()).find((receipt) => receipt.captureId === captureId);
}

/** The receipt of an installation that was undone, as its latest one was; `undefined` where the capture is in place, or unknown. */
export async function undoneReceipt(project: string, captureId: string): Promise<Receipt | undefined> {
  const about = entriesIn(await readJournal()).filter(
    (entry) => entry.project === project && captureOf(entry) === captureId,
  );
  const [latest] = about;
  return latest && 'undone' in latest ? about.find((entry) => 'key' in entry) : undefined;
}

function captureOf(entry: Entry): string {
  return 'undone' in entry ? entry.undone : entry.captureId;
}

async function readJournal(): Promise<string> {
  return (await readState(fileName)) ?? '';
}

/** The latest first. */
function entriesIn(text: string): Entry[] {
  const lines = text.split('\n').reverse();
  return lines.flatMap((line) => {
    const parsed = v.safeParse(entrySchema, line);
    return parsed.success ? [parsed.output] : [];
  });
}

async function append(entry: Entry, lock: Lock): Promise<void> {
  const path = join(stateFolder(), fileName);
  const size = await addLine(path, JSON.stringify(entry), lock);
  if (size > largest) await writeDurably(path, latestLines(await readJournal()));
}

/** The latest lines that together are not too long, and the last one in any case. */
function latestLines(text: string): string {
  const last = text.lastIndexOf('\n');
  const cut = text.indexOf('\n', text.length - largest / 2);
  return text.slice(cut === -1 ? last : Math.min(cut, last));
}

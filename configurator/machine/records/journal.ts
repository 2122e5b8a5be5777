import { closeSync, fstatSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Environment } from '../../../shared/environment.ts';
import { keySummarySchema, type Receipt, receiptSchema } from '../../../shared/wire.ts';
import type { Lock } from '../lock.ts';
import { openOwn } from '../private-file.ts';
import { addLine, readState, stateFailed, stateFolder, writeDurably } from '../state-folder.ts';
import { errnoOf } from '../system-error.ts';

const fileName = 'journal.jsonl';

/** In bytes. A journal that grows larger is cut to its latest lines, at most half of this. */
const largest = 1024 * 1024;

const undoneSchema = v.strictObject({
  /** The capture whose installations in the project, before this line, were undone. */
  undone: v.pipe(v.string(), v.uuid()),
  project: v.string(),
  at: v.pipe(v.string(), v.isoTimestamp()),
});

/** A person's word that they entered a key by hand. Nothing looked whether they did. */
const enteredSchema = v.strictObject({
  /** The products that have it by that word, as `kit:` names them. */
  entered: v.array(v.string()),
  captureId: v.pipe(v.string(), v.uuid()),
  project: v.string(),
  key: keySummarySchema,
  at: v.pipe(v.string(), v.isoTimestamp()),
});

type Entered = v.InferOutput<typeof enteredSchema>;

const entrySchema = v.pipe(v.string(), v.parseJson(), v.union([receiptSchema, undoneSchema, enteredSchema]));

type Entry = v.InferOutput<typeof entrySchema>;

/**
 * Adds a receipt, durably. A receipt names a key by its fingerprint and contains no secret. Several calls may run at once;
 * call `boundJournal` after them.
 */
export async function journal(receipt: Receipt, lock: Lock): Promise<void> {
  await append(receipt, lock);
}

/** Records, durably, that what a capture installed in a project was undone. */
export async function journalUndone(undone: v.InferOutput<typeof undoneSchema>, lock: Lock): Promise<void> {
  await append(undone, lock);
  await boundJournal(lock);
}

/** Notes, durably, that a person says to have entered a key by hand. */
export async function journalEntered(entered: Entered, lock: Lock): Promise<void> {
  await append(entered, lock);
  await boundJournal(lock);
}

function isReceipt(entry: Entry): entry is Receipt {
  return 'targets' in entry;
}

function isEntered(entry: Entry): entry is Entered {
  return 'entered' in entry;
}

/**
 * The journal's entries. A line is parsed only when it is needed: parsing all takes a while, and most lines are about other
 * projects and keys. A line that a crash cut off is skipped.
 */
export class Journal {
  readonly #lines: string[] = [];
  readonly #parsed = new Map<number, Entry | undefined>();
  /** The lines about each project, and about each key. */
  readonly #ofProject = new Map<string, number[]>();
  readonly #ofKey = new Map<string, number[]>();
  /** What `ofKey` found since the last line was added: a key may be in all of a thousand projects that are looked at. */
  readonly #found = new Map<string, readonly Receipt[]>();
  /** By project and capture, the last line that records an undo. */
  readonly #undone = new Map<string, number>();

  add(line: string): void {
    const index = this.#lines.push(line) - 1;
    this.#found.clear();
    // Quotes inside a JSON string are escaped, so these can only be member names.
    note(this.#ofProject, wordAfter(line, '"project":"'), index);
    note(this.#ofKey, wordAfter(line, '"fingerprint":"'), index);
    if (!line.includes('"undone":"')) return;
    const entry = this.#entry(index);
    if (entry && 'undone' in entry) this.#undone.set(`${entry.project} ${entry.undone}`, index);
  }

  /** Every receipt that has not been undone, the latest first. */
  get receipts(): Receipt[] {
    return this.#live(this.#lines.keys());
  }

  /**
   * Every receipt of a project that names external targets, the latest first. Those that were undone are included: undoing
   * restores files only, and what a program or a server was given stays there.
   */
  beyondFiles(project: string): Receipt[] {
    return this.#entriesOf(project)
      .filter(isReceipt)
      .filter(({ external }) => external !== undefined)
      .reverse();
  }

  /** `receipts` of one project. */
  ofProject(project: string): Receipt[] {
    const found = this.#live(this.#ofProject.get(project) ?? []);
    return found.filter((receipt) => receipt.project === project);
  }

  /** `receipts` of one key. */
  ofKey(fingerprint: string): readonly Receipt[] {
    const known = this.#found.get(fingerprint);
    if (known) return known;
    const live = this.#live(this.#ofKey.get(fingerprint) ?? []);
    const found = live.filter(({ key }) => key.fingerprint === fingerprint);
    this.#found.set(fingerprint, found);
    return found;
  }

  /** What was installed and undone of a project and a capture, the latest first. */
  entriesOf(project: string, captureId: string): Entry[] {
    return this.#entriesOf(project)
      .filter((entry) => !isEntered(entry) && captureOf(entry) === captureId)
      .reverse();
  }

  /** What a person said last to have entered by hand in a project. */
  enteredIn(project: string, environment: Environment): Entered | undefined {
    return this.#entriesOf(project)
      .filter(isEntered)
      .findLast(({ key }) => key.environment === environment);
  }

  #entriesOf(project: string): Entry[] {
    const entries = (this.#ofProject.get(project) ?? []).flatMap((index) => this.#entry(index) ?? []);
    return entries.filter((entry) => entry.project === project);
  }

  #live(indices: Iterable<number>): Receipt[] {
    const receipts: Receipt[] = [];
    for (const index of indices) {
      const entry = this.#entry(index);
      if (!entry || !isReceipt(entry)) continue;
      const undone = this.#undone.get(`${entry.project} ${entry.captureId}`) ?? -1;
      if (undone < index) receipts.push(entry);
    }
    return receipts.reverse();
  }

  #entry(index: number): Entry | undefined {
    if (!this.#parsed.has(index)) {
      const parsed = v.safeParse(entrySchema, this.#lines[index]);
      this.#parsed.set(index, parsed.success ? parsed.output : undefined);
    }
    return this.#parsed.get(index);
  }
}

function note(index: Map<string, number[]>, word: string | undefined, line: number): void {
  if (word === undefined) return;
  const lines = index.get(word);
  if (lines) lines.push(line);
  else index.set(word, [line]);
}

function wordAfter(line: string, name: string): string | undefined {
  const at = line.indexOf(name);
  if (at === -1) return undefined;
  const begin = at + name.length;
  const end = line.indexOf('"', begin);
  return end === -1 ? undefined : line.slice(begin, end);
}

function captureOf(entry: Entry): string {
  return 'undone' in entry ? entry.undone : entry.captureId;
}

/** The journal as this process last read it. It mostly grows, and a run over many projects reads it for each. */
interface LastRead {
  readonly path: string;
  readonly file: number;
  readonly journal: Journal;
  /** How many bytes were read. */
  readonly size: number;
  /** The last of those bytes, to check that they are unchanged. */
  readonly end: string;
}

let lastRead: LastRead | undefined;

const endLength = 64;

/** @throws Refusal `state-…` */
export async function readJournal(): Promise<Journal> {
  const path = join(stateFolder(), fileName);
  try {
    lastRead = readNewLines(path, lastRead);
    return lastRead.journal;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return new Journal();
    throw stateFailed(path, error);
  }
}

function readNewLines(path: string, before: LastRead | undefined): LastRead {
  const open = openOwn(path);
  try {
    const { ino, size } = fstatSync(open);
    const known = before?.path === path && before.file === ino && before.size <= size ? before : undefined;
    const start = known ? known.size - known.end.length : 0;
    const text = textFrom(open, start, size);
    if (known && !text.startsWith(known.end)) return readNewLines(path, undefined);
    return addLines(text, { path, file: ino, journal: new Journal(), size: 0, end: '', ...known });
  } finally {
    closeSync(open);
  }
}

function textFrom(open: number, start: number, size: number): string {
  const bytes = Buffer.alloc(size - start);
  const read = readSync(open, bytes, 0, bytes.length, start);
  return bytes.toString('latin1', 0, read);
}

/** The last line may be one that another process is still writing; it is then read again next time. */
function addLines(text: string, known: LastRead): LastRead {
  const { journal, end } = known;
  const fresh = text.slice(end.length);
  const lines = fresh.split('\n');
  const last = lines.pop() ?? '';
  const isWhole = v.safeParse(entrySchema, utf8(last)).success;
  for (const line of isWhole ? [...lines, last] : lines) if (line !== '') journal.add(utf8(line));
  const taken = isWhole ? fresh.length : fresh.length - last.length;
  const size = known.size + taken;
  return { ...known, size, end: text.slice(0, end.length + taken).slice(-endLength) };
}

/** The file is read as one character per byte, so that lengths are in bytes. */
function utf8(line: string): string {
  return Buffer.from(line, 'latin1').toString('utf8');
}

/** Every receipt that has not been undone, the latest first. */
export async function receipts(): Promise<Receipt[]> {
  return (await readJournal()).receipts;
}

/** `receipts` of one key. */
export async function receiptsOf(fingerprint: string): Promise<readonly Receipt[]> {
  return (await readJournal()).ofKey(fingerprint);
}

/** The merchants whose keys were installed in a project and not undone, each once, the latest first. */
export async function merchantsInstalled(project: string): Promise<string[]> {
  const ofProject = (await readJournal()).ofProject(project);
  return [...new Set(ofProject.map(({ key }) => key.merchantId))];
}

/** The latest receipt of a capture; `undefined` where it was never installed here, or was undone. */
export async function findReceipt(captureId: string): Promise<Receipt | undefined> {
  return (await receipts()).find((receipt) => receipt.captureId === captureId);
}

/** The receipt of a capture whose latest installation was undone; `undefined` where it is in place, or unknown. */
export async function undoneReceipt(project: string, captureId: string): Promise<Receipt | undefined> {
  const about = (await readJournal()).entriesOf(project, captureId);
  const [latest] = about;
  return latest && 'undone' in latest ? about.find(isReceipt) : undefined;
}

async function append(entry: Entry, lock: Lock): Promise<void> {
  await addLine(join(stateFolder(), fileName), JSON.stringify(entry), lock);
}

/** Shortens a journal that has grown too large. No receipt may be added at the same time. */
export async function boundJournal(_lock: Lock): Promise<void> {
  const path = join(stateFolder(), fileName);
  if (statSync(path).size <= largest) return;
  await writeDurably(path, latestLines((await readState(fileName)) ?? ''));
}

/** The latest lines that fit together, and the last one in any case. */
function latestLines(text: string): string {
  const last = text.lastIndexOf('\n');
  const cut = text.indexOf('\n', text.length - largest / 2);
  return text.slice(cut === -1 ? last : Math.min(cut, last));
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { Refusal } from '../../../shared/refusal.ts';
import { isTemporaryName, removeFile } from '../../machine/files.ts';
import { isInUse } from '../../machine/patience.ts';
import { readOwn } from '../../machine/private-file.ts';
import { stateSubfolder, usingState, writeDurably } from '../../machine/state-folder.ts';
import { errnoOf } from '../../machine/system-error.ts';

/**
 * Runs a step of a change on disk, and turns system errors into refusals that name the file.
 *
 * @throws Refusal `write-failed`, `file-in-use`, or whatever the step refuses
 */
export async function diskStep<T>(file: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const reason = errnoOf(error);
    throw new Refusal(isInUse(error) ? 'file-in-use' : 'write-failed', { file, reason });
  }
}

/** Why a step failed, in one word for a refusal. @throws the error itself where it is a bug */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Refusal)) return errnoOf(error);
  const { reason } = error.params;
  return String(reason ?? error.code);
}

/** For a failure that may be ignored. @throws the error itself where it is a bug */
export function rethrowBug(error: unknown): void {
  reasonOf(error);
}

/** The folder of the records. */
export function commitFolder(): string {
  return stateSubfolder('commits');
}

const swapSchema = v.strictObject({
  /** Absolute path of the folder, symbolic links resolved. */
  folder: v.string(),
  name: v.string(),
  /** The new file, in the same folder. */
  temporary: v.pipe(v.string(), v.check(isTemporaryName)),
  /** SHA-256 that the file must still have to be replaced. */
  expected: v.string(),
  /** The permissions for the new file. */
  mode: v.number(),
});

const recordSchema = v.strictObject({
  version: v.literal(1),
  /** Whether all temporary files are complete and durable: after a crash the swaps are then finished, else removed. */
  committed: v.boolean(),
  swaps: v.array(swapSchema),
  /** Swaps that will not be done: their temporary files are only removed. */
  leftovers: v.array(swapSchema),
});

export type Swap = v.InferOutput<typeof swapSchema>;
export type CommitRecord = v.InferOutput<typeof recordSchema>;

/**
 * Stores a record, atomically and durably.
 *
 * @throws Refusal `state-failed`
 */
export async function saveRecord(id: string, record: Omit<CommitRecord, 'version'>): Promise<void> {
  const path = recordPath(id);
  await usingState(path, () => writeDurably(path, JSON.stringify({ version: 1, ...record })));
}

/**
 * Removes a record once it is completed. If that fails, or a power cut undoes it, the next start finds nothing to do for it
 * and removes it.
 */
export function removeRecord(id: string): void {
  try {
    removeFile(recordPath(id));
  } catch (error) {
    rethrowBug(error);
  }
}

/** @throws Refusal `state-unreadable`, `state-failed` */
export async function readRecord(id: string): Promise<CommitRecord> {
  const path = recordPath(id);
  const text = await usingState(path, async () => readOwn(path).toString('utf8'));
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), recordSchema), text);
  if (!parsed.success) throw new Refusal('state-unreadable', { file: path });
  return parsed.output;
}

function recordPath(id: string): string {
  return join(commitFolder(), `${id}.json`);
}

/** The ids of all records. */
export async function recordIds(): Promise<string[]> {
  const folder = commitFolder();
  const names = await usingState(folder, async () => readdirSync(folder));
  return names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
}

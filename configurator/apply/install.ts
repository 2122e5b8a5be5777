import { readFile } from 'node:fs/promises';
import { Refusal } from '../../shared/refusal.ts';
import type { Receipt, ReceiptTarget } from '../../shared/wire.ts';
import { errnoOf } from '../disk/errno.ts';
import { mapBounded } from '../disk/map-bounded.ts';
import { rewrite } from '../formats/rewrite.ts';
import { journal } from '../state/journal.ts';
import { type Lock, withLock } from '../state/lock.ts';
import type { Plan } from './plan.ts';
import type { PlannedFile } from './planned-file.ts';
import { recoverLocked } from './recover.ts';
import { replaceFiles } from './replace-files.ts';
import { resolveTarget, sha256 } from './snapshot.ts';
import { summarizeKey } from './summary.ts';

/**
 * Writes every target of a plan, or none, and reads each back.
 *
 * @param captureId the UUID under which the receipt is journalled
 * @throws Refusal `file-changed` where a file is no longer as planned, `write-failed`, `read-back-failed`,
 *   `state-failed`, `busy`: nothing of ours is left in any file; `write-unfinished`: not so
 */
export function install(plan: Plan, captureId: string): Promise<Receipt> {
  return withLock((lock) => installLocked(plan, captureId, lock));
}

/** As `install`, for whoever holds the lock. */
export async function installLocked(plan: Plan, captureId: string, lock: Lock): Promise<Receipt> {
  await recoverLocked(lock);
  const changed = plan.files.filter(({ rewrite }) => rewrite.changed);
  const targets = await replaceFiles(
    changed.map(({ file, snapshot, rewrite }) => ({ file, snapshot, content: rewrite.bytes })),
    () => mapBounded(plan.files, (planned) => readBack(plan.project.dir, planned)),
    lock,
  );
  const receipt: Receipt = {
    captureId,
    project: plan.project.id,
    key: await summarizeKey(plan.key),
    installed: new Date().toISOString(),
    targets,
  };
  // The files are in place with or without it: whoever asks for this capture again is answered by a new receipt.
  await journal(receipt, lock).catch(errnoOf);
  return receipt;
}

/** Reads a file as its consumer will, by its name in the project, and proves that it says what was planned. */
async function readBack(dir: string, planned: PlannedFile): Promise<ReceiptTarget> {
  const { file, assignments, rewrite, format, context } = planned;
  const bytes = await readAgain(dir, file);
  if (!bytes.equals(rewrite.bytes) || !saysAsPlanned(bytes, planned))
    throw new Refusal('read-back-failed', { file });
  const written = assignments.filter(({ address }) => format.find(rewrite.entries, address, context));
  return {
    file,
    change: rewrite.changed ? 'changed' : 'unchanged',
    fields: [...new Set(written.map(({ field }) => field))],
    sha256: sha256(bytes),
  };
}

async function readAgain(dir: string, file: string): Promise<Buffer> {
  try {
    return await readFile(await resolveTarget(dir, file));
  } catch (error) {
    if (!(error instanceof Refusal)) errnoOf(error);
    throw new Refusal('read-back-failed', { file });
  }
}

function saysAsPlanned(bytes: Buffer, { format, context, assignments }: PlannedFile): boolean {
  return !rewrite(format, bytes, assignments, context).changed;
}

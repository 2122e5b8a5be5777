import { randomUUID } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { temporaryName } from '../../machine/files.ts';
import type { Lock } from '../../machine/lock.ts';
import { mapBounded } from '../../machine/map-bounded.ts';
import type { Snapshot } from '../targets/snapshot.ts';
import { diskStep, removeRecord, rethrowBug, type Swap, saveRecord } from './commit-record.ts';
import { type Folders, withFolders } from './folders.ts';
import { rollBack } from './roll-back.ts';
import { checkEntry, checkUnchanged, stage, swapIn, sweep } from './swap.ts';

/** A file as it was read, and its new contents. */
export interface Replacement {
  /** Its name for error messages. */
  readonly file: string;
  readonly snapshot: Snapshot;
  readonly content: Uint8Array;
}

/** A replacement with its swap. */
export interface Step extends Replacement {
  readonly swap: Swap;
}

/**
 * Replaces all files, or none. First the new contents are written beside the files and made durable, under a record with
 * which a crash is cleaned up. Then the record is committed: from here on a crash is finished. Then each new file is renamed
 * over the old one. A single file is committed by its rename.
 *
 * @param verify checks what was written; if it throws, every file is restored
 * @returns the result of `verify`
 * @throws Refusal `file-changed`, `write-failed`, `state-failed`, or what `verify` throws: every file is as it was before;
 *   `write-unfinished`: some files may be changed
 */
export function replaceFiles<T>(
  replacements: readonly Replacement[],
  verify: () => Promise<T>,
  _lock: Lock,
): Promise<T> {
  if (replacements.length === 0) return verify();
  const steps = replacements.map((replacement) => ({ ...replacement, swap: swapOf(replacement.snapshot) }));
  const id = randomUUID();
  return withFolders(
    steps.map(({ swap }) => swap.folder),
    async (folders) => {
      await prepare(id, steps, folders);
      const found = await commit(id, steps, verify, folders);
      removeRecord(id);
      return found;
    },
  );
}

function swapOf({ path, sha256, stat }: Snapshot): Swap {
  return {
    folder: dirname(path),
    name: basename(path),
    temporary: temporaryName(),
    expected: sha256,
    mode: Number(stat.mode & 0o7777n),
  };
}

function swapsOf(steps: readonly Step[]): Swap[] {
  return steps.map(({ swap }) => swap);
}

async function prepare(id: string, steps: readonly Step[], folders: Folders): Promise<void> {
  const swaps = swapsOf(steps);
  try {
    await saveRecord(id, { committed: false, swaps, leftovers: [] });
    await mapBounded(steps, ({ swap, content, snapshot, file }) =>
      diskStep(file, () => stage(swap, content, snapshot.stat, folders)),
    );
    if (steps.length > 1) await folders.sync();
    for (const { swap, snapshot, file } of steps) checkUnchanged(swap, snapshot, file, folders);
  } catch (error) {
    await abandon(id, swaps, folders);
    throw error;
  }
}

/** Removes the new files; what cannot be removed now, the next start removes by the record. */
async function abandon(id: string, swaps: readonly Swap[], folders: Folders): Promise<void> {
  try {
    await sweep(swaps, folders);
    await folders.sync();
    removeRecord(id);
  } catch (error) {
    rethrowBug(error);
  }
}

async function commit<T>(
  id: string,
  steps: readonly Step[],
  verify: () => Promise<T>,
  folders: Folders,
): Promise<T> {
  const done = new Set<Step>();
  try {
    if (steps.length > 1) {
      await saveRecord(id, { committed: true, swaps: swapsOf(steps), leftovers: [] });
    }
    await mapBounded(steps, (step) =>
      diskStep(step.file, async () => {
        checkEntry(step.swap, step.snapshot, step.file, folders);
        swapIn(step.swap, folders);
        done.add(step);
      }),
    );
    await folders.sync();
    return await verify();
  } catch (error) {
    // A single file is not committed until it was renamed.
    if (steps.length === 1 && done.size === 0) await abandon(id, swapsOf(steps), folders);
    else await rollBack(id, steps, done, folders);
    throw error;
  }
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../../shared/refusal.ts';
import { isTemporaryName, removeIfThere } from '../../machine/files.ts';
import { type Lock, withLock } from '../../machine/lock.ts';
import { stagingFolder } from '../../machine/records/backups.ts';
import { requireOwnState, stateFolder, usingState } from '../../machine/state-folder.ts';
import {
  type CommitRecord,
  commitFolder,
  readRecord,
  reasonOf,
  recordIds,
  removeRecord,
} from './commit-record.ts';
import { withFolders } from './folders.ts';
import { finishSwap, sweep } from './swap.ts';

/**
 * Finishes or cleans up what a crashed installation left, after checking that the state folder is this user's own. Call it
 * first in every command and when the host starts.
 *
 * @throws Refusal `write-unfinished` where it can be neither finished nor cleaned up; `state-unreadable`, `busy`;
 *   `state-foreign`, `state-exposed`, `state-linked`
 */
export async function recover(): Promise<void> {
  requireOwnState();
  // A running installation has traces too; once the lock is held, only those of a crash are left.
  const traces = [await recordIds(), ...(await Promise.all(ownFolders().map(temporariesIn)))];
  if (traces.flat().length > 0) await withLock(recoverLocked);
}

/** `recover` for a caller that holds the lock. */
export async function recoverLocked(_lock: Lock): Promise<void> {
  for (const id of await recordIds()) {
    await finishRecord(await readRecord(id));
    removeRecord(id);
  }
  for (const folder of ownFolders()) {
    for (const path of await temporariesIn(folder)) await usingState(path, () => removeIfThere(path));
  }
}

/** The folders of the state folder in which files are replaced under the lock. */
function ownFolders(): string[] {
  return [stateFolder(), commitFolder(), stagingFolder()];
}

async function temporariesIn(folder: string): Promise<string[]> {
  const names = await usingState(folder, async () => readdirSync(folder));
  return names.filter(isTemporaryName).map((name) => join(folder, name));
}

async function finishRecord({ committed, swaps, leftovers }: CommitRecord): Promise<void> {
  const toDo = committed ? swaps : [];
  const toSweep = committed ? leftovers : [...swaps, ...leftovers];
  for (const folder of new Set([...swaps, ...leftovers].map((swap) => swap.folder))) {
    const inFolder = (swap: { readonly folder: string }) => swap.folder === folder;
    await unlessGone(folder, () =>
      withFolders([folder], async (folders) => {
        for (const swap of toDo.filter(inFolder)) await finishSwap(swap, folders);
        await sweep(toSweep.filter(inFolder), folders);
        await folders.sync();
      }),
    );
  }
}

/** Ignores a folder that is gone: its temporary files went with it. */
async function unlessGone(folder: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const reason = reasonOf(error);
    if (!['ENOENT', 'ENOTDIR', 'ELOOP', 'ESTALE'].includes(reason)) {
      throw new Refusal('write-unfinished', { file: folder, reason });
    }
  }
}

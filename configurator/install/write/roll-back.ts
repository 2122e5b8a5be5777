import { Refusal } from '../../../shared/refusal.ts';
import { temporaryName } from '../../machine/files.ts';
import { mapBounded } from '../../machine/map-bounded.ts';
import { sha256 } from '../targets/snapshot.ts';
import { type CommitRecord, reasonOf, removeRecord, type Swap, saveRecord } from './commit-record.ts';
import type { Folders } from './folders.ts';
import type { Step } from './replace-files.ts';
import { finishSwap, stage, sweep } from './swap.ts';

interface Restore {
  readonly step: Step;
  readonly swap: Swap;
}

/**
 * Undoes the completed steps of a committed change in the same way: the old contents are written beside the files, and once
 * all are durable the record is replaced by one of the rollback. A crash before that leaves all files new, after it all old.
 *
 * @throws Refusal `write-unfinished` where that fails too; the record stays, and the next start continues with it
 */
export async function rollBack(
  id: string,
  steps: readonly Step[],
  done: ReadonlySet<Step>,
  folders: Folders,
): Promise<void> {
  const restores = [...done].map((step) => ({ step, swap: restoringSwap(step) }));
  const undone = steps.filter((step) => !done.has(step)).map(({ swap }) => swap);
  try {
    if (restores.length > 0) await prepareRestores(id, steps, restores, folders);
    await finish(
      id,
      { committed: true, swaps: restores.map(({ swap }) => swap), leftovers: undone },
      folders,
    );
  } catch (error) {
    throw new Refusal('write-unfinished', { file: steps[0]?.file ?? '', reason: reasonOf(error) });
  }
}

function restoringSwap({ swap, content }: Step): Swap {
  return { ...swap, temporary: temporaryName(), expected: sha256(content) };
}

async function prepareRestores(
  id: string,
  steps: readonly Step[],
  restores: readonly Restore[],
  folders: Folders,
): Promise<void> {
  await saveRecord(id, {
    committed: true,
    swaps: steps.map(({ swap }) => swap),
    leftovers: restores.map(({ swap }) => swap),
  });
  await mapBounded(restores, ({ step: { snapshot }, swap }) =>
    stage(swap, snapshot.bytes, snapshot.stat, folders),
  );
  await folders.sync();
}

async function finish(id: string, record: Omit<CommitRecord, 'version'>, folders: Folders): Promise<void> {
  await saveRecord(id, record);
  await mapBounded(record.swaps, (swap) => finishSwap(swap, folders));
  await sweep(record.leftovers, folders);
  await folders.sync();
  removeRecord(id);
}

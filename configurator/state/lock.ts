import { readdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../shared/refusal.ts';
import { errnoOf } from '../disk/errno.ts';
import { removeIfThere } from '../disk/remove-if-there.ts';
import { stateSubfolder } from './folder.ts';
import { livesStill, nameOfOurs } from './process-file.ts';
import { Queue } from './queue.ts';
import { usingState } from './using-state.ts';

const longestWait = 30_000;
const longestPause = 20;

/** Proof that `withLock` runs: functions that may only run under it take one. */
export interface Lock {
  readonly name: string;
}

/**
 * Runs something while no other process of this user installs, recovers or changes the state folder.
 *
 * Each contender first puts up a file that names its process, then looks for others: whoever sees one that lives
 * takes its own down and tries again, so never two believe that they hold it. The file of a process that died counts
 * for nothing at once, and as its name is its alone, removing it can hit no other's.
 *
 * @throws Refusal `busy` where another process holds it for 30 seconds; `state-failed`
 */
export async function withLock<T>(run: (lock: Lock) => Promise<T>): Promise<T> {
  const folder = stateSubfolder('locks');
  const name = nameOfOurs();
  await hold(folder, name);
  try {
    return await run({ name });
  } finally {
    release(join(folder, name));
  }
}

/** Who waits stands in a queue, so that in a crowd each has its turn. */
async function hold(folder: string, name: string): Promise<void> {
  const queue = new Queue(stateSubfolder('queue'), longestWait);
  const deadline = Date.now() + longestWait;
  const tryOnce = async () => (await queue.isOurTurn()) && tryToHold(folder, name);
  try {
    while (!(await usingState(folder, tryOnce))) {
      if (Date.now() > deadline) throw new Refusal('busy');
      await usingState(folder, async () => queue.join());
      await pause();
    }
  } finally {
    await queue.leave();
  }
}

async function pause(): Promise<void> {
  // Loaded when it is needed: hardly ever does anybody wait.
  const { setTimeout: sleep } = await import('node:timers/promises');
  await sleep(Math.random() * longestPause);
}

/** A file that cannot be removed counts for nothing once this process has ended. */
function release(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    errnoOf(error);
  }
}

async function tryToHold(folder: string, name: string): Promise<boolean> {
  if (await isHeldByAnother(folder, name)) return false;
  writeFileSync(join(folder, name), '', { flag: 'wx', mode: 0o600 });
  if (!(await isHeldByAnother(folder, name))) return true;
  unlinkSync(join(folder, name));
  return false;
}

async function isHeldByAnother(folder: string, name: string): Promise<boolean> {
  for (const other of readdirSync(folder)) {
    if (other === name) continue;
    if (livesStill(other)) return true;
    await removeIfThere(join(folder, other));
  }
  return false;
}

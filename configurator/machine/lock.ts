import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pid } from 'node:process';
import { Refusal } from '../../shared/refusal.ts';
import { claimsOf, processMark } from './claim.ts';
import { stateSubfolder, usingState } from './state-folder.ts';
import { rethrowUnlessSystemError } from './system-error.ts';

const claims = claimsOf();

function nameOfOurs(): string {
  return `${pid}_${processMark(pid)}_${randomBytes(8).toString('hex')}`;
}

/**
 * Who waits for the lock, each by a file, in the order in which they came: chance alone would let one of a crowd wait for
 * ever. It says whose turn it is to try, not who holds the lock: two who both believe that it is theirs do no harm.
 */
class Queue {
  readonly #folder: string;
  /** In milliseconds. Whoever has waited for longer has given up, whatever became of its file. */
  readonly #patience: number;
  #ticket: string | undefined;

  constructor(folder: string, patience: number) {
    this.#folder = folder;
    this.#patience = patience;
  }

  /** Whether nobody else who lives has waited for longer. Clears away what the dead have left. */
  async isOurTurn(): Promise<boolean> {
    for (const ticket of readdirSync(this.#folder).sort()) {
      if (ticket === this.#ticket) return true;
      const isAlive = await claims.isAlive(join(this.#folder, ticket));
      if (isAlive && Date.now() - Number.parseInt(ticket, 10) < this.#patience) return false;
    }
    return true;
  }

  join(): void {
    if (this.#ticket !== undefined) return;
    this.#ticket = `${Date.now()}_${nameOfOurs()}`;
    claims.putUp(join(this.#folder, this.#ticket));
  }

  async leave(): Promise<void> {
    if (this.#ticket !== undefined) await release(join(this.#folder, this.#ticket));
  }
}

const longestWait = 30_000;
const longestPause = 20;

/** Proof that `withLock` runs: functions that may only run under it take one. */
export interface Lock {
  readonly name: string;
}

/**
 * Runs something while no other process of this user installs, recovers or changes the state folder.
 *
 * Each contender first puts up a claim (`claim.ts`), then looks for others: whoever sees one that lives
 * takes its own down and tries again, so never two believe that they hold it. The claim of a process that died counts
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
    await release(join(folder, name));
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
async function release(path: string): Promise<void> {
  try {
    await claims.takeDown(path);
  } catch (error) {
    rethrowUnlessSystemError(error);
  }
}

async function tryToHold(folder: string, name: string): Promise<boolean> {
  if (await isHeldByAnother(folder, name)) return false;
  const path = join(folder, name);
  if (claims.putUp(path) && !(await isHeldByAnother(folder, name))) return true;
  await claims.takeDown(path);
  return false;
}

async function isHeldByAnother(folder: string, name: string): Promise<boolean> {
  for (const other of readdirSync(folder)) {
    if (other !== name && (await claims.isAlive(join(folder, other)))) return true;
  }
  return false;
}

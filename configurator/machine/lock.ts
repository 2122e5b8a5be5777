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
 * The processes that wait for the lock, a file each, in the order of their arrival: by chance alone, one of a crowd could
 * wait forever. It decides who may try next, not who holds the lock: two processes that both try do no harm.
 */
class Queue {
  readonly #folder: string;
  /** In milliseconds. A process that has waited for longer has given up, even if its file is still there. */
  readonly #patience: number;
  #ticket: string | undefined;

  constructor(folder: string, patience: number) {
    this.#folder = folder;
    this.#patience = patience;
  }

  /** Whether no other living process has waited for longer. Removes the files of dead ones. */
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
    claims.create(join(this.#folder, this.#ticket));
  }

  async leave(): Promise<void> {
    if (this.#ticket !== undefined) await release(join(this.#folder, this.#ticket));
  }
}

const longestWait = 30_000;
const longestPause = 20;

/** Proof of being inside `withLock`: functions that may run only there take one. */
export interface Lock {
  readonly name: string;
}

/**
 * Runs something while no other process of this user installs, recovers or changes the state folder.
 *
 * Each contender first creates a claim (`claim.ts`), then looks for others. One that sees another living claim removes its
 * own and tries again, so two never hold the lock at once. A dead process's claim stops counting at once, and as its name
 * is unique, removing it cannot hit another's.
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

/** A process that has to wait joins the queue, so that in a crowd each gets its turn. */
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
  // Loaded on demand: waiting is rare.
  const { setTimeout: sleep } = await import('node:timers/promises');
  await sleep(Math.random() * longestPause);
}

/** A file that cannot be removed stops counting when this process ends. */
async function release(path: string): Promise<void> {
  try {
    await claims.remove(path);
  } catch (error) {
    rethrowUnlessSystemError(error);
  }
}

async function tryToHold(folder: string, name: string): Promise<boolean> {
  if (await isHeldByAnother(folder, name)) return false;
  const path = join(folder, name);
  if (claims.create(path) && !(await isHeldByAnother(folder, name))) return true;
  await claims.remove(path);
  return false;
}

async function isHeldByAnother(folder: string, name: string): Promise<boolean> {
  for (const other of readdirSync(folder)) {
    if (other !== name && (await claims.isAlive(join(folder, other)))) return true;
  }
  return false;
}

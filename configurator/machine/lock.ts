import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kill, pid, platform } from 'node:process';
import { Refusal } from '../../shared/refusal.ts';
import { removeIfThere } from './files.ts';
import { stateSubfolder, usingState } from './state-folder.ts';
import { errnoOf, rethrowUnlessSystemError } from './system-error.ts';

/**
 * Tells a process from a later one of the same number.
 *
 * @returns on Linux when it started, in the kernel's ticks; elsewhere an empty text; `undefined` where none runs,
 *   which a killed process that nobody has waited for does not either
 */
export function processMark(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0 || !exists(pid)) return undefined;
  if (platform !== 'linux') return '';
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // proc(5): the second field, the name in brackets, may hold blanks and brackets; state is field 3, start field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch (error) {
    rethrowUnlessSystemError(error);
    return undefined;
  }
}

function exists(pid: number): boolean {
  try {
    return kill(pid, 0);
  } catch (error) {
    return errnoOf(error) === 'EPERM';
  }
}

/** A name for a file that counts for as long as this process lives, and that no other will ever have. */
function nameOfOurs(): string {
  return `${pid}_${processMark(pid)}_${randomBytes(8).toString('hex')}`;
}

/** Whether the process lives that a file is named for. */
function livesStill(name: string): boolean {
  const [holder, mark] = name.split('_');
  return mark !== undefined && processMark(Number(holder)) === mark;
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
      if (this.#counts(ticket)) return false;
      await removeIfThere(join(this.#folder, ticket));
    }
    return true;
  }

  join(): void {
    if (this.#ticket !== undefined) return;
    this.#ticket = `${Date.now()}_${nameOfOurs()}`;
    writeFileSync(join(this.#folder, this.#ticket), '', { flag: 'wx', mode: 0o600 });
  }

  async leave(): Promise<void> {
    if (this.#ticket !== undefined) await removeIfThere(join(this.#folder, this.#ticket));
  }

  #counts(ticket: string): boolean {
    const [since, owner = ''] = ticket.split(/_(.*)/s);
    return Date.now() - Number(since) < this.#patience && livesStill(owner);
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
    rethrowUnlessSystemError(error);
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

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeIfThere } from '../disk/remove-if-there.ts';
import { livesStill, nameOfOurs } from './process-file.ts';

/**
 * Who waits for the lock, each by a file, in the order in which they came: chance alone would let one of a crowd wait for
 * ever. It says whose turn it is to try, not who holds the lock: two who both believe that it is theirs do no harm.
 */
export class Queue {
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

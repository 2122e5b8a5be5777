import { platform } from 'node:process';
import { errnoOf } from './system-error.ts';

/** Errors of Windows while another program, such as a virus scanner, an indexer or a backup, has a file open. */
const inUseCodes: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES', 'UNKNOWN']);

/** In milliseconds: scanners let go within tens of them. */
const longest = 2000;
const pause = 10;

/** The error of a step that failed for as long as it was tried, because the file is in use. */
class InUse extends Error {
  readonly code: string;

  constructor(code: string) {
    super('another program has it open');
    this.code = code;
  }
}

/** Whether an error says that a step still failed after all its retries. */
export function isInUse(error: unknown): boolean {
  return error instanceof InUse;
}

/**
 * Runs a step on a file that another program may have open for a moment. On Windows it is retried for two seconds;
 * elsewhere an open file blocks nobody, so there is no retry.
 *
 * @throws the system's error; on Windows an error of the same code for which `isInUse` holds
 */
export function patiently<T>(step: () => T, system: NodeJS.Platform = platform, limit = longest): T {
  if (system !== 'win32') return step();
  const end = Date.now() + limit;
  for (;;) {
    try {
      return step();
    } catch (error) {
      const code = errnoOf(error);
      if (!inUseCodes.has(code)) throw error;
      if (Date.now() > end) throw new InUse(code);
      // Synchronous, like all file calls here.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
}

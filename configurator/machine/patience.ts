import { platform } from 'node:process';
import { errnoOf } from './system-error.ts';

/** What Windows answers while another program has a file open: a virus scanner, an index, a backup. */
const ofOpenFile: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES', 'UNKNOWN']);

/** In milliseconds: scanners let go within tens of them. */
const longest = 2000;
const pause = 10;

/** The error of a step that Windows did not allow for as long as it was tried. */
class InUse extends Error {
  readonly code: string;

  constructor(code: string) {
    super('another program has it open');
    this.code = code;
  }
}

/** Whether a step failed although it was tried again and again. */
export function isInUse(error: unknown): boolean {
  return error instanceof InUse;
}

/**
 * Takes a step on a file that another program may have open for a moment. On Windows it is tried again for two seconds;
 * elsewhere an open file is in nobody's way, and what is refused once is refused.
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
      if (!ofOpenFile.has(code)) throw error;
      if (Date.now() > end) throw new InUse(code);
      // Waited for at once, as all that is done with files here.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
}

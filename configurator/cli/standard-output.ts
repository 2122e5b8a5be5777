import { writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { errnoOf } from '../disk/errno.ts';

/** Where what a command is for goes. */
export interface Output {
  /** A person looks at it. */
  readonly isTerminal: boolean;
  readonly write: (text: string) => void;
  /** Says whether nothing waits any more. */
  readonly isWritten: () => boolean;
}

const descriptor = 1;

/**
 * Standard output. Where no person looks at it, it is written to as a file is: to open it as a stream takes Node as long
 * as to make a small file durable.
 */
export function standardOutput(process: NodeJS.Process): Output {
  if (!isatty(descriptor)) return { isTerminal: false, write: writeAll, isWritten: () => true };
  const { stdout } = process;
  stdout.on('error', () => {});
  return {
    isTerminal: true,
    write: (text) => stdout.write(text),
    isWritten: () => stdout.writableLength === 0,
  };
}

/** Whoever reads may stop early (`cle --help | head -1`); that is no error of ours. */
function writeAll(text: string): void {
  let left: Uint8Array = Buffer.from(text);
  while (left.length > 0) {
    try {
      left = left.subarray(writeSync(descriptor, left));
    } catch (error) {
      // Another program may have made it such that nobody waits at it.
      if (errnoOf(error) !== 'EAGAIN') return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

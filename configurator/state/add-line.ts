import { appendFileSync, closeSync, fstatSync, openSync } from 'node:fs';
import { flush } from '../disk/flush.ts';
import type { Lock } from './lock.ts';

/**
 * Adds a line to a file of the state folder, durably; a file that is missing is made, readable by its owner only.
 *
 * @returns the file's size now, in bytes
 */
export async function addLine(path: string, line: string, _lock: Lock): Promise<number> {
  const file = openSync(path, 'a', 0o600);
  try {
    // The line begins with its line end, so that one that a crash cut off does not spoil the next.
    appendFileSync(file, `\n${line}`);
    await flush({ file, path });
    return fstatSync(file).size;
  } finally {
    closeSync(file);
  }
}

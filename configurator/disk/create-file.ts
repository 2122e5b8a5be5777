import { closeSync, constants, openSync, unlinkSync, writeFileSync } from 'node:fs';
import { flush as flushAlone } from './flush.ts';

const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = constants;

/**
 * Makes a new file that only its owner can read, with these bytes, durably; never writes through what is already
 * there. A failed one is removed again. Its name in the folder becomes durable with `syncFolder`.
 *
 * @param adjust is called with the open file once it is written, before it is made durable
 * @param flush makes it durable
 */
export async function createFile(
  path: string,
  bytes: Uint8Array | string,
  adjust?: (file: number) => void,
  flush = flushAlone,
): Promise<void> {
  const file = openSync(path, O_CREAT | O_EXCL | O_WRONLY | (O_NOFOLLOW ?? 0), 0o600);
  try {
    writeFileSync(file, bytes);
    adjust?.(file);
    await flush({ file, path });
  } catch (error) {
    unlinkSync(path);
    throw error;
  } finally {
    closeSync(file);
  }
}

import { constants } from 'node:fs';
import { type FileHandle, open, unlink } from 'node:fs/promises';

const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = constants;

/**
 * Makes a new file that only its owner can read, with these bytes, durably; never writes through what is already
 * there. A failed one is removed again. Its name in the folder becomes durable with `syncFolder`.
 *
 * @param adjust is called with the open file once it is written, before it is made durable
 */
export async function createFile(
  path: string,
  bytes: Uint8Array | string,
  adjust?: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, O_CREAT | O_EXCL | O_WRONLY | (O_NOFOLLOW ?? 0), 0o600);
  try {
    await file.writeFile(bytes);
    await adjust?.(file);
    await file.sync();
  } catch (error) {
    await unlink(path);
    throw error;
  } finally {
    await file.close();
  }
}

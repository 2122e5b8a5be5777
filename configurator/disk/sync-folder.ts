import { closeSync, openSync } from 'node:fs';
import { platform } from 'node:process';
import { flush } from './flush.ts';

/** Makes the names in a folder durable: what was created, renamed and removed there. Windows has no such call. */
export async function syncFolder(path: string): Promise<void> {
  if (platform === 'win32') return;
  const file = openSync(path, 'r');
  try {
    await flush({ file, path });
  } finally {
    closeSync(file);
  }
}

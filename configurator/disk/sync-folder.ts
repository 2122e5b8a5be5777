import { open } from 'node:fs/promises';
import { platform } from 'node:process';

/** Makes the names in a folder durable: what was created, renamed and removed there. Windows has no such call. */
export async function syncFolder(path: string): Promise<void> {
  if (platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

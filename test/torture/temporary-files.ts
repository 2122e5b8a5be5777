import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { isTemporaryName } from '../../configurator/machine/files.ts';

/** Our temporary files in folders and everything below; a missing folder has none. */
export async function temporaryFiles(...folders: readonly string[]): Promise<string[]> {
  const names = await Promise.all(
    folders.map((folder) => readdir(folder, { recursive: true }).catch((): string[] => [])),
  );
  return names.flat().filter((name) => isTemporaryName(basename(name)));
}

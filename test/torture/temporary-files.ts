import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { isTemporaryName } from '../../configurator/machine/files.ts';

/** The temporary files of ours in folders and all that is in them; a folder that is not there has none. */
export async function temporaryFiles(...folders: readonly string[]): Promise<string[]> {
  const names = await Promise.all(
    folders.map((folder) => readdir(folder, { recursive: true }).catch((): string[] => [])),
  );
  return names.flat().filter((name) => isTemporaryName(basename(name)));
}

import { access, constants, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { env, platform } from 'node:process';
import { errnoOf } from '../disk/errno.ts';

/**
 * Finds the program that a word of a command means: a path, from the project's folder, or a name on the PATH.
 *
 * @returns its absolute path, or `undefined`
 */
export async function findProgram(word: string, dir: string): Promise<string | undefined> {
  for (const candidate of candidates(word, dir)) {
    if (await isProgram(candidate)) return candidate;
  }
  return undefined;
}

function candidates(word: string, dir: string): string[] {
  if (/[\\/]/.test(word)) return [isAbsolute(word) ? word : join(dir, word)];
  // An empty entry of the PATH, or a relative one, would mean whatever folder we happen to be in.
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  const names = platform === 'win32' ? [`${word}.exe`, word] : [word];
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch (error) {
    errnoOf(error);
    return false;
  }
}

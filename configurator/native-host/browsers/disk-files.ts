import { fchmodSync, readFileSync, type Stats } from 'node:fs';
import { lstat, mkdir, readdir, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { getuid } from 'node:process';
import { createFile, removeIfThere, replaceFile, syncFolder, temporaryName } from '../../machine/files.ts';
import { patiently } from '../../machine/patience.ts';
import { errnoOf, rethrowUnlessSystemError } from '../../machine/system-error.ts';
import type { Files } from './machine.ts';

/** The files of this machine. */
export const diskFiles: Files = {
  async exists(path) {
    try {
      return (await ifThere(lstat(path))) !== undefined;
    } catch (error) {
      // The PATH of a shell that root opened may have folders that this user cannot read.
      if (errnoOf(error) === 'EACCES') return false;
      throw error;
    }
  },

  async read(path) {
    const text = await ifThere(textOf(path));
    if (text === undefined) return undefined;
    const { mode, foreign } = rights(await stat(path));
    return { text, mode: mode & 0o777, foreign };
  },

  async rightsOf(path) {
    const found = await ifThere(stat(path));
    return found && rights(found);
  },

  async list(folder) {
    try {
      return await readdir(folder);
    } catch (error) {
      rethrowUnlessSystemError(error);
      return [];
    }
  },

  async write(path, text, mode) {
    const temporary = join(dirname(path), temporaryName());
    await createFile(temporary, text, (file) => fchmodSync(file, mode));
    try {
      replaceFile(temporary, path);
    } catch (error) {
      await removeIfThere(temporary);
      throw error;
    }
    await syncFolder(dirname(path));
  },

  async makeFolder(path) {
    // From Node 22 on, the result has Windows' prefix for long paths.
    const outermost = (await mkdir(path, { recursive: true, mode: 0o700 }))?.replace(/^\\\\\?\\/, '');
    return outermost === undefined ? [] : [...foldersAbove(path, outermost), path];
  },

  remove: removeIfThere,

  async removeEmptyFolder(path) {
    try {
      await rmdir(path);
    } catch (error) {
      if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(errnoOf(error))) throw error;
    }
  },
};

async function textOf(path: string): Promise<string> {
  return patiently(() => readFileSync(path, 'utf8'));
}

function rights({ mode, uid }: Stats): { mode: number; foreign: boolean } {
  return { mode: mode & 0o7777, foreign: getuid !== undefined && uid !== getuid() };
}

/** The result of a promise; `undefined` where the file does not exist. */
async function ifThere<T>(result: Promise<T>): Promise<T | undefined> {
  try {
    return await result;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error))) return undefined;
    throw error;
  }
}

function foldersAbove(path: string, outermost: string): string[] {
  return path === outermost || path === dirname(path)
    ? []
    : [...foldersAbove(dirname(path), outermost), dirname(path)];
}

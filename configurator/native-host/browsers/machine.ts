import { env, getuid } from 'node:process';
import { errnoOf } from '../../machine/system-error.ts';

/** The systems on which browsers can be connected. */
export type System = 'linux' | 'darwin' | 'win32';

/** What connecting a browser needs from the machine: a parameter, so that tests can stand in for any system. */
export interface Machine {
  readonly system: System;
  /** Absolute path of the user's own folder. */
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: Files;
  readonly registry: Registry;
}

/** A file as it was found. */
export interface FoundFile {
  readonly text: string;
  readonly mode: number;
  /** It belongs to another user. */
  readonly foreign?: boolean;
}

export interface Files {
  exists(path: string): Promise<boolean>;
  /** `undefined` where there is none. */
  read(path: string): Promise<FoundFile | undefined>;
  /** Of a file or folder, including the sticky bit; `undefined` where there is none. */
  rightsOf(path: string): Promise<Pick<FoundFile, 'mode' | 'foreign'> | undefined>;
  /** The names in a folder; none where it does not exist or cannot be read. */
  list(folder: string): Promise<string[]>;
  /** Writes a whole file atomically, with exactly this mode. The folder must exist. */
  write(path: string, text: string, mode: number): Promise<void>;
  /** @returns the folders that had to be created, outermost first */
  makeFolder(path: string): Promise<string[]>;
  remove(path: string): Promise<void>;
  /** Ignores a folder that is not empty, or already gone. */
  removeEmptyFolder(path: string): Promise<void>;
}

/** The (Default) values of keys under HKEY_CURRENT_USER: the only ones that browsers read. */
export interface Registry {
  read(key: string): Promise<string | undefined>;
  write(key: string, value: string): Promise<void>;
  remove(key: string): Promise<void>;
}

/** The user who runs this through sudo, which would use root's home; `undefined` without sudo. */
export function userBehindSudo(): string | undefined {
  const { SUDO_USER: user } = env;
  return getuid?.() === 0 && user && user !== 'root' ? user : undefined;
}

/** A file, or the reason why it cannot be read; `undefined` where there is none. */
export async function readOurs(
  path: string,
  files: Files,
): Promise<FoundFile | { readonly reason: string } | undefined> {
  try {
    return await files.read(path);
  } catch (error) {
    return { reason: errnoOf(error) };
  }
}

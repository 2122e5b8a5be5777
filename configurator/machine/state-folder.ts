import {
  appendFileSync,
  chmodSync,
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { env } from 'node:process';
import envPaths from 'env-paths';
import { Refusal } from '../../shared/refusal.ts';
import { createFile, flush, syncFolder, temporaryName } from './files.ts';
import type { Lock } from './lock.ts';
import { errnoOf } from './system-error.ts';

/**
 * Runs a step that uses a file of the state folder.
 *
 * @throws Refusal `state-failed` where the system does not let it
 */
export async function usingState<T>(file: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw stateFailed(file, error);
  }
}

/** The refusal for an error of the system; any other error is thrown on as it is. */
function stateFailed(file: string, error: unknown): Refusal {
  return error instanceof Refusal ? error : new Refusal('state-failed', { file, reason: errnoOf(error) });
}

/**
 * The folder where this program keeps what belongs to one user of one machine: identity, known projects, journal,
 * commit records, locks. Made where it is missing, readable by its owner only.
 *
 * @returns its absolute path; `CLE_HOME` chooses another one
 * @throws Refusal `state-failed`
 */
export function stateFolder(): string {
  const { CLE_HOME } = env;
  return privateFolder(CLE_HOME ? resolve(CLE_HOME) : envPaths('cle-en-main', { suffix: '' }).data);
}

/** A folder inside the state folder, made where it is missing. */
export function stateSubfolder(name: string): string {
  return privateFolder(join(stateFolder(), name));
}

function privateFolder(folder: string): string {
  try {
    // The umask may take rights away from mkdir's mode. A folder that was there keeps its own: CLE_HOME may name any.
    if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) chmodSync(folder, 0o700);
  } catch (error) {
    throw stateFailed(folder, error);
  }
  return folder;
}

/**
 * The text of a file of the state folder, or `undefined` where there is none yet.
 *
 * @throws Refusal `state-failed`
 */
export async function readState(name: string): Promise<string | undefined> {
  const path = join(stateFolder(), name);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw stateFailed(path, error);
  }
}

/** Puts a whole file of the state folder in place, or leaves the one that is there. Readable by its owner only. */
export async function writeDurably(path: string, bytes: Uint8Array | string): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, temporaryName());
  await createFile(temporary, bytes);
  try {
    renameSync(temporary, path);
  } catch (error) {
    unlinkSync(temporary);
    throw error;
  }
  await syncFolder(folder);
}

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

import {
  appendFileSync,
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  readdirSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { env } from 'node:process';
import envPaths from 'env-paths';
import { Refusal } from '../../shared/refusal.ts';
import { createFile, flush, removeFile, replaceFile, syncFolder, temporaryName } from './files.ts';
import type { Lock } from './lock.ts';
import { isInUse, patiently } from './patience.ts';
import { openOwn, readOwn, requireOwn } from './private-file.ts';
import { errnoOf } from './system-error.ts';

const { O_APPEND, O_CREAT, O_WRONLY } = constants;

/**
 * Runs a step that uses a file of the state folder, and turns system errors into refusals.
 *
 * @throws Refusal `state-failed`, `file-in-use`
 */
export async function usingState<T>(file: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw stateFailed(file, error);
  }
}

/** The refusal for a system error; any other error is rethrown. */
export function stateFailed(file: string, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const reason = errnoOf(error);
  return new Refusal(isInUse(error) ? 'file-in-use' : 'state-failed', { file, reason });
}

/**
 * The folder for what belongs to one user of one machine: identity, known projects, journal, commit records, locks. It is
 * created where it is missing, readable by its owner only.
 *
 * @returns its absolute path; `CLE_HOME` overrides it
 * @throws Refusal `state-failed`; `state-foreign`, `state-exposed`, `state-linked` where it is not this user's own
 */
export function stateFolder(): string {
  return ownFolder(stateFolderPath());
}

/** The path of the state folder, which may not exist yet; nothing is checked. */
export function stateFolderPath(): string {
  const { CLE_HOME } = env;
  return CLE_HOME ? resolve(CLE_HOME) : envPaths('cle-en-main', { suffix: '' }).data;
}

/** Has a folder for each project, which is checked when it is used: checking all of them would get ever slower. */
const checkedOnUse = 'backups';

/**
 * Checks everything in the state folder: another user may have put something there while others could write to it.
 *
 * @throws Refusal `state-foreign`, `state-exposed`, `state-linked`; `state-failed`
 */
export function requireOwnState(): void {
  const folder = stateFolder();
  try {
    requireEntries(folder, '');
  } catch (error) {
    throw stateFailed(folder, error);
  }
}

function requireEntries(folder: string, name: string): void {
  for (const entry of readdirSync(join(folder, name), { withFileTypes: true })) {
    const path = join(folder, name, entry.name);
    const stat = patiently(() => lstatSync(path, { throwIfNoEntry: false }));
    // Another process may have removed a file of its own in the meantime.
    if (stat) requireOwn(stat, path);
    if (stat?.isDirectory() && entry.name !== checkedOnUse) requireEntries(folder, join(name, entry.name));
  }
}

/** A folder inside the state folder, created where it is missing. */
export function stateSubfolder(name: string): string {
  return ownFolder(join(stateFolder(), name));
}

/** @throws Refusal `state-foreign`, `state-exposed`, `state-linked` where it is not this user's own; `state-failed` */
function ownFolder(folder: string): string {
  try {
    // The umask may remove rights from mkdir's mode. An existing folder keeps its mode: CLE_HOME may name any folder.
    if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) chmodSync(folder, 0o700);
    requireOwn(lstatSync(folder), folder);
  } catch (error) {
    throw stateFailed(folder, error);
  }
  return folder;
}

/**
 * The text of a file of the state folder; `undefined` where it does not exist yet.
 *
 * @throws Refusal `state-failed`
 */
export async function readState(name: string): Promise<string | undefined> {
  const path = join(stateFolder(), name);
  try {
    return readOwn(path).toString('utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw stateFailed(path, error);
  }
}

/**
 * Replaces a file of the state folder as a whole, or leaves it as it is. The new one is readable by its owner only.
 *
 * @param staging a folder on the same disk in which it is written first; by default the file's own
 */
export async function writeDurably(
  path: string,
  bytes: Uint8Array | string,
  staging = dirname(path),
): Promise<void> {
  const folder = dirname(path);
  const temporary = join(staging, temporaryName());
  await createFile(temporary, bytes);
  try {
    replaceFile(temporary, path);
  } catch (error) {
    removeFile(temporary);
    throw error;
  }
  await syncFolder(folder);
}

/**
 * Adds a line to a file of the state folder, durably; a missing file is created, readable by its owner only.
 *
 * @returns the file's new size in bytes
 */
export async function addLine(path: string, line: string, _lock: Lock): Promise<number> {
  const file = openOwn(path, O_APPEND | O_CREAT | O_WRONLY);
  try {
    // The line break comes first, so that a line that a crash cut off does not spoil the next one.
    appendFileSync(file, `\n${line}`);
    await flush({ file, path });
    return fstatSync(file).size;
  } finally {
    closeSync(file);
  }
}

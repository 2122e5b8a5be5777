import { errnoOf } from '../../machine/system-error.ts';
import { ConnectionRefusal } from '../messages.ts';
import type { Browser } from './browsers.ts';
import { type ConnectionRecord, readRecord, writeRecord } from './connection-record.ts';
import { type Entry, entriesFor } from './entries.ts';
import type { Launch } from './launcher.ts';
import { pathsOf } from './locate.ts';
import { type Machine, readOurs } from './machine.ts';

/** One entry to write, compared with what is there now. */
export interface ConnectionChange {
  readonly entry: Entry;
  readonly change: 'added' | 'changed' | 'unchanged';
}

/** Plans what `connect` would do. Reads only. */
export function planConnection(
  browsers: readonly Browser[],
  launch: Launch,
  machine: Machine,
): Promise<ConnectionChange[]> {
  return Promise.all(
    entriesFor(browsers, launch, machine).map(async (entry) => ({
      entry,
      change: await compare(entry, machine),
    })),
  );
}

/**
 * Writes the entries that are not yet in place. Idempotent.
 *
 * @throws Refusal `state-unreadable`; `connect-failed`, after removing what it added
 */
export async function connect(
  browsers: readonly Browser[],
  changes: readonly ConnectionChange[],
  launch: Launch,
  machine: Machine,
): Promise<void> {
  const record = await readRecord(launch, machine);
  const made: string[] = [];
  try {
    for (const { entry, change } of changes) {
      if (change !== 'unchanged') await put(entry, made, machine);
    }
  } catch (error) {
    await rollBack(changes, made, machine);
    throw error;
  }
  const folders = [...record.folders, ...made];
  const names = new Set([...record.browsers, ...browsers.map(({ name }) => name)]);
  await rememberIfNew(record, { browsers: [...names], folders }, launch, machine);
}

async function rememberIfNew(
  known: ConnectionRecord,
  record: ConnectionRecord,
  launch: Launch,
  machine: Machine,
): Promise<void> {
  const grew = record.browsers.length > known.browsers.length || record.folders.length > known.folders.length;
  if (grew) await writeRecord(record, launch, machine);
}

async function compare(
  entry: Entry,
  { files, registry, system }: Machine,
): Promise<ConnectionChange['change']> {
  if (entry.kind === 'key') {
    const value = await registry.read(entry.place);
    if (value === undefined) return 'added';
    return value === entry.content ? 'unchanged' : 'changed';
  }
  const found = await readOurs(entry.place, files);
  if (found === undefined) return 'added';
  if ('reason' in found) return 'changed';
  const same = found.text === entry.content && (system === 'win32' || found.mode === entry.mode);
  return same ? 'unchanged' : 'changed';
}

/**
 * @param made receives the folders that had to be created
 * @throws Refusal `connect-failed`
 */
async function put(entry: Entry, made: string[], machine: Machine): Promise<void> {
  try {
    if (entry.kind === 'key') return await machine.registry.write(entry.place, entry.content);
    made.push(...(await machine.files.makeFolder(pathsOf(machine).dirname(entry.place))));
    await machine.files.write(entry.place, entry.content, entry.mode);
  } catch (error) {
    throw new ConnectionRefusal('connect-failed', { file: entry.place, reason: errnoOf(error) });
  }
}

/** Removes what was added, as far as possible: the original error is what is reported. */
async function rollBack(
  changes: readonly ConnectionChange[],
  made: readonly string[],
  { files, registry }: Machine,
): Promise<void> {
  const added = changes.filter(({ change }) => change === 'added');
  await Promise.allSettled(
    added.map(({ entry: { kind, place } }) =>
      kind === 'key' ? registry.remove(place) : files.remove(place),
    ),
  );
  for (const folder of made.toReversed()) await files.removeEmptyFolder(folder).catch(errnoOf);
}

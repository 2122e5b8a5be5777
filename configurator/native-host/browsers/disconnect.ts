import { type Browser, browsers as everyBrowser } from './browsers.ts';
import { readRecord, writeRecord } from './connection-record.ts';
import { type Entry, entriesFor } from './entries.ts';
import type { Launch } from './launcher.ts';
import type { Machine } from './machine.ts';

/**
 * The entries that disconnecting these browsers removes: theirs that exist and that no other connected browser needs.
 *
 * @throws Refusal `state-unreadable`
 */
export async function planDisconnection(
  browsers: readonly Browser[],
  launch: Launch,
  machine: Machine,
): Promise<Entry[]> {
  const left = await remaining(browsers, launch, machine);
  const needed = new Set(entriesFor(left, launch, machine).map(({ place }) => place));
  const entries = entriesFor(browsers, launch, machine).filter(({ place }) => !needed.has(place));
  const there = await Promise.all(entries.map((entry) => isOurs(entry, machine)));
  return entries.filter((_, index) => there[index]);
}

/**
 * Removes the entries, then the folders that connecting created, if they are empty.
 *
 * @throws Refusal `state-unreadable`
 */
export async function disconnect(
  browsers: readonly Browser[],
  entries: readonly Entry[],
  launch: Launch,
  machine: Machine,
): Promise<void> {
  const { folders } = await readRecord(launch, machine);
  const left = await remaining(browsers, launch, machine);
  for (const entry of entries) await remove(entry, machine);
  for (const folder of folders.toReversed()) await machine.files.removeEmptyFolder(folder);
  const kept = await Promise.all(folders.map((folder) => machine.files.exists(folder)));
  const record = {
    browsers: left.map(({ name }) => name),
    folders: folders.filter((_, index) => kept[index]),
  };
  await writeRecord(record, launch, machine);
}

async function remaining(
  browsers: readonly Browser[],
  launch: Launch,
  machine: Machine,
): Promise<readonly Browser[]> {
  const connected = (await readRecord(launch, machine)).browsers;
  return everyBrowser.filter((browser) => connected.includes(browser.name) && !browsers.includes(browser));
}

/** A key with another value belongs to another program or another installation. */
async function isOurs({ kind, place, content }: Entry, { files, registry }: Machine): Promise<boolean> {
  return kind === 'key' ? (await registry.read(place)) === content : files.exists(place);
}

async function remove(entry: Entry, { files, registry }: Machine): Promise<void> {
  await (entry.kind === 'key' ? registry.remove(entry.place) : files.remove(entry.place));
}

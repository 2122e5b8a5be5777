import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { entriesUnder, readableUnder } from '../storage.ts';
import { hasExpired, type Installed, type Removed, record, removed, type StoredCapture } from './record.ts';

/** One entry of the storage for each capture, so that two changes never write over each other. */
const waitingPrefix = 'waiting:';
const installedPrefix = 'installed:';
const removedPrefix = 'removed:';

/** What waits, the latest first. */
export async function storedCaptures(): Promise<StoredCapture[]> {
  return (await readableUnder(waitingPrefix, record)).toSorted((a, b) => b.created.localeCompare(a.created));
}

export async function storedCapture(captureId: string): Promise<StoredCapture | undefined> {
  return (await storedCaptures()).find((capture) => capture.captureId === captureId);
}

export async function storeCapture(capture: StoredCapture): Promise<void> {
  await browser.storage.local.set({ [waitingPrefix + capture.captureId]: capture });
}

export async function removeCapture(captureId: string): Promise<void> {
  await browser.storage.local.remove(waitingPrefix + captureId);
}

/** What was installed, the latest first. The entries are this extension's own, and none is a key. */
export async function storedInstallations(): Promise<Installed[]> {
  return ((await entriesUnder(installedPrefix)) as Installed[]).toSorted((a, b) =>
    b.receipt.installed.localeCompare(a.receipt.installed),
  );
}

export async function storeInstallation(installed: Installed): Promise<void> {
  await browser.storage.local.set({ [installedPrefix + installed.captureId]: installed });
}

export async function dropInstallation(captureId: string): Promise<void> {
  await browser.storage.local.remove(installedPrefix + captureId);
}

/** What was removed unseen, the latest first. */
export async function storedRemovals(): Promise<Removed[]> {
  return (await readableUnder(removedPrefix, removed)).toSorted((a, b) => b.removed.localeCompare(a.removed));
}

export async function storeRemoval(removal: Removed): Promise<void> {
  await browser.storage.local.set({ [removedPrefix + removal.captureId]: removal });
}

export async function dropRemoval(captureId: string): Promise<void> {
  await browser.storage.local.remove(removedPrefix + captureId);
}

const name = 'undoable';

/**
 * Keeps the capture that was installed last, for as long as the browser runs: whoever undoes its installation has the key
 * back. It stays sealed, in memory only.
 */
export async function storeUndoable(capture: StoredCapture): Promise<void> {
  await browser.storage.session.set({ [name]: capture });
}

/** The capture that was installed last, if it is this one and has not expired since. */
export async function undoableCapture(captureId: string): Promise<StoredCapture | undefined> {
  const { success, output } = v.safeParse(record, (await browser.storage.session.get(name))[name]);
  const isIt = success && output.captureId === captureId && !hasExpired(output, new Date());
  return isIt ? output : undefined;
}

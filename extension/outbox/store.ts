import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { dropEntries, entriesUnder, storeEntry, validEntriesUnder } from '../storage.ts';
import {
  askedSchema,
  captureSchema,
  type Entered,
  enteredSchema,
  type Installed,
  type StoredAsked,
  type StoredCapture,
} from './record.ts';

/** One storage entry for each capture, so that two changes never overwrite each other. */
const waitingPrefix = 'waiting:';
const installedPrefix = 'installed:';
const enteredPrefix = 'entered:';
const askedPrefix = 'asked:';

/** The waiting captures, the latest first. */
export async function storedCaptures(): Promise<StoredCapture[]> {
  return (await validEntriesUnder(waitingPrefix, captureSchema)).toSorted((a, b) =>
    b.created.localeCompare(a.created),
  );
}

export async function storedCapture(captureId: string): Promise<StoredCapture | undefined> {
  return (await storedCaptures()).find((capture) => capture.captureId === captureId);
}

export async function storeCapture(capture: StoredCapture): Promise<void> {
  await storeEntry(waitingPrefix + capture.captureId, capture);
}

export async function removeCapture(captureId: string): Promise<void> {
  await dropEntries(waitingPrefix + captureId);
}

/**
 * The installed captures, the latest first. Not validated: only this extension writes these entries, and none contains
 * a key.
 */
export async function storedInstallations(): Promise<Installed[]> {
  return ((await entriesUnder(installedPrefix)) as Installed[]).toSorted((a, b) =>
    b.receipt.installed.localeCompare(a.receipt.installed),
  );
}

export async function storeInstallation(installed: Installed): Promise<void> {
  await storeEntry(installedPrefix + installed.captureId, installed);
}

export async function dropInstallation(captureId: string): Promise<void> {
  await dropEntries(installedPrefix + captureId);
}

/** The captures that a person says they entered by hand. */
export function storedEntered(): Promise<Entered[]> {
  return validEntriesUnder(enteredPrefix, enteredSchema);
}

export async function storeEntered(entered: Entered): Promise<void> {
  await storeEntry(enteredPrefix + entered.captureId, entered);
}

/** The keys that the person is asked about. */
export function storedAsked(): Promise<StoredAsked[]> {
  return validEntriesUnder(askedPrefix, askedSchema);
}

export async function storeAsked(asked: StoredAsked): Promise<void> {
  await storeEntry(askedPrefix + asked.askedId, asked);
}

export async function dropAsked(askedId: string): Promise<void> {
  await dropEntries(askedPrefix + askedId);
}

const name = 'undoable';

/**
 * Keeps the last installed capture until the browser closes, so that undoing its installation brings the key back. It
 * stays sealed, and in memory only.
 */
export async function storeUndoable(capture: StoredCapture): Promise<void> {
  await browser.storage.session.set({ [name]: capture });
}

/** The capture that was installed last. */
export async function storedUndoable(): Promise<StoredCapture | undefined> {
  const { success, output } = v.safeParse(captureSchema, (await browser.storage.session.get(name))[name]);
  return success ? output : undefined;
}

const admissions = v.array(v.number());
const admissionsName = (origin: string) => `admissions:${origin}`;

/** When keys of a console were kept recently, as timestamps in milliseconds; remembered until the browser closes. */
export async function admissionsOf(origin: string): Promise<number[]> {
  const name = admissionsName(origin);
  const stored = v.safeParse(admissions, (await browser.storage.session.get(name))[name]);
  return stored.success ? stored.output : [];
}

export async function storeAdmissions(origin: string, times: readonly number[]): Promise<void> {
  await browser.storage.session.set({ [admissionsName(origin)]: times });
}

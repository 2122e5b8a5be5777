import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { hasExpired } from './expiry.ts';
import { record, type StoredCapture } from './record.ts';

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

import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Environment } from '../../shared/environment.ts';
import type { Place } from '../rotation/record.ts';

const opened = v.object({ id: v.number(), address: v.string() });

/**
 * Opens a page of the extension in a window of its own, or brings forward the one that there is.
 *
 * @param path of the page
 * @param query what the page is to know
 * @param beginsAnew whether a window that knows something else begins anew
 */
async function openOnce(path: string, query = '', beginsAnew = true): Promise<void> {
  const name = `window:${path}`;
  const address = browser.runtime.getURL(path) + query;
  const known = v.safeParse(opened, (await browser.storage.session.get(name))[name]);
  if (known.success && (await bringForward(known.output.id))) {
    if (known.output.address === address || !beginsAnew) return;
    const [tab] = await browser.tabs.query({ windowId: known.output.id });
    await browser.tabs.update(tab?.id, { url: address });
    await browser.storage.session.set({ [name]: { id: known.output.id, address } });
    return;
  }
  const { id } = await browser.windows.create({ type: 'popup', url: address, width: 760, height: 820 });
  await browser.storage.session.set({ [name]: { id, address } });
}

async function bringForward(id: number): Promise<boolean> {
  try {
    await browser.windows.update(id, { focused: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens the window that asks where a key goes. Where it is open already it is brought forward and stays with its key: a
 * newer one is added to its list.
 *
 * @param captureId of the key; without one the person chooses it there
 */
export async function openDestination(captureId?: string): Promise<void> {
  const query = captureId ? `?${new URLSearchParams({ capture: captureId })}` : '';
  await openOnce('/destination.html', query, false);
}

/**
 * Opens the window that takes a key by hand.
 *
 * @param environment of the console that shows the key; without one the person says it there
 */
export function openPaste(environment?: Environment): Promise<void> {
  return openOnce('/paste.html', environment ? `?${new URLSearchParams({ environment })}` : '');
}

/**
 * Opens the window in which a key is followed by another.
 *
 * @param place of the key; without one the person chooses it there
 */
export function openRotation(place?: Place): Promise<void> {
  if (!place) return openOnce('/rotation.html');
  const { project, environment } = place;
  return openOnce('/rotation.html', `?${new URLSearchParams({ project, environment })}`);
}

/** Opens the page that greets a person who has just installed the extension. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Environment } from '../../shared/environment.ts';
import type { Place } from '../rotation/record.ts';

const storedWindow = v.object({ id: v.number(), address: v.string() });

/**
 * What happens to an open window about another key: it stays as it is; it begins anew, if the person asked for that;
 * or, if a page asked, another window opens beside it. So a page cannot change a window that the person is using.
 */
type OtherKeyPolicy = 'stays' | 'begins anew' | 'beside';

/**
 * Opens a page of the extension in a window of its own, or focuses the existing window.
 *
 * @param path of the page
 * @param query query string for the page
 */
async function openOrFocus(path: string, query: string, other: OtherKeyPolicy): Promise<void> {
  const address = browser.runtime.getURL(path) + query;
  // A window opened beside another is stored under its address.
  for (const name of [`window:${address}`, `window:${path}`]) {
    const known = v.safeParse(storedWindow, (await browser.storage.session.get(name))[name]);
    const isSame = known.success && known.output.address === address;
    if (!known.success || (!isSame && other === 'beside')) continue;
    const { id } = known.output;
    if (!(await focusWindow(id))) continue;
    if (isSame || other === 'stays') return;
    const [tab] = await browser.tabs.query({ windowId: id });
    await browser.tabs.update(tab?.id, { url: address });
    await browser.storage.session.set({ [name]: { id, address } });
    return;
  }
  const { id } = await browser.windows.create({ type: 'popup', url: address, width: 760, height: 820 });
  const name = `window:${other === 'beside' ? address : path}`;
  await browser.storage.session.set({ [name]: { id, address } });
}

async function focusWindow(id: number): Promise<boolean> {
  try {
    await browser.windows.update(id, { focused: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens the window that asks where a key goes. A window that is already open is focused and keeps its key; a newer key
 * joins its list.
 *
 * @param captureId of the key; without one the person chooses it there
 * @param other what happens to such a window about another key
 */
export async function openDestination(captureId?: string, other: OtherKeyPolicy = 'stays'): Promise<void> {
  const query = captureId ? `?${new URLSearchParams({ capture: captureId })}` : '';
  await openOrFocus('/destination.html', query, other);
}

/**
 * Opens the window where a person pastes a key.
 *
 * @param environment of the console whose page asks for it; without one, the person asks for it and chooses the
 *   environment there
 */
export function openPaste(environment?: Environment): Promise<void> {
  if (!environment) return openOrFocus('/paste.html', '', 'begins anew');
  return openOrFocus('/paste.html', `?${new URLSearchParams({ environment })}`, 'beside');
}

/**
 * Opens the window that replaces a key.
 *
 * @param place of the key; without one the person chooses it there
 * @param other what happens to such a window about another key
 */
export function openRotation(place?: Place, other: OtherKeyPolicy = 'begins anew'): Promise<void> {
  if (!place) return openOrFocus('/rotation.html', '', other);
  const { project, environment } = place;
  return openOrFocus('/rotation.html', `?${new URLSearchParams({ project, environment })}`, other);
}

/** Opens the welcome page, after an installation. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

import * as v from 'valibot';
import browser from 'webextension-polyfill';

const opened = v.object({ id: v.number(), address: v.string() });

/**
 * Opens a page of the extension in a window of its own, or brings forward the one that there is.
 *
 * @param path of the page
 * @param query what the page is to know; a window that knows something else begins anew
 */
export async function openOnce(path: string, query = ''): Promise<void> {
  const name = `window:${path}`;
  const address = browser.runtime.getURL(path) + query;
  const known = v.safeParse(opened, (await browser.storage.session.get(name))[name]);
  if (known.success && (await bringForward(known.output.id))) {
    if (known.output.address === address) return;
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

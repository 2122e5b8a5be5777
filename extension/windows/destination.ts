import browser from 'webextension-polyfill';

const name = 'destinationWindow';

/** Opens the window that asks where a key goes, or brings it forward. There is one, whatever waits. */
export async function openDestination(): Promise<void> {
  const known = (await browser.storage.session.get(name))[name];
  if (typeof known === 'number' && (await bringForward(known))) return;
  const opened = await browser.windows.create({
    type: 'popup',
    url: browser.runtime.getURL('/destination.html'),
    width: 760,
    height: 820,
  });
  await browser.storage.session.set({ [name]: opened.id });
}

async function bringForward(id: number): Promise<boolean> {
  try {
    await browser.windows.update(id, { focused: true });
    return true;
  } catch {
    return false;
  }
}

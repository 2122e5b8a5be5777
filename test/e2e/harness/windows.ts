import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer';

/** In milliseconds; how long anything in a page is waited for: a machine that is busy must not fail a test. */
export const patience = 120_000;
const interval = 50;

/**
 * Waits for a window that shows a page of the extension.
 *
 * @param file its path in the extension
 * @throws Error where none has come after two minutes
 */
export async function extensionWindow(browser: Browser, file: string): Promise<Page> {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(interval)) {
    const found = await findExtensionWindow(browser, file);
    if (found) {
      found.setDefaultTimeout(patience);
      return found;
    }
  }
  throw new Error(`the extension opened no window with ${file}`);
}

/** As `extensionWindow`, of those that are there now. */
export async function findExtensionWindow(browser: Browser, file: string): Promise<Page | undefined> {
  for (const page of await browser.pages()) {
    const { protocol, pathname } = new URL(await address(page));
    if (protocol.endsWith('-extension:') && pathname === file) return page;
  }
  return undefined;
}

/** Pages that Firefox's driver goes on listing: to ask each of them again costs more than to ask those that are there. */
const gone = new WeakSet<Page>();

/** Asked of the page itself: Firefox does not report where a window of an extension is. */
async function address(page: Page): Promise<string> {
  if (gone.has(page)) return 'about:blank';
  try {
    return await page.evaluate(() => location.href);
  } catch (error) {
    if (String(error).includes('no such frame')) gone.add(page);
    return 'about:blank'; // it is on its way to an address, or closing
  }
}

/** Presses a button, as a person does: again where it had moved away before the press arrived. */
export async function press(page: Page, name: string): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    const button = await page.waitForSelector(`button:not([disabled])::-p-text(${name})`);
    await button?.evaluate((element) => {
      element.addEventListener('click', () => Object.assign(window, { pressed: element }), { once: true });
    });
    await button?.click();
    // A window that the press has closed, or left, was pressed.
    const isPressed = await button
      ?.evaluate((element) => 'pressed' in window && window.pressed === element)
      .catch(() => true);
    if (isPressed) return;
  }
  throw new Error(`"${name}" was never reached by a press`);
}

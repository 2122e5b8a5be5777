import type { Page } from 'puppeteer';
import { chromiumId } from '../../../shared/extension-ids.ts';
import type { Session } from './session.ts';
import { newTab } from './tabs.ts';
import { extensionWindow, patience } from './windows.ts';

/**
 * Opens a page of the extension in a tab. Firefox lets the extension alone do so, and the page that greets does it there: a
 * session keeps that open where it is told to.
 */
export async function openWindow({ browser, browserName }: Session, file: string): Promise<Page> {
  const page = browserName === 'chromium' ? await newTab(browser) : undefined;
  page?.setDefaultTimeout(patience);
  if (page) await page.goto(`chrome-extension://${chromiumId}/${file}`);
  else await openByExtension(await extensionWindow(browser, '/welcome.html'), file);
  const opened = page ?? (await extensionWindow(browser, `/${file}`));
  await opened.waitForSelector('h1');
  return opened;
}

async function openByExtension(greeting: Page, file: string): Promise<void> {
  await greeting.evaluate(async (url) => {
    const { browser } = globalThis as unknown as { browser: typeof import('webextension-polyfill') };
    await browser.tabs.create({ url });
  }, `/${file}`);
}

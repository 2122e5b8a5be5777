import type { Browser, Page } from 'puppeteer';
import { patience } from './windows.ts';

/** Pages that are open at the same time. */
const tabs = 8;

/**
 * Opens a tab in the browser's own window. Firefox's driver opens it in whichever window is in front, and one of the
 * extension's, with a tab of somebody else, would outlive what it showed: so the browser's first tab comes to the front before.
 */
export async function newTab(browser: Browser): Promise<Page> {
  const [first] = await browser.pages();
  await first?.bringToFront();
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  return page;
}

/** Does some work for each item, in a few pages of a browser at once. */
export async function inTabs<T>(
  browser: Browser,
  items: readonly T[],
  work: (tab: Page, item: T) => Promise<void>,
) {
  const queue = [...items];
  const run = async () => {
    const tab = await newTab(browser);
    tab.on('dialog', (dialog) => void dialog.accept());
    for (let item = queue.shift(); item; item = queue.shift()) await work(tab, item);
    await tab.close();
  };
  await Promise.all(Array.from({ length: tabs }, run));
}

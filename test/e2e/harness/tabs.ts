import type { Browser, Page } from 'puppeteer';

/** Pages that are open at the same time. */
const tabs = 8;

/** Does some work for each item, in a few pages of a browser at once. */
export async function inTabs<T>(
  browser: Browser,
  items: readonly T[],
  work: (tab: Page, item: T) => Promise<void>,
) {
  const queue = [...items];
  const run = async () => {
    const tab = await browser.newPage();
    tab.on('dialog', (dialog) => void dialog.accept());
    for (let item = queue.shift(); item; item = queue.shift()) await work(tab, item);
    await tab.close();
  };
  await Promise.all(Array.from({ length: tabs }, run));
}

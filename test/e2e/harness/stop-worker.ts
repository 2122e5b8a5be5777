import type { Browser } from 'puppeteer';

/** Ends the extension's background worker in Chromium, as the browser does after a while. */
export async function stopWorker(browser: Browser): Promise<void> {
  const target = browser.targets().find((target) => target.type() === 'service_worker');
  if (!target) return;
  const gone = new Promise((resolve) => browser.once('targetdestroyed', resolve));
  await (await target.worker())?.close();
  await gone;
}

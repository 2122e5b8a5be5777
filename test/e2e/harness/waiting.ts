import type { Browser } from 'puppeteer';
import type { Waiting } from '../../../extension/outbox/record.ts';
import { extensionWindow } from './windows.ts';

/** The keys that the extension keeps, read in its own window. */
export async function waitingIn(browser: Browser): Promise<Waiting[]> {
  const page = await extensionWindow(browser, '/destination.html');
  return page.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<
      'browser' | 'chrome',
      typeof import('webextension-polyfill')
    >;
    const answer = (await (browser ?? chrome).runtime.sendMessage({ type: 'outbox' })) as {
      value: { waiting: Waiting[] };
    };
    return answer.value.waiting;
  });
}

/**
 * Has the extension forget, again and again, how many keys a console showed in the last minute: a test shows more than a
 * person creates. The window that asks where a key goes has to be open, and to stay so.
 */
export async function forgetHowMany(browser: Browser): Promise<void> {
  const page = await extensionWindow(browser, '/destination.html');
  await page.evaluate(() => {
    const { browser, chrome } = globalThis as unknown as Record<
      'browser' | 'chrome',
      typeof import('webextension-polyfill')
    >;
    const { session } = (browser ?? chrome).storage;
    setInterval(async () => {
      const names = Object.keys(await session.get(null)).filter((name) => name.startsWith('admissions:'));
      if (names.length > 0) await session.remove(names);
    }, 20);
  });
}

/** Has the extension forget a key that waits, as its window does. */
export async function forgetKey(browser: Browser, reference: string): Promise<void> {
  const found = (await waitingIn(browser)).find(({ key }) => key.reference === reference);
  if (!found) return;
  const page = await extensionWindow(browser, '/destination.html');
  await page.evaluate(async (captureId) => {
    const { browser, chrome } = globalThis as unknown as Record<
      'browser' | 'chrome',
      typeof import('webextension-polyfill')
    >;
    await (browser ?? chrome).runtime.sendMessage({ type: 'forget', captureId });
  }, found.captureId);
}

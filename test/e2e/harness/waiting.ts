import type { Browser } from 'puppeteer';
import type { Waiting } from '../../../extension/outbox/record.ts';
import { extensionWindow } from './windows.ts';

/** What the extension keeps, asked of its own window. */
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

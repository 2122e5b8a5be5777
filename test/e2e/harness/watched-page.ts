import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer';

/** What a page can tell of the content script: whether it keeps a pop-up open, and whether it shows its notice. */
export interface Watched {
  readonly isHeld: boolean;
  readonly isTold: boolean;
}

/** Looks at a page from inside: a script's own Escape reaches it, unless something is held open. */
export function lookAtPage(page: Page): Promise<Watched> {
  return page.evaluate(() => {
    const pressed = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    const notices = [...document.querySelectorAll<HTMLElement>('div[popover=manual]')];
    return {
      isHeld: !document.documentElement.dispatchEvent(pressed),
      isTold: notices.some((notice) => notice.style.zIndex === '2147483647'),
    };
  });
}

/** Waits until a page is as `wanted` says; gives what it is at last, after `patience` milliseconds at the latest. */
export async function watchPage(
  page: Page,
  patience: number,
  wanted: (watched: Watched) => boolean,
): Promise<Watched> {
  for (const end = Date.now() + patience; ; await sleep(100)) {
    const watched = await lookAtPage(page);
    if (wanted(watched) || Date.now() > end) return watched;
  }
}

import type { Page } from 'puppeteer';

/** Presses Ctrl+V in a page. */
export async function pressPaste(page: Page): Promise<void> {
  await page.bringToFront();
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyV', { commands: ['Paste'] });
  await page.keyboard.up('Control');
}

/** What a person pastes into a text field of a page, which is emptied for it. */
export async function pastedIn(page: Page): Promise<string> {
  await page.evaluate(() => {
    document.body.replaceChildren(document.createElement('textarea'));
    document.querySelector('textarea')?.focus();
  });
  await pressPaste(page);
  return page.evaluate(() => document.querySelector('textarea')?.value ?? '');
}

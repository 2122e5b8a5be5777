import type { Page } from 'puppeteer';

/** Presses Ctrl+V in a page. */
export async function pressPaste(page: Page): Promise<void> {
  await page.bringToFront();
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyV', { commands: ['Paste'] });
  await page.keyboard.up('Control');
}

/** Copies a text from a text field of a page, which is emptied for it, as a person does. */
export async function copyIn(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate((copied) => {
    const field = document.createElement('textarea');
    field.value = copied;
    document.body.replaceChildren(field);
    field.select();
  }, text);
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyC', { commands: ['Copy'] });
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

import type { Page } from 'puppeteer';

/**
 * Types into a field beside those of the pop-up: browsers note for their next start what all the fields of a page hold
 * once a person types into any of them, Firefox as a rule not before.
 */
export async function typeBeside(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(() => {
    const field = document.createElement('input');
    document.querySelector('[role=dialog]')?.append(field);
    field.focus();
  });
  await page.keyboard.type('x');
}

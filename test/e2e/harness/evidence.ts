import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import type { Workspace } from './workspace.ts';

/**
 * Keeps what a page shows as a picture, and the text of it beside, where a search can look into it.
 *
 * @returns the picture's path
 */
export async function photograph(page: Page, { evidence }: Workspace, name: string): Promise<string> {
  const picture = join(evidence, `${name}.png`);
  writeFileSync(join(evidence, `${name}.txt`), await shownText(page));
  writeFileSync(picture, await page.screenshot());
  return picture;
}

/** What a person reads on a page. */
export function shownText(page: Page): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: hidden text is not read by a person
  return page.evaluate(() => document.body.innerText);
}

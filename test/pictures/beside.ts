import { readFileSync } from 'node:fs';
import type { Browser } from 'puppeteer';

/** Puts pictures beside one another, in one. */
export async function besideOneAnother(browser: Browser, paths: readonly string[]): Promise<Uint8Array> {
  const images = paths.map(
    (path) => `<img src="data:image/png;base64,${readFileSync(path).toString('base64')}">`,
  );
  const page = await browser.newPage();
  await page.setViewport({ width: 1400, height: 800 });
  await page.setContent(
    `<style>body { margin: 0 } div { display: inline-flex; gap: 16px; padding: 12px; background: #dfe5ee }
      img { height: 640px; border-radius: 8px }</style><div>${images.join('')}</div>`,
  );
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  const picture = await (await page.waitForSelector('div'))?.screenshot();
  await page.close();
  if (!picture) throw new Error('nothing was drawn');
  return picture;
}

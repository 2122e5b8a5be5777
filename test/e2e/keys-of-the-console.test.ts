import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ConsolePage, consoles } from './harness/console-page.ts';
import { shownText } from './harness/evidence.ts';
import { openWindow } from './harness/open-window.ts';
import { Session } from './harness/session.ts';

const pictures = resolve(import.meta.dirname, '../../.output/screenshots');
const day = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);

/** One page of the list and one row. The first of them ends soon. */
const earlierKeys = Array.from({ length: 8 }, (_, at) => ({
  active: true,
  start: `200${at}-02-01`,
  end: at === 7 ? inDays(5) : '',
}));

let session: Session;
beforeAll(() => mkdirSync(pictures, { recursive: true }));
afterEach(() => session.end());

const open = (file: string) => openWindow(session, file);

async function photograph(page: Page, name: string): Promise<void> {
  await page.setViewport({ width: 360, height: 600 });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

describe.each(['chromium', 'firefox'] as const)('with %s', (name) => {
  it('the pages of the list that are shown become an inventory, which says what ends soon', async () => {
    session = await Session.start(name, { earlierKeys, greeting: true });
    const consolePage = await ConsolePage.visit(session.browser, { origin: consoles.production });
    const first = await consolePage.rows();
    const popup = await open('popup.html');
    const summary = await popup.waitForSelector('summary::-p-text(10)');
    await consolePage.turnPage();
    await popup.waitForSelector('summary::-p-text(11)');
    await popup.bringToFront();
    await summary?.click();
    const shown = await shownText(popup);
    for (const row of first) expect(shown).toContain(/\*{5}\w{3}/.exec(row)?.[0]);
    await photograph(popup, `popup-inventory-${name}`);
  });
});

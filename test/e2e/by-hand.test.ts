import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { pasteWords } from '../../extension/ui/paste/words.ts';
import { words as windowWords } from '../../extension/ui/words.ts';
import { fakeKey } from '../extension/key.ts';
import { oneBrowser } from './harness/browsers.ts';
import { copyIn, pastedIn, pressPaste } from './harness/clipboard.ts';
import { ConsolePage, consoles } from './harness/console-page.ts';
import { shownText } from './harness/evidence.ts';
import { createdKey, installKey, valuesOf } from './harness/install-key.ts';
import { openWindow } from './harness/open-window.ts';
import { expectedSample, readSample } from './harness/sample-project.ts';
import { Session } from './harness/session.ts';
import { newTab } from './harness/tabs.ts';
import { extensionWindow, press } from './harness/windows.ts';

const pictures = resolve(import.meta.dirname, '../../.output/screenshots');
const k = pasteWords.en;

let session: Session;
beforeAll(() => mkdirSync(pictures, { recursive: true }));
afterEach(() => session.end());

async function photograph(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${pictures}/${name}.png` });
}

/** Nothing that was pasted stands in the window, shown or not, nor in a control. */
async function expectNoKey(page: Page): Promise<void> {
  const { accessKey, authorization } = createdKey(session);
  const all = await page.evaluate(() => document.documentElement.outerHTML);
  expect(all).not.toContain(accessKey);
  expect(all).not.toContain(authorization.replace('Basic ', ''));
  expect(await page.$$('input, textarea, [contenteditable]')).toEqual([]);
}

it.each(oneBrowser('a key that no program can read'))(
  'a key that no program can read is copied by hand into a window, and installed, with %s',
  async (name) => {
    session = await Session.start(name, { environment: 'production' });
    const visit = { origin: consoles.production, variant: 'drawn' } as const;
    const consolePage = await ConsolePage.visit(session.browser, visit);
    await consolePage.createKey();
    await consolePage.pressClose();
    expect(await consolePage.showsKey()).toBe(true);
    const page = await extensionWindow(session.browser, '/paste.html');
    await page.waitForSelector('h1');

    await consolePage.copy('Référence externe');
    await pressPaste(page);
    await page.waitForSelector(`[role="status"]::-p-text(${k.pastedOne})`);
    await consolePage.copy('Authorization (HTTP Header)');
    await pressPaste(page);
    await page.waitForSelector(`[role="status"]::-p-text(${k.pastedAuthorization})`);
    await expectNoKey(page);
    await photograph(page, `paste-${name}`);
    await consolePage.copy('Valeur de la clé');
    await pressPaste(page);
    const { accessKey } = createdKey(session);
    await page.waitForSelector(`h1::-p-text(${k.kept(`*****${accessKey.slice(-3)}`)})`);
    await expectNoKey(page);
    await photograph(page, `paste-kept-${name}`);
    expect(await shownText(page)).toContain(k.cleared);
    const elsewhere = await newTab(session.browser);
    await elsewhere.goto('https://elsewhere.example/');
    expect(await pastedIn(elsewhere)).not.toContain(accessKey);
    await page.bringToFront();

    await press(page, windowWords.en.openDestination);
    await installKey(session);
    expect(readSample(session.workspace.project)).toEqual(expectedSample(valuesOf(createdKey(session))));
  },
);

it.each(oneBrowser('a key that was copied elsewhere is'))(
  'a key that was copied elsewhere is kept without a pop-up, from its value and the merchant id, with %s',
  async (name) => {
    session = await Session.start(name, { greeting: true });
    const page = await openWindow(session, 'paste.html');
    const { merchantId, accessKey } = fakeKey().toSecretJson();
    await page.waitForSelector(`::-p-text(${k.leadAlone})`);
    await (await page.waitForSelector('input[type=radio]'))?.click();
    const elsewhere = await newTab(session.browser);
    await elsewhere.goto('https://elsewhere.example/');
    await copyIn(elsewhere, `Access key: ${accessKey}`);
    await pressPaste(page);
    await page.waitForSelector(`[role="status"]::-p-text(${k.pastedOne})`);
    await copyIn(elsewhere, merchantId);
    await pressPaste(page);
    const masked = `*****${accessKey.slice(-3)}`;
    await (
      await page.waitForSelector(`button::-p-text(${k.keepUnproven(masked, accessKey.length)})`)
    )?.click();
    await page.waitForSelector(`h1::-p-text(${k.kept(masked)})`);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(accessKey);
  },
);

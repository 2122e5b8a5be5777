import { mkdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { popupWords } from '../../extension/ui/popup/words.ts';
import { words as windowWords } from '../../extension/ui/words.ts';
import { oneBrowser } from './harness/browsers.ts';
import { ConsolePage, consoles } from './harness/console-page.ts';
import { shownText } from './harness/evidence.ts';
import { createdKey, installKey, lookAtChanges, valuesOf } from './harness/install-key.ts';
import { openWindow } from './harness/open-window.ts';
import { expectedSample, readSample } from './harness/sample-project.ts';
import { Session } from './harness/session.ts';
import { watchPage } from './harness/watched-page.ts';
import { findExtensionWindow, patience, press } from './harness/windows.ts';

const pictures = resolve(import.meta.dirname, '../../.output/screenshots');
const day = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);

/** One page of the list and one row. The first of them ends soon. */
const earlierKeys = Array.from({ length: 8 }, (_, at) => ({
  active: true,
  start: `200${at}-02-01`,
  end: at === 7 ? inDays(5) : '',
}));

const t = windowWords.en;
let session: Session;
beforeAll(() => mkdirSync(pictures, { recursive: true }));
afterEach(() => session.end());

const open = (file: string) => openWindow(session, file);

/** What the toolbar's button shows over its picture. */
function badge(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { browser, chrome } = globalThis as unknown as Record<
      'browser' | 'chrome',
      typeof import('webextension-polyfill')
    >;
    return (browser ?? chrome).action.getBadgeText({});
  });
}

async function pressInFront(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  await press(page, name);
}

async function photographPage(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${pictures}/${name}.png` });
}

async function photograph(page: Page, name: string): Promise<void> {
  await page.setViewport({ width: 360, height: 600 });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

it.each(oneBrowser('the pages of the list that are'))(
  'the pages of the list that are shown become an inventory, which says what ends soon, with %s',
  async (name) => {
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
    expect(shown).toContain(popupWords.en.ends(`*****${/\*{5}(\w{3})/.exec(first[3] ?? '')?.[1]}`, 5));
    await photograph(popup, `popup-inventory-${name}`);
    expect(await badge(popup)).toBe('!');
    await pressInFront(popup, popupWords.en.understood);
    await popup.waitForSelector('.notice.warning', { hidden: true });
    await expect.poll(() => badge(popup)).toBe('');
  },
);

it.each(oneBrowser('each row of the inventory says which'))(
  'each row of the inventory says which project has the key, with %s',
  async (name) => {
    session = await Session.start(name, { greeting: true });
    const consolePage = await ConsolePage.visit(session.browser);
    await consolePage.createKey();
    const popup = await open('popup.html');
    await consolePage.pressClose();
    await consolePage.closed();
    await popup.bringToFront();
    await (await popup.waitForSelector('summary::-p-text(4)'))?.click();
    await popup.waitForSelector(`.inventory li:first-child::-p-text(${popupWords.en.waitsHere})`);
    expect(await popup.$$(`.inventory li::-p-text(${popupWords.en.inNoProject})`)).toHaveLength(3);

    await (await installKey(session)).page.close();
    await popup.close();
    const later = await open('popup.html');
    await later.bringToFront();
    await (await later.waitForSelector('summary::-p-text(4)'))?.click();
    const inProject = popupWords.en.inProjects(basename(session.workspace.project));
    await later.waitForSelector(`.inventory li:first-child::-p-text(${inProject})`);
    await photograph(later, `popup-whereabouts-${name}`);
  },
);

it.each(oneBrowser('in the test environment the key that'))(
  'in the test environment, the key that "Modifier une clé" shows is installed when asked for, not before, with %s',
  async (name) => {
    session = await Session.start(name, { greeting: true });
    const consolePage = await ConsolePage.visit(session.browser);
    await consolePage.editFirstKey();
    await watchPage(consolePage.page, patience, ({ isTold }) => isTold);
    await photographPage(consolePage.page, `console-offered-${name}`);
    const popup = await open('popup.html');
    await popup.bringToFront();
    const button = await popup.waitForSelector(`button::-p-text(${popupWords.en.installThis})`);
    await photograph(popup, `popup-offered-${name}`);
    expect(await findExtensionWindow(session.browser, '/destination.html')).toBeUndefined();
    await button?.click();
    const { destination } = await lookAtChanges(session);
    // The form says that this key ended years ago: that is confirmed by itself.
    await (await destination.page.waitForSelector(`label::-p-text(${windowWords.en.endedYes})`))?.click();
    await destination.install();
    await destination.inPlace();
    expect(Object.values(readSample(session.workspace.project)).join()).toContain('qV8');
  },
);

it.each(oneBrowser('in production it is said that a'))(
  'in production, it is said that a key cannot be recovered, and nothing is offered, with %s',
  async (name) => {
    session = await Session.start(name, { greeting: true });
    const consolePage = await ConsolePage.visit(session.browser, { origin: consoles.production });
    await consolePage.editFirstKey();
    const { isTold } = await watchPage(consolePage.page, patience, ({ isTold }) => isTold);
    expect(isTold).toBe(true);
    await photographPage(consolePage.page, `console-unrecoverable-${name}`);
    const popup = await open('popup.html');
    await popup.waitForSelector('.connection.on');
    expect(await popup.$$('#offered')).toEqual([]);
  },
);

it.each(oneBrowser('an installation is undone in the window'))(
  'an installation is undone in the window that shows it, and the key waits again, with %s',
  async (name) => {
    session = await Session.start(name);
    const before = readSample(session.workspace.project);
    const consolePage = await ConsolePage.visit(session.browser);
    await consolePage.createKey();
    const { page } = await installKey(session);
    await pressInFront(page, t.undo);
    await page.waitForSelector('dialog[open]');
    await pressInFront(page, t.undoConfirm);
    await page.waitForSelector(`h1::-p-text(${t.undone})`);
    expect(readSample(session.workspace.project)).toEqual(before);

    await pressInFront(page, t.installElsewhere);
    await installKey(session);
    expect(readSample(session.workspace.project)).toEqual(expectedSample(valuesOf(createdKey(session))));
  },
);

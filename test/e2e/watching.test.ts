import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchingWords } from '../../extension/ui/watching/words.ts';
import { chromiumId, geckoId } from '../../shared/extension-ids.ts';
import { oneBrowser } from './harness/browsers.ts';
import { ConsolePage, consoles } from './harness/console-page.ts';
import { installCopy } from './harness/copied.ts';
import { DestinationWindow } from './harness/destination-window.ts';
import { createdKey } from './harness/install-key.ts';
import { openWindow } from './harness/open-window.ts';
import { Session } from './harness/session.ts';
import { newTab } from './harness/tabs.ts';
import { watchPage } from './harness/watched-page.ts';
import { extensionWindow, patience } from './harness/windows.ts';

const g = watchingWords.en;
type Api = typeof import('webextension-polyfill');
type Developer = {
  developerPrivate: {
    updateExtensionConfiguration(change: { extensionId: string; hostAccess: string }): Promise<void>;
  };
  management: { setEnabled(id: string, isEnabled: boolean): Promise<void> };
};

let session: Session;

/** Checks that keys are kept: the extension's window opens for the key that the page shows now. */
async function expectKept(): Promise<void> {
  const { accessKey } = createdKey(session);
  const { page } = await DestinationWindow.opened(session.browser);
  const end = `*****${accessKey.slice(-3)}`;
  await expect.poll(() => page.evaluate(() => document.body.textContent)).toContain(end);
  await page.close();
}

async function createAndClose(visit: ConsolePage): Promise<void> {
  await visit.page.bringToFront();
  await visit.createKey();
  await expectKept();
  await visit.page.bringToFront();
  await visit.pressClose();
  await visit.closed();
}

/** Chromium's settings page for extensions, whose scripts can do what a person does there. */
async function chromiumSettings(): Promise<Page> {
  const page = await newTab(session.browser);
  await page.goto('chrome://extensions/');
  return page;
}

async function setEnabled(isEnabled: boolean): Promise<void> {
  const settings = await chromiumSettings();
  await settings.evaluate(
    (id, isEnabled) =>
      (globalThis as unknown as { chrome: Developer }).chrome.management.setEnabled(id, isEnabled),
    chromiumId,
    isEnabled,
  );
  await settings.close();
}

const origin = `${consoles.homologation}/*`;

/** Revokes or restores the permission for the consoles, as a person does in the browser's settings. */
async function allow(isAllowed: boolean, window: Page): Promise<void> {
  if (session.browserName === 'firefox') {
    if (isAllowed)
      await (await window.waitForSelector(`button::-p-text(${g.allow(new URL(origin).host)})`))?.click();
    else
      await window.evaluate(
        (origins) => (globalThis as unknown as { browser: Api }).browser.permissions.remove({ origins }),
        [origin],
      );
    return;
  }
  const settings = await chromiumSettings();
  await settings.evaluate(
    (extensionId, hostAccess) =>
      (globalThis as unknown as { chrome: Developer }).chrome.developerPrivate.updateExtensionConfiguration({
        extensionId,
        hostAccess,
      }),
    chromiumId,
    isAllowed ? 'ON_ALL_SITES' : 'ON_CLICK',
  );
  await settings.close();
  await window.bringToFront();
}

/**
 * Waits until a window no longer says that keys are kept; gives how often it began to wait for another look until then. It
 * waits for half a second each time, so that two are a second on any machine that keeps up.
 */
function looksUntilNotWatched(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let looks = 0;
        const wait = globalThis.setTimeout;
        const counted = (work: () => void, delay: number) => {
          looks += 1;
          return wait(work, delay);
        };
        Object.assign(globalThis, { setTimeout: counted });
        const look = () => document.querySelector('.watching') ?? resolve(looks);
        new MutationObserver(look).observe(document, { childList: true, subtree: true });
        look();
      }),
  );
}

/** The title of the toolbar button. */
function button(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api>;
    const { action } = browser ?? chrome;
    return `${await action.getBadgeText({})} ${await action.getTitle({})}`;
  });
}

describe.each(oneBrowser('watching'))('with %s, a console tab that was open before', (name) => {
  let visit: ConsolePage;
  beforeAll(async () => {
    session = await Session.start(name, { connected: false, grant: {}, greeting: true });
    visit = await ConsolePage.visit(session.browser);
  });
  afterAll(() => session.end());

  it('is watched after an update, and after an installation, without a reload', async () => {
    await createAndClose(visit);
    await installCopy(session, { version: '9.0.1' });
    await createAndClose(visit);
    await session.browser.uninstallExtension(name === 'chromium' ? chromiumId : geckoId);
    await installCopy(session, { version: '9.0.2' });
    // It opens in front, and the browser does not draw a page behind it.
    await extensionWindow(session.browser, '/welcome.html');
    await createAndClose(visit);
  });

  // Firefox's driver cannot switch an extension off.
  if (name === 'chromium') {
    it('holds its pop-up while the extension is off, and keeps the key once it is on again', async () => {
      await setEnabled(false);
      await visit.page.bringToFront();
      await visit.createKey();
      expect(await watchPage(visit.page, patience, ({ isTold }) => isTold)).toEqual({
        isHeld: true,
        isTold: true,
      });
      await setEnabled(true);
      await expectKept();
      await visit.page.bringToFront();
      await visit.pressClose();
      await visit.closed();
    });
  }

  it('is said to be watched, and within a second not to be, by every place where the person looks', async () => {
    // Chromium closes the windows of an extension that is switched off; in Firefox this one opens the others.
    const welcome =
      name === 'chromium'
        ? await openWindow(session, 'welcome.html')
        : await extensionWindow(session.browser, '/welcome.html');
    const pages = [
      welcome,
      await openWindow(session, 'popup.html'),
      await openWindow(session, 'options.html'),
    ];
    for (const page of pages) {
      await page.bringToFront();
      await page.waitForSelector('.watching');
    }
    await allow(false, welcome);
    expect(await looksUntilNotWatched(welcome)).toBeLessThanOrEqual(2);
    for (const page of pages) {
      await page.bringToFront();
      await page.waitForSelector(`.notice.alert::-p-text(${g.notAllowed(new URL(origin).host)})`);
      expect(await page.$('.watching')).toBeNull();
    }
    await expect.poll(() => button(welcome)).toMatch(/^! .*does not keep the keys/);
    await welcome.bringToFront();
    await allow(true, welcome);
    await welcome.waitForSelector('.watching');
    await expect.poll(() => button(welcome)).not.toMatch(/does not keep/);
  });
});
